import { api, body, type Schema } from "@/api/client";
import { openLine, MicrophoneProblem, type Line, type NoMicrophone } from "./line";
import type { FromLine } from "./line-messages";
import { isEcho, listen } from "./listener";
import { bytesOf, orderIn, StreamMessages } from "./media-stream";
import { Speaker } from "./speaker";
import { WatermarkReader, type Heard } from "./watermark";

export type Version = Schema<"TestCallTried">;

/** Who is called. */
export interface Callee {
  receptionist: string;
  version: Version;
  /** The BCP 47 tag of the language that is spoken. */
  language: string;
}

/** How a call from the browser stands. Replaced when something changes, never changed. */
export interface TestCallState {
  phase: "idle" | "calling" | "talking" | "over";
  call: { id: string; sid: string; since: string } | undefined;
  /** Why there is no call, or no more. */
  problem:
    | { kind: "microphone"; reason: NoMicrophone }
    | { kind: "lost" }
    | { kind: "failed"; cause: unknown }
    | undefined;
  hasMicrophone: boolean;
  muted: boolean;
  /** Whether the receptionist is the sandbox's, which understands nothing but words in the sound. */
  practises: boolean;
  /** Whether the browser writes down what is said. */
  recognises: boolean;
}

const IDLE: TestCallState = {
  phase: "idle",
  call: undefined,
  problem: undefined,
  hasMicrophone: false,
  muted: false,
  practises: false,
  recognises: false,
};

/** How much of what the receptionist said is remembered, to tell its echo, in characters. */
const REMEMBERED = 300;

/** A call to a receptionist from this browser, in Twilio's place: one at a time. */
export class TestCall {
  #state = IDLE;
  readonly #listeners = new Set<() => void>();
  readonly #levels = new Set<(level: number) => void>();
  #line: Line | undefined;
  #socket: WebSocket | undefined;
  #messages: StreamMessages | undefined;
  #reader = new WatermarkReader(() => undefined);
  #speaker = new Speaker("en");
  #held: string[] = [];
  #said = "";
  #utterance = 0;
  #language = "en";
  #stopListening: (() => void) | undefined;
  #attempt = 0;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly state = () => this.#state;

  /** Tells how loud the microphone is, 0 to 1, fifty times a second. */
  watchLevel(listener: (level: number) => void): () => void {
    this.#levels.add(listener);
    return () => {
      this.#levels.delete(listener);
    };
  }

