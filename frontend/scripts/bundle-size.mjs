// Fails when a page needs more than a slow phone can take, if it is the first one that is opened: more JavaScript, more
// styles, or more files, for each costs a round trip.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

// People come in by these; from there the others are loaded before they are asked for.
const FIRST = new Set(["login", "signup", ""]);
const FIRST_LIMIT_KB = 200;
const LIMIT_KB = 300;
const FIRST_STYLES_LIMIT_KB = 20;
const FIRST_FILES_LIMIT = 10;

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist");
const html = readFileSync(join(dist, "index.html"), "utf8");
// What every page needs stands in the page itself; what each needs beside it, vite.config.ts wrote down for opening.js.
const always = [...html.matchAll(/(?:src|href)="[/](assets[/][^"]+[.](?:js|css))"/g)].map(
  ([, file]) => file,
);
const told = /data-files="([^"]*)"/.exec(html)?.[1]?.replaceAll("&quot;", '"') ?? "{}";
const { files: others = [], pages: places = {} } = JSON.parse(told);

const pages = Object.entries(places)
  .map(([place, needed]) => {
    const files = [...new Set([...always, ...needed.map((index) => `assets/${others[index]}`)])];
    return {
      place,
      kb: kilobytes(files, ".js"),
      stylesKb: kilobytes(files, ".css"),
      files: files.length,
    };
  })
  .sort((a, b) => b.kb - a.kb);

console.log(
  `frontend: JavaScript that a page needs, compressed: ${pages
    .map(({ place, kb }) => `/${place} ${kb.toFixed(0)} kB`)
    .join(", ")}`,
);
const tooMuch = pages.flatMap(({ place, kb, stylesKb, files }) => {
  const first = FIRST.has(place);
  return [
    ...(kb > (first ? FIRST_LIMIT_KB : LIMIT_KB) ? [`/${place}: ${kb} kB of JavaScript`] : []),
    ...(first && stylesKb > FIRST_STYLES_LIMIT_KB ? [`/${place}: ${stylesKb} kB of styles`] : []),
    ...(first && files > FIRST_FILES_LIMIT ? [`/${place}: ${files} files`] : []),
  ];
});
const missing = [...FIRST]
  .filter((place) => !(place in places))
  .map((place) => `/${place}: unknown`);
if (missing.length > 0 || tooMuch.length > 0) {
  console.error(`frontend: too much: ${[...missing, ...tooMuch].join(", ")}`);
  process.exit(1);
}

/** What those of `files` weigh that end so. */
function kilobytes(files, ending) {
  const bytes = files
    .filter((file) => file.endsWith(ending))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
  return bytes / 1000;
}
