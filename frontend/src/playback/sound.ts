import { useEffect, useState, useSyncExternalStore } from "react";

const CHANGES = ["timeupdate", "seeking", "seeked", "play", "pause", "ended", "error"] as const;

/** A recording that can be listened to. Whoever watches it is told when it goes on, stops or is somewhere else. */
export class Sound {
  readonly #audio: HTMLAudioElement;

  constructor(url: string) {
    this.#audio = new Audio();
    this.#audio.preload = "none";
    this.#audio.src = url;
  }

  readonly subscribe = (listener: () => void) => {
    CHANGES.forEach((change) => {
      this.#audio.addEventListener(change, listener);
    });
    return () => {
      CHANGES.forEach((change) => {
        this.#audio.removeEventListener(change, listener);
      });
    };
  };

  /** Seconds from its start. */
  readonly at = () => this.#audio.currentTime;

  readonly isPlaying = () => !this.#audio.paused;

  readonly hasFailed = () => this.#audio.error !== null;

  play() {
    // What keeps it from playing is told as an error; being paused at once is none.
    void this.#audio.play().catch(() => undefined);
  }

  toggle() {
    if (this.isPlaying()) {
      this.#audio.pause();
    } else {
      this.play();
    }
  }

  /** Goes on from there, if it was playing. */
  seek(seconds: number) {
    this.#audio.currentTime = Math.max(0, seconds);
    // Before anything of it has come, the browser notes the place and tells nobody.
    if (this.#audio.readyState === HTMLMediaElement.HAVE_NOTHING) {
      this.#audio.dispatchEvent(new Event("seeking"));
    }
  }

  stop() {
    this.#audio.pause();
  }
}

/** The sound at an address, which changes as often as it is asked for: the first one is good for an hour. */
export function useSound(url: string | null | undefined): Sound | undefined {
  const [sound, setSound] = useState<Sound>();
  if (sound === undefined && url != null) {
    setSound(new Sound(url));
  }
  useEffect(() => () => sound?.stop(), [sound]);
  return sound;
}

const SILENCE = () => () => undefined;

/** Something of a sound that is shown, as long as it is the same nothing is drawn anew. */
export function useOfSound<T>(sound: Sound | undefined, read: (sound: Sound | undefined) => T): T {
  return useSyncExternalStore(sound?.subscribe ?? SILENCE, () => read(sound));
}
