import { expect, it } from "vitest";
import { PlaybackQueue } from "./playback-queue";

const sound = (length: number, value = 0.5) => new Float32Array(length).fill(value);

/** Plays so many steps of ten samples; returns what was heard, and which marks came when. */
function play(queue: PlaybackQueue, steps: number) {
  const heard: number[] = [];
  const marks: [number, string][] = [];
  for (let step = 1; step <= steps; step++) {
    const into = new Float32Array(10);
    queue
      .read(into)
      .forEach(({ mark, last }) => marks.push([step, last ? `${mark}, the last` : mark]));
    heard.push(...into);
  }
  return { heard, marks };
}

it("sends a mark back when what stands before it has been played, not earlier", () => {
  const queue = new PlaybackQueue();
  queue.play(sound(25));
  queue.mark("first");
  queue.play(sound(20));
  queue.mark("second");

  expect(play(queue, 6).marks).toEqual([
    [3, "first"],
    [5, "second, the last"],
  ]);
});

it("plays in order, without a gap, and silence when there is nothing", () => {
  const queue = new PlaybackQueue();
  queue.play(sound(15, 0.1));
  queue.mark("between");
  queue.play(sound(15, 0.2));

  const { heard } = play(queue, 4);

  expect(heard.slice(0, 15).every((x) => Math.abs(x - 0.1) < 1e-6)).toBe(true);
  expect(heard.slice(15, 30).every((x) => Math.abs(x - 0.2) < 1e-6)).toBe(true);
  expect(heard.slice(30)).toEqual(new Array(10).fill(0));
});

it("forgets everything when it is cleared, and sends back what was pending", () => {
  const queue = new PlaybackQueue();
  queue.play(sound(100));
  queue.mark("a");
  queue.play(sound(100));
  queue.mark("b");
  play(queue, 2);

  expect(queue.clear()).toEqual(["a", "b"]);
  expect(play(queue, 3)).toEqual({ heard: new Array(30).fill(0), marks: [] });
});

it("takes no mark for the last of a sound that has not begun", () => {
  const queue = new PlaybackQueue();
  queue.play(sound(5));
  queue.mark("before");
  expect(play(queue, 1).marks).toEqual([[1, "before, the last"]]);

  queue.mark("next");
  expect(play(queue, 1).marks).toEqual([[1, "next"]]);
  queue.play(sound(5));
  queue.mark("end");
  expect(play(queue, 1).marks).toEqual([[1, "end, the last"]]);
});

it("sends a mark after nothing back at once", () => {
  const queue = new PlaybackQueue();
  queue.mark("alone");

  expect(play(queue, 1).marks).toEqual([[1, "alone"]]);
});
