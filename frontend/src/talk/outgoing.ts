import { encode, FRAME, SILENCE } from "./mulaw";

/** What goes out every 20 ms: words that were typed, as long as there are any; else what the microphone hears. */
export class Outgoing {
  /** Whether the microphone is on the line. */
  open = true;
  #heard = new Float32Array();
  readonly #speech: Uint8Array[] = [];

  /** Says this, after what is being said. */
  say(ulaw: Uint8Array) {
    for (let at = 0; at < ulaw.length; at += FRAME) {
      const frame = new Uint8Array(FRAME).fill(SILENCE);
      frame.set(ulaw.subarray(at, at + FRAME));
      this.#speech.push(frame);
    }
  }

  /** Takes what was heard, at the telephone's rate. Returns the frames that are due, each with its loudness, 0 to 1. */
  hear(samples: Float32Array): { ulaw: Uint8Array; level: number }[] {
    const heard = new Float32Array(this.#heard.length + samples.length);
    heard.set(this.#heard);
    heard.set(samples, this.#heard.length);
    const frames = [];
    let at = 0;
    for (; at + FRAME <= heard.length; at += FRAME) {
      frames.push(this.#frame(heard.subarray(at, at + FRAME)));
    }
    this.#heard = heard.slice(at);
    return frames;
  }

  #frame(heard: Float32Array) {
    const level = this.open ? loudness(heard) : 0;
    const spoken = this.#speech.shift();
    return {
      ulaw: spoken ?? (this.open ? encode(heard) : new Uint8Array(FRAME).fill(SILENCE)),
      level,
    };
  }
}

function loudness(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}
