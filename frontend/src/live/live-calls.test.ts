import { describe, expect, it, vi } from "vitest";
import type { Call, LiveEvent } from "./events";
import { LiveCalls } from "./live-calls";

const AT = "2026-11-21T15:00:00Z";

function event(type: LiveEvent["type"], data: unknown): LiveEvent {
  return { type, at: AT, data } as LiveEvent;
}

function call(n: number): Call {
  return {
    id: `call-${n}`,
    test: false,
    call_sid: `CA${n}`,
    direction: "inbound",
    state: "in_progress",
    from: null,
    to: "+14155550100",
    started_at: `2026-11-21T15:00:${String(n).padStart(2, "0")}Z`,
    engine: "realtime",
    fallbacks: [],
  };
}

function fifty(): LiveCalls {
  const calls = new LiveCalls();
  for (let n = 0; n < 50; n++) {
    calls.take(event("call.started", call(n)));
  }
  return calls;
}

describe("fifty calls at once", () => {
  it("are listed newest first", () => {
    const calls = fifty();

    expect(calls.going()).toHaveLength(50);
    expect(calls.going()[0]).toBe("call-49");
  });

  it("do not disturb one another: a word on one leaves the others as they are", () => {
    const calls = fifty();
    const before = calls.going().map((id) => calls.one(id));
    const list = calls.going();

    calls.take(
      event("turn.partial", { call_id: "call-7", index: 0, speaker: "caller", text: "Hi" }),
    );

    const changed = calls.going().filter((id, i) => calls.one(id) !== before[i]);
    expect(changed).toEqual(["call-7"]);
    expect(calls.going()).toBe(list);
  });

  it("tell their listeners once a frame, however much happens", () => {
    vi.useFakeTimers();
    try {
      const calls = fifty();
      vi.advanceTimersByTime(100);
      const heard = vi.fn();
      calls.subscribe(heard);

      for (let n = 0; n < 50; n++) {
        const partial = { call_id: `call-${n}`, index: 0, speaker: "caller", text: "Hi" };
        calls.take(event("turn.partial", partial));
      }
      vi.advanceTimersByTime(100);

      expect(heard).toHaveBeenCalledTimes(1);
    } finally {
      vi.useRealTimers();
    }
  });
});

it("forgets the words so far when the turn is in the transcript", () => {
  const calls = new LiveCalls();
  calls.take(event("call.started", call(1)));
  const words = { call_id: "call-1", index: 0, speaker: "caller", text: "Hello" };
  calls.take(event("turn.partial", words));

  calls.take(event("turn.final", { ...words, text: "Hello there.", tool_calls: [] }));
  calls.take(event("turn.partial", words));

  expect(calls.one("call-1")?.partials).toEqual([]);
  expect(calls.one("call-1")?.turns.map((turn) => turn.text)).toEqual(["Hello there."]);
});

it("takes a turn back that was none", () => {
  const calls = new LiveCalls();
  calls.take(event("call.started", call(1)));
  calls.take(event("turn.partial", { call_id: "call-1", index: 0, speaker: "caller", text: "" }));

  calls.take(event("turn.partial", { call_id: "call-1", index: 0, speaker: "system", text: "" }));

  expect(calls.one("call-1")?.partials).toEqual([]);
});

it("takes a call for ended that has left the snapshot", () => {
  const calls = new LiveCalls();
  calls.take(event("call.started", call(1)));
  calls.lost();

  calls.take(event("live.snapshot", { calls: [] }));

  expect(calls.going()).toEqual([]);
  expect(calls.ended()).toEqual(["call-1"]);
});
