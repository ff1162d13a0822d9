import { describe, expect, it } from "vitest";
import { Resampler } from "./resampler";

const SECONDS = 1;

/** A tone, in the pieces in which a sound card gives it. */
function resampled(hz: number, fromHz: number, toHz: number): Float32Array {
  const resampler = new Resampler(fromHz, toHz);
  const made: number[] = [];
  for (let at = 0; at < fromHz * SECONDS; at += 128) {
    const piece = Float32Array.from({ length: 128 }, (_, i) =>
      Math.sin((2 * Math.PI * hz * (at + i)) / fromHz),
    );
    made.push(...resampler.process(piece));
  }
  return Float32Array.from(made);
}

/** How loud it is, in dB against a full tone; without the beginning, which the filter fades in. */
function loudness(samples: Float32Array): number {
  const steady = samples.slice(400, -400);
  const power = steady.reduce((sum, sample) => sum + sample * sample, 0) / steady.length;
  return 10 * Math.log10(2 * power);
}

describe.each([8000, 16_000, 22_050, 44_100, 48_000, 96_000])("from %i Hz", (rate) => {
  it("makes as many samples as a telephone needs", () => {
    const made = resampled(440, rate, 8000);

    // What the filter holds back, and the last piece.
    expect(Math.abs(made.length - 8000 * SECONDS)).toBeLessThan(100);
  });

  it.each([300, 1000, 3000])("keeps a tone of %i Hz as loud as it is", (hz) => {
    expect(Math.abs(loudness(resampled(hz, rate, 8000)))).toBeLessThan(0.1);
  });

  it.each([4100, 5000, 7900, 15_000])("lets nothing of a tone of %i Hz through", (hz) => {
    if (hz < rate / 2) {
      expect(loudness(resampled(hz, rate, 8000))).toBeLessThan(-40);
    }
  });
});

describe.each([16_000, 44_100, 48_000])("to %i Hz", (rate) => {
  it("keeps a tone, and adds no other", () => {
    const made = resampled(1000, 8000, rate);
    const pure = made.slice(400, -400);
    // What is left of a tone when it is taken out by its own sine and cosine.
    const angle = (i: number) => (2 * Math.PI * 1000 * i) / rate;
    const part = (wave: (angle: number) => number) =>
      (2 / pure.length) * pure.reduce((sum, sample, i) => sum + sample * wave(angle(i)), 0);
    const [sine, cosine] = [part(Math.sin), part(Math.cos)];
    const rest = pure.map(
      (sample, i) => sample - sine * Math.sin(angle(i)) - cosine * Math.cos(angle(i)),
    );

    expect(Math.abs(10 * Math.log10(sine * sine + cosine * cosine))).toBeLessThan(0.1);
    expect(
      10 * Math.log10((2 * rest.reduce((sum, x) => sum + x * x, 0)) / rest.length),
    ).toBeLessThan(-40);
  });
});
