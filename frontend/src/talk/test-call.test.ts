import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { http, HttpResponse, problem, server } from "@/testing/server";
import fixture from "./fixtures/telephone.json";
import { MicrophoneProblem, openLine } from "./line";
import type { FromLine, ToLine } from "./line-messages";
import { TestCall } from "./test-call";

vi.mock("./line", async (original) => ({
  ...(await original<typeof import("./line")>()),
  openLine: vi.fn(),
}));

/** Our service's side of the stream, by hand. */
class HandSocket {
  static readonly OPEN = 1;
  static last: HandSocket;
  readyState = HandSocket.OPEN;
  readonly sent: Record<string, unknown>[] = [];
  onopen: () => void = () => undefined;
  onmessage: (event: { data: string }) => void = () => undefined;
  onclose: (event: { code: number }) => void = () => undefined;
  constructor(readonly address: URL) {
    HandSocket.last = this;
  }
  send(message: string) {
    this.sent.push(JSON.parse(message) as Record<string, unknown>);
  }
  says(message: object) {
    this.onmessage({ data: JSON.stringify(message) });
  }
  events(name: string) {
    return this.sent.filter(({ event }) => event === name);
  }
  close() {
    this.readyState = 3;
  }
}

const callee = { receptionist: "r1", version: "draft", language: "en" } as const;
const told: ToLine[] = [];
let sounds: (message: FromLine) => void = () => undefined;

