/** A mark that was passed; `last` if the sound before it has run out, so that nothing waits behind it. */
export interface Passed {
  mark: string;
  last: boolean;
}

/** Sound that waits to be played, and the marks in it, as Twilio keeps them. */
export class PlaybackQueue {
  #waiting: (Float32Array | string)[] = [];
  /** Whether sound was played since the last mark. */
  #sounded = false;

  play(samples: Float32Array) {
    this.#waiting.push(samples);
  }

  /** Comes back when everything before it has been played, or cleared. */
  mark(name: string) {
    this.#waiting.push(name);
  }

  /** Forgets all sound. Returns the marks that were waiting. */
  clear(): string[] {
    const marks = this.#waiting.filter((item) => typeof item === "string");
    this.#waiting = [];
    this.#sounded = false;
    return marks;
  }

  /** Fills `into` with what is played next, and with silence when there is nothing. Returns the marks that it passes. */
  read(into: Float32Array): Passed[] {
    const passed: Passed[] = [];
    let filled = 0;
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (typeof next === "string") {
        this.#waiting.shift();
        passed.push({
          mark: next,
          last: this.#sounded && this.#waiting.every((item) => typeof item === "string"),
        });
        this.#sounded = false;
        continue;
      }
      const part = next.subarray(0, into.length - filled);
      into.set(part, filled);
      filled += part.length;
      this.#sounded ||= part.length > 0;
      if (part.length < next.length) {
        this.#waiting[0] = next.subarray(part.length);
        break;
      }
      this.#waiting.shift();
    }
    into.fill(0, filled);
    return passed;
  }
}
