/** The browser's speech recognition, as far as it is used: TypeScript's own library does not have it. */
interface Recognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: { resultIndex: number; results: SpeechRecognitionResultList }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start: () => void;
  abort: () => void;
}

declare global {
  interface Window {
    SpeechRecognition?: new () => Recognition;
    webkitSpeechRecognition?: new () => Recognition;
  }
}

/** What it gets over by itself: nobody spoke, or it was stopped. */
const HARMLESS = new Set(["no-speech", "aborted"]);

/**
 * Writes down what somebody says, where the browser can. Returns what ends it; undefined where the browser cannot.
 * `failed` is called when it finds out later that it cannot.
 */
export function listen(
  language: string,
  heard: (words: string) => void,
  failed: () => void,
): (() => void) | undefined {
  const Recogniser = window.SpeechRecognition ?? window.webkitSpeechRecognition;
  if (Recogniser === undefined) {
    return undefined;
  }
  const recognition = new Recogniser();
  let ended = false;
  recognition.lang = language;
  recognition.continuous = true;
  recognition.interimResults = false;
  recognition.onresult = ({ resultIndex, results }) => {
    for (const result of [...results].slice(resultIndex)) {
      const words = result.isFinal ? (result[0]?.transcript.trim() ?? "") : "";
      if (words !== "") {
        heard(words);
      }
    }
  };
  recognition.onerror = ({ error }) => {
    if (!HARMLESS.has(error) && !ended) {
      ended = true;
      failed();
    }
  };
  // It stops by itself after a while of silence.
  recognition.onend = () => {
    if (!ended) {
      recognition.start();
    }
  };
  recognition.start();
  return () => {
    ended = true;
    recognition.abort();
  };
}

/** Whether `heard` is what was just said here, come back through the microphone. */
export function isEcho(heard: string, said: string): boolean {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const known = new Set(words(said));
  const all = words(heard);
  return all.length > 1 && all.filter((word) => known.has(word)).length >= 0.8 * all.length;
}
