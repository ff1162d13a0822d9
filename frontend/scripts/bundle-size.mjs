// Fails when the first page needs more JavaScript than a slow phone can take.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const LIMIT_KB = 200;
const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist");

const html = readFileSync(join(dist, "index.html"), "utf8");
const scripts = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1]);
const kb =
  scripts
    .map((file) => gzipSync(readFileSync(join(dist, file))).length)
    .reduce((a, b) => a + b, 0) / 1000;
console.log(
  `frontend: the first page needs ${kb.toFixed(0)} kB of compressed JavaScript (limit ${LIMIT_KB} kB)`,
);
if (kb > LIMIT_KB) {
  console.error(`frontend: that is too much: ${scripts.join(", ")}`);
  process.exit(1);
}
