const PACKET_BYTES = 20;
const PACKET_BITS = PACKET_BYTES * 8;
const SYNC = 0xb5c3;
const MAX_TEXT = 10;
const TEXT_AT = 6;
const CRC_AT = TEXT_AT + MAX_TEXT;

/** So long after its last packet an utterance that has not ended counts as cut short, in samples. */
const CUT_AFTER = 3200;

/** What a listener makes out, in the order of the sound. */
export type Heard =
  { type: "started" } | { type: "words"; text: string } | { type: "ended"; whole: boolean };

/**
 * Reads the words that the sandbox's voices carry in the lowest bits of their samples. Packets may start anywhere; what
 * was lost, repeated or damaged is U+FFFD. docs/sandbox.md describes them.
 */
export class WatermarkReader {
  readonly #listener: (heard: Heard) => void;
  readonly #window = new Uint8Array(PACKET_BYTES);
  #decoder = new TextDecoder();
  #fresh = 0;
  #open = false;
  #utterance = -1;
  #expected = 0;
  #sincePacket = 0;

  constructor(listener: (heard: Heard) => void) {
    this.#listener = listener;
  }

  /** Whether words are being said at this point of the sound. */
  get isOpen(): boolean {
    return this.#open;
  }

  read(ulaw: Uint8Array) {
    for (const sample of ulaw) {
      this.#shift(sample & 1);
      this.#fresh++;
      this.#sincePacket++;
      if (this.#fresh >= PACKET_BITS && this.#get16(0) === SYNC && this.#isWhole()) {
        this.#take();
        this.#fresh = 0;
        this.#sincePacket = 0;
      }
      if (this.#open && this.#sincePacket >= CUT_AFTER) {
        this.#end(false);
      }
    }
  }

  #shift(bit: number) {
    for (let i = 0; i < PACKET_BYTES; i++) {
      const next = i + 1 < PACKET_BYTES ? (this.#window[i + 1] ?? 0) >> 7 : bit;
      this.#window[i] = ((this.#window[i] ?? 0) << 1) | next;
    }
  }

  #isWhole(): boolean {
    const flags = this.#window[5] ?? 0;
    return (
      (flags & 0x70) === 0 &&
      (flags & 0x0f) <= MAX_TEXT &&
      this.#get16(CRC_AT) === crc(this.#window.subarray(2, CRC_AT)) &&
      this.#get16(CRC_AT + 2) === 0
    );
  }

  #take() {
    const utterance = this.#window[2] ?? 0;
    const index = this.#get16(3);
    const flags = this.#window[5] ?? 0;
    if (utterance !== this.#utterance || (!this.#open && index === 0)) {
      this.#end(false);
      this.#utterance = utterance;
      this.#expected = 0;
    }
    if (!this.#open) {
      this.#open = true;
      this.#decoder = new TextDecoder();
      this.#listener({ type: "started" });
    }
    if (index !== this.#expected) {
      this.#decoder = new TextDecoder();
      this.#listener({ type: "words", text: "\ufffd" });
    }
    const slice = this.#window.slice(TEXT_AT, TEXT_AT + (flags & 0x0f));
    const text = this.#decoder.decode(slice, { stream: true });
    if (text !== "") {
      this.#listener({ type: "words", text });
    }
    this.#expected = index + 1;
    if ((flags & 0x80) !== 0) {
      this.#end(true);
    }
  }

  #end(whole: boolean) {
    if (this.#open) {
      this.#open = false;
      this.#listener({ type: "ended", whole });
    }
  }

  #get16(at: number): number {
    return ((this.#window[at] ?? 0) << 8) | (this.#window[at + 1] ?? 0);
  }
}

/** CRC-16/CCITT-FALSE. */
function crc(bytes: Uint8Array): number {
  let sum = 0xffff;
  for (const byte of bytes) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) {
      sum = ((sum << 1) ^ ((sum & 0x8000) === 0 ? 0 : 0x1021)) & 0xffff;
    }
  }
  return sum;
}
