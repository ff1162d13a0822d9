import { decode, RATE_HZ } from "./mulaw";
import { Outgoing } from "./outgoing";
import { PlaybackQueue } from "./playback-queue";
import { Resampler } from "./resampler";
import type { FromLine, ToLine } from "./line-messages";

/** How many telephone samples are taken from the queue at a time: 2 ms, so marks are no further off than that. */
const STEP = 16;

/** Both directions of a call, on the sound card's own clock. */
class LineProcessor extends AudioWorkletProcessor {
  readonly #queue = new PlaybackQueue();
  readonly #outgoing = new Outgoing();
  readonly #down = new Resampler(sampleRate, RATE_HZ);
  readonly #up = new Resampler(RATE_HZ, sampleRate);
  #ready = new Float32Array();
  #ended = false;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<ToLine>) => {
      this.#take(data);
    };
  }

  process([input]: Float32Array[][], [output]: Float32Array[][]): boolean {
    const speaker = output?.[0];
    if (speaker !== undefined) {
      const heard = input?.[0] ?? new Float32Array(speaker.length);
      for (const { ulaw, level } of this.#outgoing.hear(this.#down.process(heard))) {
        this.#tell({ type: "frame", ulaw, level });
      }
      this.#play(speaker);
    }
    return !this.#ended;
  }

  #play(speaker: Float32Array) {
    while (this.#ready.length < speaker.length) {
      const step = new Float32Array(STEP);
      for (const { mark, last } of this.#queue.read(step)) {
        this.#tell({ type: "played", mark, last });
      }
      const more = this.#up.process(step);
      const ready = new Float32Array(this.#ready.length + more.length);
      ready.set(this.#ready);
      ready.set(more, this.#ready.length);
      this.#ready = ready;
    }
    speaker.set(this.#ready.subarray(0, speaker.length));
    this.#ready = this.#ready.slice(speaker.length);
  }

  #take(order: ToLine) {
    switch (order.type) {
      case "play":
        this.#queue.play(order.silent ? new Float32Array(order.ulaw.length) : decode(order.ulaw));
        break;
      case "mark":
        this.#queue.mark(order.name);
        break;
      case "clear":
        this.#tell({ type: "cleared", marks: this.#queue.clear() });
        break;
      case "say":
        this.#outgoing.say(order.ulaw);
        break;
      case "open":
        this.#outgoing.open = order.open;
        break;
      case "end":
        this.#ended = true;
    }
  }

  #tell(message: FromLine) {
    this.port.postMessage(message);
  }
}

registerProcessor("line", LineProcessor);
