// Runs the browser tests against the service at FRONTDESK_URL: `npm run browser`. Arguments go to Vitest.
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { chromiumOrExit } from "./chromium.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const vitest = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
const { status } = spawnSync(
  process.execPath,
  [vitest, "run", "--config", "browser/vitest.config.ts", ...process.argv.slice(2)],
  {
    cwd: dirname(here),
    stdio: "inherit",
    env: { ...process.env, CHROMIUM: chromiumOrExit() },
  },
);
process.exit(status ?? 1);
