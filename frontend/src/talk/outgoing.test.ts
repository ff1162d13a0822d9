import { describe, expect, it } from "vitest";
import { FRAME, SILENCE } from "./mulaw";
import { Outgoing } from "./outgoing";
import { Resampler } from "./resampler";

const loud = (length: number) => Float32Array.from({ length }, (_, i) => Math.sin(i / 3) / 2);

it.each([44_100, 48_000])(
  "sends fifty frames a second, whatever the sound card's rate: %i Hz",
  (rate) => {
    const resampler = new Resampler(rate, 8000);
    const outgoing = new Outgoing();
    let frames = 0;
    const widest = { blocks: 0, since: 0 };
    for (let block = 0; block * 128 < rate * 10; block++) {
      const due = outgoing.hear(resampler.process(loud(128))).length;
      frames += due;
      widest.since = due > 0 ? 0 : widest.since + 1;
      widest.blocks = Math.max(widest.blocks, widest.since);
    }

    expect(frames).toBeGreaterThanOrEqual(499);
    expect(frames).toBeLessThanOrEqual(500);
    // Never more than 20 ms and one block apart.
    expect((widest.blocks * 128) / rate).toBeLessThan(0.023);
  },
);

describe("what goes out", () => {
  it("is the microphone, as loud as it is", () => {
    const [frame] = new Outgoing().hear(loud(FRAME));

    expect(frame?.level).toBeCloseTo(0.35, 1);
    expect(new Set(frame?.ulaw).size).toBeGreaterThan(10);
  });

  it("is silence while that is off the line", () => {
    const outgoing = new Outgoing();
    outgoing.open = false;

    expect(outgoing.hear(loud(FRAME))).toEqual([
      { ulaw: new Uint8Array(FRAME).fill(SILENCE), level: 0 },
    ]);
  });

  it("is what was typed, byte by byte, and then the microphone again", () => {
    const outgoing = new Outgoing();
    const speech = Uint8Array.from({ length: 2 * FRAME }, (_, i) => i % 251);
    outgoing.say(speech);

    const frames = outgoing.hear(loud(3 * FRAME)).map(({ ulaw }) => ulaw);

    expect([...(frames[0] ?? []), ...(frames[1] ?? [])]).toEqual([...speech]);
    expect(frames[2]).not.toEqual(frames[0]);
  });
});
