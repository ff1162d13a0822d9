// Where this machine's Chromium is.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The program that CHROMIUM names, or one that is found; without one, says so and ends this process. */
export function chromiumOrExit() {
  const { CHROMIUM, PATH, CI } = process.env;
  const folders = (PATH ?? "").split(delimiter);
  const found = CHROMIUM
    ? CHROMIUM
    : [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES].find(
        executable,
      );
  if (found !== undefined && executable(found)) {
    return found;
  }
  console.error(
    CHROMIUM
      ? `CHROMIUM names no program: ${CHROMIUM}`
      : "The browser tests need Chromium: install it (Debian: apt-get install chromium), or name one with CHROMIUM=/path/to/it.",
  );
  // Where everything must run, a test that does not run has failed; elsewhere it is left out.
  process.exit(CI || CHROMIUM ? 1 : 0);
}

function executable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
