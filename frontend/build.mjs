// Called by Maven: builds the pages into the service's class path; with `check`, checks and tests them. Either only when
// something has changed since it last went well.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { filesUnder, hashOf, textOf } from "./scripts/inputs.mjs";

const frontend = dirname(fileURLToPath(import.meta.url));
const target = join(dirname(frontend), "backend/target");
const pages = join(target, "classes/public");
const description = join(target, "classes/META-INF/swagger/openapi.yml");
const checking = process.argv[2] === "check";
const doneStamp = join(target, `frontend/${checking ? "checked" : "built"}.stamp`);
const installedStamp = join(frontend, "node_modules/.installed.stamp");
const generated = ["src/api/schema.d.ts", "src/routeTree.gen.ts"].map((file) =>
  join(frontend, file),
);

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Frontdesk's pages need Node.js 20.19 or newer to build; this is ${process.versions.node}.`);
}

const sources = hashOf([
  ...filesUnder(join(frontend, "src"), (file) => !generated.includes(file)),
  ...filesUnder(join(frontend, "public")),
  ...filesUnder(join(frontend, "scripts")),
  ...[
    "build.mjs",
    "eslint.config.js",
    ".prettierrc.json",
    "index.html",
    "package.json",
    "package-lock.json",
    "postcss.config.cjs",
    "tsconfig.json",
    "tsr.config.json",
    "vite.config.ts",
  ].map((file) => join(frontend, file)),
  description,
]);
if (textOf(doneStamp) === sources && (checking || existsSync(join(pages, "index.html")))) {
  console.log(`frontend: ${checking ? "checked before" : "up to date"}`);
  process.exit(0);
}

const lock = hashOf([join(frontend, "package-lock.json")]);
if (textOf(installedStamp) !== lock) {
  npm("ci", "--no-audit", "--no-fund");
  writeFileSync(installedStamp, lock);
}
if (checking) {
  npm("run", "-s", "check");
} else {
  npm("run", "-s", "build");
  rmSync(pages, { recursive: true, force: true });
  cpSync(join(frontend, "dist"), pages, {
    recursive: true,
    filter: (file) => basename(file) !== ".vite",
  });
}
mkdirSync(dirname(doneStamp), { recursive: true });
writeFileSync(doneStamp, sources);

function npm(...args) {
  try {
    execFileSync("npm", args, {
      cwd: frontend,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, FRONTDESK_COMPILED: "true" },
    });
  } catch {
    stop(`npm ${args.join(" ")} failed in frontend/; what it says stands above.`);
  }
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
