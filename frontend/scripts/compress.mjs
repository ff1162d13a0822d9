// Beside every text file of the build its compressed twins: the service compresses nothing at each answer.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { filesUnder } from "./inputs.mjs";

const assets = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist/assets");

for (const file of filesUnder(assets, (name) => /\.(?:js|css|svg)$/.test(name))) {
  const bytes = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  );
}
