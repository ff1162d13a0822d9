// Called by Maven: builds the pages into the service's class path; with `check`, checks and tests them. Either only when
// something has changed since it last went well. With `lint` it does a part of `check` ahead, while Maven does something
// else: what it finds is told by `check`.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { filesUnder, hashOf, textOf } from "./scripts/inputs.mjs";

const frontend = dirname(fileURLToPath(import.meta.url));
const target = join(dirname(frontend), "backend/target");
const pages = join(target, "classes/public");
const description = join(target, "classes/META-INF/swagger/openapi.yml");
const [step = "build"] = process.argv.slice(2);
const stamp = (name) => join(target, `frontend/${name}.stamp`);
const doneStamp = stamp({ build: "built", lint: "linted", check: "checked" }[step]);
const lintedBy = join(target, "frontend/lint.pid");
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
if (textOf(doneStamp) === sources && (step !== "build" || existsSync(join(pages, "index.html")))) {
  console.log(`frontend: ${step === "build" ? "up to date" : "checked before"}`);
  process.exit(0);
}
mkdirSync(dirname(doneStamp), { recursive: true });

const lock = hashOf([join(frontend, "package-lock.json")]);
if (textOf(installedStamp) !== lock) {
  npm("ci", "--no-audit", "--no-fund");
  writeFileSync(installedStamp, lock);
}
switch (step) {
  case "lint":
    writeFileSync(lintedBy, String(process.pid));
    npm("run", "-s", "lint");
    rmSync(lintedBy, { force: true });
    break;
  case "check":
    await lintIsOver();
    if (textOf(stamp("linted")) !== sources) {
      npm("run", "-s", "lint");
    }
    npm("run", "-s", "try");
    break;
  default:
    rmSync(lintedBy, { force: true });
    npm("run", "-s", "build");
    rmSync(pages, { recursive: true, force: true });
    cpSync(join(frontend, "dist"), pages, {
      recursive: true,
      filter: (file) => basename(file) !== ".vite",
    });
}
writeFileSync(doneStamp, sources);

/** Waits for what was begun ahead. */
async function lintIsOver() {
  while (isRunning(Number(textOf(lintedBy)))) {
    await setTimeout(200);
  }
}

function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

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
