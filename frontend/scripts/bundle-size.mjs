// Fails when a page needs more than a slow phone can take, if it is the first one that is opened: more JavaScript, more
// styles, or more files, for each costs a round trip.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

// People come in by these; from there the others are loaded before they are asked for.
const FIRST = new Set(["login", "signup", "_app/index"]);
const FIRST_LIMIT_KB = 200;
const LIMIT_KB = 300;
const FIRST_STYLES_LIMIT_KB = 20;
const FIRST_FILES_LIMIT = 10;
const FRAME = /src\/routes\/_app\.tsx/;

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist");
const chunks = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8"));
const names = Object.keys(chunks);
const entry = names.filter((name) => chunks[name].isEntry);
const frame = names.filter((name) => FRAME.test(name));

const pages = names
  .filter((name) => /src\/routes\//.test(name) && !FRAME.test(name))
  .map((name) => {
    const inFrame = /src\/routes\/_app\//.test(name) ? frame : [];
    const files = filesOf([...entry, ...inFrame, name]);
    return {
      name: name.replace(/^src\/routes\/|\.tsx.*$/g, ""),
      kb: kilobytes(files, ".js"),
      stylesKb: kilobytes(files, ".css"),
      files: files.length,
    };
  })
  .sort((a, b) => b.kb - a.kb);

console.log(
  `frontend: JavaScript that a page needs, compressed: ${pages
    .map(({ name, kb }) => `${name} ${kb.toFixed(0)} kB`)
    .join(", ")}`,
);
const tooMuch = pages.flatMap(({ name, kb, stylesKb, files }) => [
  ...(kb > (FIRST.has(name) ? FIRST_LIMIT_KB : LIMIT_KB)
    ? [`${name}: ${kb} kB of JavaScript`]
    : []),
  ...(FIRST.has(name) && stylesKb > FIRST_STYLES_LIMIT_KB
    ? [`${name}: ${stylesKb} kB of styles`]
    : []),
  ...(FIRST.has(name) && files > FIRST_FILES_LIMIT ? [`${name}: ${files} files`] : []),
]);
if (pages.length === 0 || tooMuch.length > 0) {
  console.error(`frontend: too much: ${tooMuch.join(", ")}`);
  process.exit(1);
}

/** The scripts and styles of `starts`, and of all that they import before they run. */
function filesOf(starts) {
  const needed = new Set();
  const waiting = [...starts];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (!needed.has(name)) {
      needed.add(name);
      waiting.push(...(chunks[name].imports ?? []));
    }
  }
  return [
    ...new Set([...needed].flatMap((name) => [chunks[name].file, ...(chunks[name].css ?? [])])),
  ];
}

/** What those of `files` weigh that end so. */
function kilobytes(files, ending) {
  const bytes = files
    .filter((file) => file.endsWith(ending))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
  return bytes / 1000;
}
