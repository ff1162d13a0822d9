import { act, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Schema } from "@/api/client";
import { renderApp } from "@/testing/render";
import { http, HttpResponse, server } from "@/testing/server";
import type { Call, Turn } from "./queries";

const ID = "0190a000-0000-7000-8000-0000000000c1";
const call: Partial<Call> = {
  id: ID,
  test: false,
  call_sid: "CA0001",
  direction: "inbound",
  state: "completed",
  outcome: "answered",
  from: "+14155550134",
  caller_name: "Maria Lopez",
  started_at: "2026-11-20T14:41:00Z",
  ended_at: "2026-11-20T14:42:00Z",
  duration_s: 60,
  engine: "realtime",
  fallbacks: [],
};
const turn = (index: number, speaker: Turn["speaker"], from: number, to: number): Turn => ({
  index,
  speaker,
  text: `Words ${index}.`,
  interrupted: false,
  tool_calls: [],
  started_at: new Date(Date.parse("2026-11-20T14:41:00Z") + from * 1000).toISOString(),
  ended_at: new Date(Date.parse("2026-11-20T14:41:00Z") + to * 1000).toISOString(),
});
const ready: Schema<"Playback"> = {
  kind: "call",
  state: "ready",
  started_at: "2026-11-20T14:41:06Z",
  duration_ms: 48_000,
  channels: 2,
  bytes: 1_536_044,
  audio_url: "/api/v1/voice/audio/sealed",
  audio_url_expires_at: "2026-11-20T15:41:00Z",
  waveform: { caller: [0, 50, 100], receptionist: [80, 0, 0] },
  delete_at: "2026-12-20T14:41:00Z",
};

let audio: HTMLMediaElement | undefined;
const plays = (element: HTMLMediaElement) => {
  audio = element;
};

beforeEach(() => {
  vi.spyOn(HTMLMediaElement.prototype, "play").mockImplementation(function (
    this: HTMLMediaElement,
  ) {
    plays(this);
    Object.defineProperty(this, "paused", { value: false, configurable: true });
    this.dispatchEvent(new Event("play"));
    return Promise.resolve();
  });
  vi.spyOn(HTMLMediaElement.prototype, "pause").mockImplementation(function (
    this: HTMLMediaElement,
  ) {
    Object.defineProperty(this, "paused", { value: true, configurable: true });
    this.dispatchEvent(new Event("pause"));
  });
  server.use(
    http.get("*/api/v1/calls", () => HttpResponse.json({ data: [call], next_cursor: null })),
    http.get(`*/api/v1/calls/${ID}`, () => HttpResponse.json(call)),
    http.get(`*/api/v1/calls/${ID}/transcript`, () =>
      HttpResponse.json({
        turns: [
          turn(0, "receptionist", 1, 5),
          turn(1, "caller", 7, 10),
          turn(2, "receptionist", 11, 20),
        ],
      }),
    ),
  );
});

afterEach(() => {
  audio = undefined;
  vi.restoreAllMocks();
});

const shows = (playback: Partial<Schema<"Playback">>) => {
  server.use(http.get(`*/api/v1/calls/${ID}/recording/details`, () => HttpResponse.json(playback)));
  return renderApp(`/calls/${ID}`);
};
const place = (seconds: number) => {
  act(() => {
    Object.defineProperty(audio, "currentTime", { value: seconds, writable: true });
    audio?.dispatchEvent(new Event("timeupdate"));
  });
};

it("is played from a turn on, and shows which turn is heard", async () => {
  const { user } = await shows(ready);
  const words = await screen.findByRole("region", { name: "Word for word" });

  expect(await within(words).findAllByRole("button", { name: /^Play from/ })).toHaveLength(2);
  await user.click(within(words).getAllByRole("button", { name: /^Play from/ })[1] as HTMLElement);

  expect(audio?.currentTime).toBe(5);
  expect(audio?.src).toContain("/api/v1/voice/audio/sealed");
  expect(within(words).getByText("Words 2.").closest("li")).toHaveAttribute("aria-current", "true");
  place(1.2);
  expect(within(words).getByText("Words 1.").closest("li")).toHaveAttribute("aria-current", "true");
  expect(within(words).getByText("Words 2.").closest("li")).not.toHaveAttribute("aria-current");
});

it("is played, paused and moved by keys", async () => {
  const { user } = await shows(ready);
  const recording = await screen.findByRole("region", { name: "Recording" });

  await user.click(within(recording).getByRole("button", { name: "Play the recording" }));
  const slider = within(recording).getByRole("slider", { name: "Place in the recording" });
  expect(slider).toHaveAttribute("aria-valuetext", "0:00 / 0:48");
  fireEvent.change(slider, { target: { value: "12" } });
  expect(audio?.currentTime).toBe(12);

  await user.keyboard("p");
  expect(within(recording).getByRole("button", { name: "Play the recording" })).toBeInTheDocument();
});

it("says until when it is kept, and is deleted after a question", async () => {
  const deleted = vi.fn();
  server.use(
    http.delete(`*/api/v1/calls/${ID}/recording`, () => {
      deleted();
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = await shows(ready);
  const recording = await screen.findByRole("region", { name: "Recording" });

  expect(recording).toHaveTextContent("Kept until December 20, 2026.");
  await user.click(within(recording).getByRole("button", { name: "Delete recording" }));
  const dialog = await screen.findByRole("dialog", { name: "Delete this recording?" });
  await user.click(within(dialog).getByRole("button", { name: "Delete recording" }));

  expect(await screen.findByText("The recording is being deleted")).toBeInTheDocument();
  expect(deleted).toHaveBeenCalledOnce();
});

it.each([
  [{ state: "completed" as const }, "The recording is on its way…"],
  [{ state: "deleted" as const, deleted_at: "2026-11-21T09:00:00Z" }, /deleted on November 21/],
  [{ state: "failed" as const }, "This call could not be recorded."],
])("says what became of it: %o", async (playback, said) => {
  await shows({ ...ready, audio_url: null, waveform: null, ...playback });

  expect(await screen.findByText(said)).toBeInTheDocument();
});

it("is not mentioned where nothing was recorded", async () => {
  await shows({ kind: "call", state: null });

  await screen.findByText("Words 0.");
  expect(screen.queryByRole("region", { name: "Recording" })).not.toBeInTheDocument();
});
