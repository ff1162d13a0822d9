/**
 * G.711 mu-law, 8 kHz mono: one byte a sample, the sound of a telephone line.
 * Source: https://www.itu.int/rec/T-REC-G.711
 */
export const RATE_HZ = 8000;

/** Samples in 20 ms: what a message of a media stream holds. */
export const FRAME = 160;

/** A sample of silence. */
export const SILENCE = 0xff;

const BIAS = 0x84;
const CLIP = 32_635;

const LINEAR = Float32Array.from({ length: 256 }, (_, code) => expand(code) / 32_768);

/** The sample that a byte stands for, -1 to 1. */
export function decode(ulaw: Uint8Array): Float32Array {
  return Float32Array.from(ulaw, (code) => LINEAR[code] ?? 0);
}

/** The bytes whose sound is nearest to samples of -1 to 1. */
export function encode(samples: Float32Array): Uint8Array {
  return Uint8Array.from(samples, (sample) =>
    compress(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767)),
  );
}

/** The 16-bit sample that a byte stands for. */
export function expand(code: number): number {
  const inverted = ~code & 0xff;
  const exponent = (inverted >> 4) & 7;
  const magnitude = ((((inverted & 0x0f) << 3) + BIAS) << exponent) - BIAS;
  return (inverted & 0x80) === 0 ? magnitude : -magnitude;
}

/** The byte whose sound is nearest to a 16-bit sample. */
export function compress(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(sample), CLIP) + BIAS;
  const exponent = 24 - Math.clz32(magnitude);
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}
