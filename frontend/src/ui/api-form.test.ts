import { expect, it } from "vitest";
import { REFUSALS } from "../../browser/refusals";

const sources = import.meta.glob<string>(["/src/**/*.tsx", "!/src/**/*.test.tsx"], {
  query: "?raw",
  import: "default",
  eager: true,
});

// Nobody can answer before a caller has asked: knowledge-page.test.tsx sees it refused.
const REFUSED_ELSEWHERE = ["unanswered"];

it("is what every form is made of, and each form is refused once in a browser", () => {
  const texts = Object.values(sources);
  const all = (pattern: RegExp) => texts.flatMap((text) => [...text.matchAll(pattern)]);
  const names = all(/use(?:ApiForm|Edit|SaveAsYouGo)\(\{\s*name: "([a-z-]+)"/g).map(
    (match) => match[1],
  );

  expect(names).toHaveLength(all(/\buse(?:ApiForm|Edit|SaveAsYouGo)\b[^"]*?\(/g).length);
  const rows = Object.keys(REFUSALS).map((row) => row.split("/")[0]);
  expect(new Set(names)).toEqual(new Set([...rows, ...REFUSED_ELSEWHERE]));
  const bare = Object.entries(sources).filter(
    ([file, text]) => /<form\b/.test(text) && !/useApiForm|useEdit|ui\/section/.test(text + file),
  );
  expect(bare).toEqual([]);
});
