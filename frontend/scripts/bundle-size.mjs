// Fails when a page needs more JavaScript than a slow phone can take, if it is the first one that is opened.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

// People come in by these; from there the others are loaded before they are asked for.
const FIRST = new Set(["login", "signup", "_app/index"]);
const FIRST_LIMIT_KB = 200;
const LIMIT_KB = 300;
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
    return {
      name: name.replace(/^src\/routes\/|\.tsx.*$/g, ""),
      kb: kilobytes([...entry, ...inFrame, name]),
    };
  })
  .sort((a, b) => b.kb - a.kb);

const limit = ({ name }) => (FIRST.has(name) ? FIRST_LIMIT_KB : LIMIT_KB);
const tooLarge = pages.filter((page) => page.kb > limit(page));
console.log(
  `frontend: JavaScript that a page needs, compressed: ${pages
    .map(({ name, kb }) => `${name} ${kb.toFixed(0)} kB`)
    .join(", ")}`,
);
if (pages.length === 0 || tooLarge.length > 0) {
  console.error(
    `frontend: too much: ${tooLarge.map((page) => `${page.name} (limit ${limit(page)} kB)`).join(", ")}`,
  );
  process.exit(1);
}

/** Compressed size of `starts` and all that they import before they run. */
function kilobytes(starts) {
  const needed = new Set();
  const waiting = [...starts];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (!needed.has(name)) {
      needed.add(name);
      waiting.push(...(chunks[name].imports ?? []));
    }
  }
  const bytes = [...needed]
    .map((name) => chunks[name].file)
    .filter((file) => file.endsWith(".js"))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
  return bytes / 1000;
}