  /** Calls, with the microphone or without one. */
  async call(callee: Callee, withMicrophone: boolean) {
    this.#leave();
    const attempt = (this.#attempt += 1);
    this.#change({ ...IDLE, phase: "calling", hasMicrophone: withMicrophone });
    this.#begin(callee.language);
    try {
      const line = await openLine(withMicrophone, (message) => this.#sounds(message));
      if (this.#isOld(attempt)) {
        line.close();
        return;
      }
      this.#line = line;
      const ticket = await body(
        api.POST("/api/v1/receptionists/{id}/test-call", {
          params: { path: { id: callee.receptionist } },
          body: { version: callee.version },
        }),
      );
      if (!this.#isOld(attempt)) {
        this.#connect(ticket);
      }
    } catch (failure) {
      if (!this.#isOld(attempt)) {
        this.#end(
          failure instanceof MicrophoneProblem
            ? { kind: "microphone", reason: failure.reason }
            : { kind: "failed", cause: failure },
        );
      }
    }
  }

  /** Has these words said in place of the microphone. */
  async type(words: string) {
    const attempt = this.#attempt;
    this.#utterance = (this.#utterance + 1) % 256;
    const { payload } = await body(
      api.POST("/api/v1/sandbox/speech", { body: { text: words, utterance: this.#utterance } }),
    );
    if (!this.#isOld(attempt)) {
      this.#line?.tell({ type: "say", ulaw: bytesOf(payload) });
    }
  }

  mute(muted: boolean) {
    this.#change({ ...this.#state, muted });
    this.#openMicrophone();
  }

  hangUp() {
    if (this.#socket?.readyState === WebSocket.OPEN && this.#messages !== undefined) {
      this.#socket.send(this.#messages.stop());
    }
    if (this.#state.phase === "calling" || this.#state.phase === "talking") {
      this.#end(undefined);
    }
  }

  #begin(language: string) {
    this.#language = language;
    this.#speaker = new Speaker(language);
    this.#speaker.onQuiet = () => this.#sendMarks(this.#held.splice(0));
    this.#reader = new WatermarkReader((heard) => this.#hears(heard));
    this.#held = [];
    this.#said = "";
  }

  #connect(ticket: Schema<"TestCallTicket">) {
    const address = new URL(ticket.stream_path, window.location.origin);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    const messages = new StreamMessages({
      callSid: ticket.call_sid,
      accountSid: ticket.account_sid,
    });
    const socket = new WebSocket(address);
    this.#socket = socket;
    socket.onopen = () => {
      socket.send(messages.connected());
      socket.send(messages.start());
      this.#messages = messages;
      const call = { id: ticket.call_id, sid: ticket.call_sid, since: new Date().toISOString() };
      this.#change({ ...this.#state, phase: "talking", call });
    };
    socket.onmessage = ({ data }) => this.#obeys(String(data));
    socket.onclose = ({ code }) => {
      if (this.#socket === socket) {
        this.#end(code === 1000 ? undefined : { kind: "lost" });
      }
    };
  }

  /** Does what the service says. */
  #obeys(message: string) {
    const order = orderIn(message);
    switch (order?.event) {
      case "media": {
        this.#reader.read(order.ulaw);
        const silent = this.#reader.isOpen && this.#speaker.canSpeak();
        this.#line?.tell({ type: "play", ulaw: order.ulaw, silent });
        break;
      }
      case "mark":
        this.#line?.tell({ type: "mark", name: order.name });
        break;
      case "clear":
        this.#speaker.hush();
        this.#sendMarks(this.#held.splice(0));
        this.#line?.tell({ type: "clear" });
    }
  }

  /** Passes on what the sound card did. */
  #sounds(message: FromLine) {
    switch (message.type) {
      case "frame":
        this.#levels.forEach((listener) => listener(message.level));
        if (this.#messages !== undefined) {
          this.#send(this.#messages.media(message.ulaw));
        }
        break;
      case "played":
        setTimeout(() => this.#played(message.mark, message.last), this.#line?.delayMs() ?? 0);
        break;
      case "cleared":
        this.#sendMarks(message.marks);
    }
  }

  /** What is read out by a voice of its own may take longer than the sound that it stands for. */
  #played(mark: string, last: boolean) {
    if (this.#held.length > 0 || (last && this.#speaker.isTalking())) {
      this.#held.push(mark);
    } else {
      this.#sendMarks([mark]);
    }
  }

  #hears(heard: Heard) {
    switch (heard.type) {
      case "started":
        this.#practise();
        break;
      case "words":
        this.#said = (this.#said + heard.text).slice(-REMEMBERED);
        this.#speaker.hear(heard.text);
        break;
      case "ended":
        this.#said += " ";
        this.#speaker.finish();
    }
  }

  /** The receptionist is the sandbox's: what a microphone hears says nothing to it, so the browser has to listen. */
  #practise() {
    if (this.#state.practises) {
      return;
    }
    this.#change({ ...this.#state, practises: true });
    if (this.#state.hasMicrophone) {
      this.#stopListening = listen(
        this.#language,
        (words) => this.#understands(words),
        () => this.#listens(false),
      );
      this.#listens(this.#stopListening !== undefined);
    }
  }

  #understands(words: string) {
    if (!this.#state.muted && !isEcho(words, this.#said)) {
      this.type(words).catch((failure: unknown) => this.#end({ kind: "failed", cause: failure }));
    }
  }

  #listens(recognises: boolean) {
    this.#change({ ...this.#state, recognises });
    this.#openMicrophone();
  }

  #openMicrophone() {
    const { muted, recognises } = this.#state;
    this.#line?.tell({ type: "open", open: !muted && !recognises });
  }

  #sendMarks(marks: string[]) {
    for (const mark of marks) {
      if (this.#messages !== undefined) {
        this.#send(this.#messages.mark(mark));
      }
    }
  }

  #send(message: string) {
    if (this.#socket?.readyState === WebSocket.OPEN) {
      this.#socket.send(message);
    }
  }

  #end(problem: TestCallState["problem"]) {
    this.#leave();
    this.#change({ ...this.#state, phase: "over", problem });
  }

  /** Lets go of everything that a call holds. */
  #leave() {
    this.#attempt += 1;
    const socket = this.#socket;
    this.#socket = undefined;
    this.#messages = undefined;
    socket?.close(1000);
    this.#line?.close();
    this.#line = undefined;
    this.#stopListening?.();
    this.#stopListening = undefined;
    this.#speaker.hush();
  }

  #isOld(attempt: number): boolean {
    return attempt !== this.#attempt;
  }

  #change(state: TestCallState) {
    this.#state = state;
    this.#listeners.forEach((listener) => listener());
  }
}