beforeEach(() => {
  vi.stubGlobal("WebSocket", HandSocket);
  told.length = 0;
  vi.mocked(openLine).mockImplementation((_, listener) => {
    sounds = listener;
    return Promise.resolve({
      tell: (order) => told.push(order),
      delayMs: () => 0,
      close: () => undefined,
    });
  });
  server.use(
    http.post("*/api/v1/receptionists/r1/test-call", () =>
      HttpResponse.json(
        {
          call_id: "c1",
          call_sid: "CA1",
          account_sid: "AC1",
          stream_path: "/api/v1/voice/ws/voice-stream/t1",
          expires_in: 60,
        },
        { status: 201 },
      ),
    ),
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
  delete (window as { speechSynthesis?: unknown }).speechSynthesis;
});

async function talking(withMicrophone = true) {
  const phone = new TestCall();
  await phone.call(callee, withMicrophone);
  const socket = HandSocket.last;
  socket.onopen();
  return { phone, socket };
}

const marksOf = (socket: HandSocket) => socket.events("mark").map(({ mark }) => mark);

describe("on the stream", () => {
  it("says what Twilio says, in its order", async () => {
    const { phone, socket } = await talking();
    sounds({ type: "frame", ulaw: new Uint8Array([255, 0]), level: 0.5 });
    sounds({ type: "frame", ulaw: new Uint8Array([1]), level: 0 });
    phone.hangUp();

    expect(socket.address.href).toMatch(/^ws:.*\/api\/v1\/voice\/ws\/voice-stream\/t1$/);
    expect(socket.sent.map(({ event }) => event)).toEqual([
      "connected",
      "start",
      "media",
      "media",
      "stop",
    ]);
    expect(socket.sent.slice(1).map(({ sequenceNumber }) => sequenceNumber)).toEqual([
      "1",
      "2",
      "3",
      "4",
    ]);
    expect(socket.events("start")[0]).toMatchObject({
      start: { callSid: "CA1", accountSid: "AC1", mediaFormat: { encoding: "audio/x-mulaw" } },
    });
    expect(socket.events("media").map(({ media }) => media)).toEqual([
      { track: "inbound", chunk: "1", timestamp: "0", payload: "/wA=" },
      { track: "inbound", chunk: "2", timestamp: "20", payload: "AQ==" },
    ]);
    expect(phone.state()).toMatchObject({ phase: "over", problem: undefined });
  });

  it("sends a mark back when it was played, and all that wait when it is interrupted", async () => {
    const { socket } = await talking();
    socket.says({ event: "media", media: { payload: "AQID" } });
    socket.says({ event: "mark", mark: { name: "1" } });
    expect(told).toEqual([
      { type: "play", ulaw: new Uint8Array([1, 2, 3]), silent: false },
      { type: "mark", name: "1" },
    ]);
    expect(marksOf(socket)).toEqual([]);

    sounds({ type: "played", mark: "1", last: true });
    await vi.waitFor(() => expect(marksOf(socket)).toEqual([{ name: "1" }]));
    socket.says({ event: "clear" });
    expect(told.at(-1)).toEqual({ type: "clear" });
    sounds({ type: "cleared", marks: ["2", "3"] });
    expect(marksOf(socket)).toEqual([{ name: "1" }, { name: "2" }, { name: "3" }]);
  });

  it("takes the microphone off the line while it is muted", async () => {
    const { phone } = await talking();
    phone.mute(true);
    phone.mute(false);

    expect(told).toEqual([
      { type: "open", open: false },
      { type: "open", open: true },
    ]);
  });
});

describe("what goes wrong", () => {
  it("is told when there is no microphone, and nothing is called", async () => {
    vi.mocked(openLine).mockRejectedValue(new MicrophoneProblem("refused"));
    const phone = new TestCall();

    await phone.call(callee, true);

    expect(phone.state()).toMatchObject({
      phase: "over",
      call: undefined,
      problem: { kind: "microphone", reason: "refused" },
    });
  });

  it("is told when the service refuses", async () => {
    server.use(
      http.post("*/receptionists/r1/test-call", () => problem(409, "limit_reached", "Too many.")),
    );
    const phone = new TestCall();

    await phone.call(callee, false);

    expect(phone.state().problem).toMatchObject({ kind: "failed" });
  });

  it("is told when the line is cut, and not when the receptionist hangs up", async () => {
    const cut = await talking();
    cut.socket.onclose({ code: 1006 });
    expect(cut.phone.state()).toMatchObject({ phase: "over", problem: { kind: "lost" } });

    const ended = await talking();
    ended.socket.onclose({ code: 1000 });
    expect(ended.phone.state()).toMatchObject({ phase: "over", problem: undefined });
  });
});

describe("in the sandbox", () => {
  const spoken = { event: "media", media: { payload: fixture.marked } };

  it("says what is typed in place of the microphone", async () => {
    const bodies: unknown[] = [];
    server.use(
      http.post("*/api/v1/sandbox/speech", async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json({ payload: "AQID" });
      }),
    );
    const { phone } = await talking(false);

    await phone.type("Hello.");
    await phone.type("Anybody there?");

    expect(told).toEqual([
      { type: "say", ulaw: new Uint8Array([1, 2, 3]) },
      { type: "say", ulaw: new Uint8Array([1, 2, 3]) },
    ]);
    expect(bodies).toEqual([
      { text: "Hello.", utterance: 1 },
      { text: "Anybody there?", utterance: 2 },
    ]);
  });

  it("plays the sound as it is where the browser has no voice", async () => {
    const { phone, socket } = await talking(false);
    socket.says(spoken);

    expect(phone.state().practises).toBe(true);
    expect(told[0]).toMatchObject({ type: "play", silent: false });
  });

  it("reads out the words where it has one, and is not done before the voice is", async () => {
    const said: { text: string; onend?: () => void }[] = [];
    vi.stubGlobal(
      "SpeechSynthesisUtterance",
      class {
        onend?: () => void;
        constructor(readonly text: string) {}
      },
    );
    window.speechSynthesis = {
      getVoices: () => [{}],
      speak: (utterance: (typeof said)[number]) => said.push(utterance),
      cancel: () => undefined,
    } as unknown as SpeechSynthesis;
    const { socket } = await talking(false);

    socket.says({ event: "media", media: { payload: btoa(atob(fixture.marked).slice(0, 480)) } });
    socket.says({ event: "media", media: { payload: btoa(atob(fixture.marked).slice(480)) } });
    sounds({ type: "played", mark: "middle", last: false });
    sounds({ type: "played", mark: "end", last: true });

    expect(told[0]).toMatchObject({ type: "play", silent: true });
    expect(said.map(({ text }) => text)).toEqual([fixture.words]);
    await vi.waitFor(() => expect(marksOf(socket)).toEqual([{ name: "middle" }]));
    said[0]?.onend?.();
    expect(marksOf(socket)).toEqual([{ name: "middle" }, { name: "end" }]);
  });

  it("has the browser write down what is said, and tells an echo", async () => {
    let recognition: { onresult?: (event: object) => void } = {};
    vi.stubGlobal(
      "webkitSpeechRecognition",
      class {
        onresult?: (event: object) => void;
        constructor() {
          // eslint-disable-next-line @typescript-eslint/no-this-alias -- what the page makes is what the test speaks to
          recognition = this;
        }
        start() {
          return undefined;
        }
        abort() {
          return undefined;
        }
      },
    );
    const heard: string[] = [];
    server.use(
      http.post("*/api/v1/sandbox/speech", async ({ request }) => {
        heard.push(((await request.json()) as { text: string }).text);
        return HttpResponse.json({ payload: "AQID" });
      }),
    );
    const { phone, socket } = await talking(true);
    socket.says(spoken);
    const result = (transcript: string) => ({
      resultIndex: 0,
      results: [Object.assign([{ transcript }], { isFinal: true })],
    });

    recognition.onresult?.(result("shall I book it"));
    recognition.onresult?.(result("Yes, please."));

    expect(phone.state().recognises).toBe(true);
    expect(told).toContainEqual({ type: "open", open: false });
    await vi.waitFor(() => expect(heard).toEqual(["Yes, please."]));
  });
});
