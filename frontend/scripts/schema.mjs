// Writes src/api/schema.d.ts from the service's own description of its API. When the service has changed since it was
// compiled (or never was), it is compiled first, so that the types are never those of yesterday.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import openapiTypes, { astToString } from "openapi-typescript";
import { filesUnder, hashOf, textOf } from "./inputs.mjs";

const frontend = dirname(dirname(fileURLToPath(import.meta.url)));
const backend = join(dirname(frontend), "backend");
const description = join(backend, "target/classes/META-INF/swagger/openapi.yml");
const types = join(frontend, "src/api/schema.d.ts");
const stamp = join(backend, "target/frontend/description.stamp");

if (process.env.FRONTDESK_COMPILED !== "true") {
  const sources = hashOf(
    filesUnder(join(backend, "src/main/java"), (file) => file.endsWith(".java")),
  );
  if (textOf(description) === undefined || textOf(stamp) !== sources) {
    console.log("frontend: compiling the service for its API's description");
    execFileSync("mvn", ["-q", "-f", backend, "process-classes", "-Dfrontend.skip=true"], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, sources);
  }
}

const text = astToString(await openapiTypes(pathToFileURL(description)));
if (textOf(types) !== text) {
  writeFileSync(types, text);
}
