import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { vi } from "vitest";
import { expand } from "../src/talk/mulaw";

export const PASSWORD = "correct horse battery staple";

type Json = Record<string, unknown>;

interface Outbox {
  mails: { to: string; text: string }[];
}

/** A business and its owner, as a program sees them: for what a test needs to find, not for what it tests. */
export class Business {
  private constructor(
    readonly service: string,
    readonly email: string,
    private readonly token: string,
  ) {}

  static async signUp(service: string, name: string, more: Json = {}): Promise<Business> {
    const email = `ana.${randomUUID().slice(0, 8)}@example.com`;
    const answer = await send(service, "POST", "/api/v1/auth/signup", {
      business_name: name,
      email,
      password: PASSWORD,
      time_zone: "America/New_York",
      industry: "home_services",
      ...more,
    });
    return new Business(service, email, (answer as { access_token: string }).access_token);
  }

  static async logIn(service: string, email: string): Promise<Business> {
    const answer = await send(service, "POST", "/api/v1/auth/login", { email, password: PASSWORD });
    return new Business(service, email, (answer as { access_token: string }).access_token);
  }

  get<T>(path: string): Promise<T> {
    return send(this.service, "GET", path, undefined, this.token) as Promise<T>;
  }

  post<T>(path: string, body: Json): Promise<T> {
    return send(this.service, "POST", path, body, this.token) as Promise<T>;
  }

  patch<T>(path: string, body: Json): Promise<T> {
    return send(this.service, "PATCH", path, body, this.token) as Promise<T>;
  }

  /** Whether something is there by now. */
  async has(path: string): Promise<boolean> {
    const answer = await fetch(new URL(path, this.service), {
      headers: { Authorization: `Bearer ${this.token}` },
    });
    await answer.arrayBuffer();
    return answer.ok;
  }

  /** All times of the next day on which nothing is booked or past, with the first service. */
  async wholeDay(): Promise<{ service_id: string; starts_at: string }[]> {
    const [from, to] = [0, 14].map((days) => new Date(Date.now() + days * 86_400_000));
    const service = (await this.get<{ data: { id: string }[] }>("/api/v1/services")).data[0];
    const { data } = await this.get<{ data: { service_id: string; starts_at: string }[] }>(
      `/api/v1/availability?from=${from?.toISOString()}&to=${to?.toISOString()}&service_id=${service?.id}`,
    );
    const day = (at: string | Date) =>
      new Date(at).toLocaleDateString("en-CA", { timeZone: "America/New_York" });
    const next = data.find(({ starts_at }) => day(starts_at) > day(new Date()));
    return data
      .filter(({ starts_at }) => next !== undefined && day(starts_at) === day(next.starts_at))
      .map(({ service_id, starts_at }) => ({ service_id, starts_at }));
  }

  /** Whether so many calls are over, and read by the service afterwards. */
  async ended(count: number): Promise<boolean> {
    const { data } = await this.get<{ data: { state: string; summary: string | null }[] }>(
      "/api/v1/calls",
    );
    return data.filter(({ state, summary }) => state === "completed" && summary).length >= count;
  }

  /** Where the link of the newest mail to `address` leads to `page`. */
  mailedLink(address: string, page: string): Promise<string> {
    return vi.waitUntil(
      async () => {
        const { mails } = await this.get<Outbox>("/api/v1/sandbox/outbox");
        return mails
          .filter(({ to }) => to === address)
          .map(({ text }) => new RegExp(`(${page}#token=\\S+)`).exec(text)?.[1])
          .find((path) => path !== undefined);
      },
      { timeout: 20_000, interval: 200 },
    );
  }

  /** The number that it practises with, which it gets soon after it has signed up. */
  private async number(tries = 100): Promise<string> {
    const [number] = (await this.get<{ numbers: string[] }>("/api/v1/sandbox")).numbers;
    if (number === undefined && tries > 0) {
      await pause(200);
      return this.number(tries - 1);
    }
    return number ?? "none";
  }

  /** Words in the voice of the sandbox's callers, as a WAVE file. */
  async speech(text: string): Promise<Buffer> {
    const { payload } = await this.post<{ payload: string }>("/api/v1/sandbox/speech", {
      text,
      utterance: 1,
    });
    return wave([...Buffer.from(payload, "base64")].map(expand));
  }

  /** Has one of the sandbox's callers ring. Answers with the call's SID at once. */
  async ring(scenario: string): Promise<string> {
    const to = await this.number();
    const { call_sid } = await this.post<{ call_sid: string }>("/api/v1/sandbox/calls", {
      scenario,
      to,
    });
    return call_sid;
  }
}

/** 8 kHz, mono, 16 bits a sample. */
function wave(samples: number[]): Buffer {
  const file = Buffer.alloc(44 + 2 * samples.length);
  file.write("RIFF", 0);
  file.writeUInt32LE(file.length - 8, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  [1, 1].forEach((value, i) => file.writeUInt16LE(value, 20 + 2 * i));
  [8000, 16_000].forEach((value, i) => file.writeUInt32LE(value, 24 + 4 * i));
  [2, 16].forEach((value, i) => file.writeUInt16LE(value, 32 + 2 * i));
  file.write("data", 36);
  file.writeUInt32LE(2 * samples.length, 40);
  samples.forEach((sample, i) => file.writeInt16LE(sample, 44 + 2 * i));
  return file;
}

async function send(service: string, method: string, path: string, body?: Json, token?: string) {
  const response = await fetch(new URL(path, service), {
    method,
    headers: {
      ...(body !== undefined && { "Content-Type": "application/json" }),
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status} ${text}`);
  }
  return text === "" ? undefined : (JSON.parse(text) as unknown);
}
