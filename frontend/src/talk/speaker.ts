/** How long a sentence may take before the voice counts as lost: some browsers never say that they have finished. */
const LONGEST_MS = 20_000;

/** Reads out what the sandbox's receptionist says, in this browser's own voice. */
export class Speaker {
  /** Is told whenever nothing is being said any more. */
  onQuiet: () => void = () => undefined;
  readonly #language: string;
  #waiting = 0;
  #broken = false;
  #words = "";
  #guard: ReturnType<typeof setTimeout> | undefined;

  constructor(language: string) {
    this.#language = language;
  }

  /** Whether this browser has a voice. */
  canSpeak(): boolean {
    return !this.#broken && "speechSynthesis" in window && speechSynthesis.getVoices().length > 0;
  }

  isTalking(): boolean {
    return this.#waiting > 0;
  }

  /** More words: whole sentences are said as soon as they are known. */
  hear(words: string) {
    this.#words += words;
    const end = /.*[.?!…](?=\s)/s.exec(this.#words)?.[0];
    if (end !== undefined) {
      this.#words = this.#words.slice(end.length);
      this.#say(end);
    }
  }

  /** Nothing follows what was heard. */
  finish() {
    this.#say(this.#words);
    this.#words = "";
  }

  /** Stops at once, and forgets what waits. */
  hush() {
    this.#words = "";
    this.#waiting = 0;
    clearTimeout(this.#guard);
    if ("speechSynthesis" in window) {
      speechSynthesis.cancel();
    }
  }

  #say(sentence: string) {
    const words = sentence.replaceAll("\ufffd", "").trim();
    if (words === "" || !this.canSpeak()) {
      return;
    }
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.lang = this.#language;
    utterance.onend = () => this.#said();
    utterance.onerror = ({ error }) => {
      if (error !== "canceled" && error !== "interrupted") {
        this.#broken = true;
        this.#said();
      }
    };
    this.#waiting += 1;
    this.#watch();
    speechSynthesis.speak(utterance);
  }

  #said() {
    if (this.#waiting === 0) {
      return; // was hushed
    }
    this.#waiting -= 1;
    this.#watch();
    if (this.#waiting === 0) {
      this.onQuiet();
    }
  }

  #watch() {
    clearTimeout(this.#guard);
    if (this.#waiting > 0) {
      this.#guard = setTimeout(() => {
        this.#broken = true;
        this.hush();
        this.onQuiet();
      }, LONGEST_MS);
    }
  }
}
