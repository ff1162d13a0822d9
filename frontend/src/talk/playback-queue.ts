/** Sound that waits to be played, and the marks in it, as Twilio keeps them. */
export class PlaybackQueue {
  #waiting: (Float32Array | string)[] = [];

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
    return marks;
  }

  /** Whether everything has been played. */
  isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Fills `into` with what is played next, and with silence when there is nothing. Returns the marks that it passes. */
  read(into: Float32Array): string[] {
    const passed: string[] = [];
    let filled = 0;
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (typeof next === "string") {
        passed.push(next);
        this.#waiting.shift();
        continue;
      }
      const part = next.subarray(0, into.length - filled);
      into.set(part, filled);
      filled += part.length;
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
