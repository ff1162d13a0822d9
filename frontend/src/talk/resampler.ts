/** How much of what would be folded into the telephone's band is taken out, in dB. */
const ATTENUATION_DB = 60;

/** What a telephone carries; what lies above half of its rate must not be heard. */
const PASS = 3400 / 8000;
const STOP = 4000 / 8000;

/**
 * Turns sound of one rate into sound of another, piece by piece, through a low-pass that keeps what both can carry: a
 * windowed sinc, one set of weights for each place that a sample can have between two others.
 * Source: https://ccrma.stanford.edu/~jos/resample/
 */
export class Resampler {
  readonly #phases: number;
  readonly #step: number;
  readonly #half: number;
  readonly #weights: Float32Array[];
  #buffer: Float32Array;
  #phase = 0;

  constructor(fromHz: number, toHz: number) {
    const shared = gcd(fromHz, toHz);
    this.#phases = toHz / shared;
    this.#step = fromHz / shared;
    const lower = Math.min(fromHz, toHz);
    const transition = ((STOP - PASS) * lower) / fromHz;
    this.#half = Math.ceil((ATTENUATION_DB - 8) / (2.285 * 2 * Math.PI * transition) / 2);
    const cutoff = (((STOP + PASS) / 2) * lower) / fromHz;
    this.#weights = Array.from({ length: this.#phases }, (_, phase) =>
      weights(this.#half, phase / this.#phases, cutoff),
    );
    this.#buffer = new Float32Array(this.#half - 1);
  }

  /** The sound that this piece completes. */
  process(piece: Float32Array): Float32Array {
    const known = new Float32Array(this.#buffer.length + piece.length);
    known.set(this.#buffer);
    known.set(piece, this.#buffer.length);
    const taps = 2 * this.#half;
    const made: number[] = [];
    let at = 0;
    while (at + taps <= known.length) {
      const of = this.#weights[this.#phase] ?? new Float32Array();
      let sum = 0;
      for (let i = 0; i < taps; i++) {
        sum += (known[at + i] ?? 0) * (of[i] ?? 0);
      }
      made.push(sum);
      this.#phase += this.#step;
      at += Math.floor(this.#phase / this.#phases);
      this.#phase %= this.#phases;
    }
    // More than a step ahead of what is known: the rest is skipped when it comes.
    const skip = Math.min(at, known.length);
    this.#buffer = known.slice(skip);
    this.#phase += (at - skip) * this.#phases;
    return Float32Array.from(made);
  }
}

/** How much each neighbour counts for a sample that lies `fraction` after the middle one. */
function weights(half: number, fraction: number, cutoff: number): Float32Array {
  const beta = 0.1102 * (ATTENUATION_DB - 8.7);
  const of = Float32Array.from({ length: 2 * half }, (_, i) => {
    const distance = i - (half - 1) - fraction;
    const edge = distance / half;
    const window =
      Math.abs(edge) > 1 ? 0 : bessel(beta * Math.sqrt(1 - edge * edge)) / bessel(beta);
    return 2 * cutoff * sinc(2 * cutoff * distance) * window;
  });
  const sum = of.reduce((total, weight) => total + weight, 0);
  return of.map((weight) => weight / sum);
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** The modified Bessel function of the first kind, of order zero. */
function bessel(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-9; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
