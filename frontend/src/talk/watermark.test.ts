import { expect, it } from "vitest";
import fixture from "./fixtures/telephone.json";
import { bytesOf } from "./media-stream";
import { WatermarkReader, type Heard } from "./watermark";

const FRAME = 160;
const marked = bytesOf(fixture.marked);

function hear(...pieces: Uint8Array[]): Heard[] {
  const heard: Heard[] = [];
  const reader = new WatermarkReader((what) => heard.push(what));
  pieces.forEach((piece) => reader.read(piece));
  return heard;
}

const wordsOf = (heard: Heard[]) =>
  heard.map((what) => (what.type === "words" ? what.text : "")).join("");

it("reads what the service has written", () => {
  const heard = hear(marked);

  expect(wordsOf(heard)).toBe(fixture.words);
  expect(heard[0]).toEqual({ type: "started" });
  expect(heard.at(-1)).toEqual({ type: "ended", whole: true });
});

it("reads it wherever it is cut, and after anything else", () => {
  const noise = Uint8Array.from({ length: 333 }, (_, i) => (i * 7) % 256);

  expect(wordsOf(hear(noise, marked.slice(0, 1001), marked.slice(1001)))).toBe(fixture.words);
});

it("tells that a frame was lost", () => {
  const heard = hear(marked.slice(0, 3 * FRAME), marked.slice(4 * FRAME));

  expect(wordsOf(heard)).toContain("\ufffd");
});

it("ends an utterance that is cut short", () => {
  const heard = hear(marked.slice(0, 4 * FRAME), new Uint8Array(3300).fill(0xff));

  expect(heard.at(-1)).toEqual({ type: "ended", whole: false });
});

it("hears nothing in silence and noise", () => {
  const noise = Uint8Array.from({ length: 80_000 }, (_, i) => (i * i * 31 + i) % 256);

  expect(hear(new Uint8Array(16_000).fill(0xff), noise)).toEqual([]);
});
