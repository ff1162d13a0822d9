/** What our service says on a media stream. */
export type Order =
  { event: "media"; ulaw: Uint8Array } | { event: "mark"; name: string } | { event: "clear" };

/** The ids with which a stream begins. */
export interface StreamIds {
  callSid: string;
  accountSid: string;
}

/**
 * Writes what Twilio says on one media stream. Numbers are strings, but for the format's.
 * Source: https://www.twilio.com/docs/voice/media-streams/websocket-messages
 */
export class StreamMessages {
  readonly #ids: StreamIds;
  readonly #streamSid = `MZ${crypto.randomUUID().replaceAll("-", "")}`;
  #sequence = 0;
  #frames = 0;

  constructor(ids: StreamIds) {
    this.#ids = ids;
  }

  connected(): string {
    return JSON.stringify({ event: "connected", protocol: "Call", version: "1.0.0" });
  }

  start(): string {
    return this.#message("start", {
      ...this.#ids,
      streamSid: this.#streamSid,
      tracks: ["inbound"],
      mediaFormat: { encoding: "audio/x-mulaw", sampleRate: 8000, channels: 1 },
      customParameters: {},
    });
  }

  /** The next 20 ms of the caller's sound. */
  media(ulaw: Uint8Array): string {
    const timestamp = String(this.#frames * 20);
    this.#frames += 1;
    const payload = btoa(String.fromCharCode(...ulaw));
    return this.#message("media", {
      track: "inbound",
      chunk: String(this.#frames),
      timestamp,
      payload,
    });
  }

  mark(name: string): string {
    return this.#message("mark", { name });
  }

  stop(): string {
    return this.#message("stop", this.#ids);
  }

  #message(event: string, body: object): string {
    this.#sequence += 1;
    return JSON.stringify({
      event,
      sequenceNumber: String(this.#sequence),
      streamSid: this.#streamSid,
      [event]: body,
    });
  }
}

/** What a message of our service's asks for; undefined for what Twilio would not know either. */
export function orderIn(message: string): Order | undefined {
  const told = JSON.parse(message) as {
    event?: string;
    media?: { payload: string };
    mark?: { name: string };
  };
  switch (told.event) {
    case "media":
      return told.media && { event: "media", ulaw: bytesOf(told.media.payload) };
    case "mark":
      return told.mark && { event: "mark", name: told.mark.name };
    case "clear":
      return { event: "clear" };
    default:
      return undefined;
  }
}

export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
