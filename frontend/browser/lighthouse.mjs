// Measures the log-in, home and a call with Lighthouse, as on a phone, and fails below 95: `npm run lighthouse`, against the
// service at FRONTDESK_URL. Needs Chromium (see chromium.mjs); Lighthouse is fetched by npx, as only this needs it.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { chromiumOrExit } from "./chromium.mjs";

const LIGHTHOUSE = "lighthouse@12.8.2"; // the last that Node.js 20 runs
const LEAST = 95;
const service = process.env.FRONTDESK_URL ?? "http://localhost:8080";
const reports = fileURLToPath(new URL("../../backend/target/lighthouse/", import.meta.url));
mkdirSync(reports, { recursive: true });

const chrome = chromiumOrExit();
const owner = {
  email: `ana.${Date.now()}@example.com`,
  password: "correct horse battery staple",
};
const profile = mkdtempSync(join(tmpdir(), "lighthouse-"));
let good = true;
try {
  good = report("login", "/login");
  const call = await signUpWithACall();
  good = report("home", "/") && good;
  await logIn(); // a browser that is killed, as Lighthouse's are, forgets the newest cookie
  good = report("call", `/calls/${call}`) && good;
} finally {
  rmSync(profile, { recursive: true, force: true });
}
process.exit(good ? 0 : 1);

/** Signs the profile in as a business that has had a call. Answers with the call's id. */
async function signUpWithACall() {
  const browser = await chromium.launchPersistentContext(profile, { executablePath: chrome });
  const page = await browser.newPage();
  await page.goto(`${service}/login`);
  const { access_token: token } = await ask(page, "POST", "/auth/signup", undefined, {
    business_name: "Ace Garage Doors",
    ...owner,
    time_zone: "America/New_York",
    industry: "home_services",
  });
  const { numbers } = await ask(page, "GET", "/sandbox", token);
  await ask(page, "POST", "/sandbox/calls", token, {
    scenario: "new_lead_books_visit",
    to: numbers[0],
  });
  for (;;) {
    const [call] = (await ask(page, "GET", "/calls", token)).data;
    if (call?.summary) {
      await page.evaluate(() => localStorage.setItem("frontdesk-signed-in", "1"));
      await browser.close();
      return call.id;
    }
    await page.waitForTimeout(1000);
  }
}

async function logIn() {
  const browser = await chromium.launchPersistentContext(profile, { executablePath: chrome });
  const page = await browser.newPage();
  await page.goto(`${service}/health`);
  await ask(page, "POST", "/auth/login", undefined, owner);
  await browser.close();
}

function ask(page, method, path, token, body) {
  return page.evaluate(
    async ([method, path, token, body]) => {
      const answer = await fetch(`/api/v1${path}`, {
        method,
        headers: {
          ...(token && { Authorization: `Bearer ${token}` }),
          "Content-Type": "application/json",
        },
        body: body && JSON.stringify(body),
      });
      if (!answer.ok) {
        throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      }
      return answer.json();
    },
    [method, path, token, body],
  );
}

function report(name, path) {
  const file = join(reports, name);
  const { status } = spawnSync(
    "npx",
    [
      "--yes",
      LIGHTHOUSE,
      `${service}${path}`,
      `--chrome-flags=--headless=new --no-sandbox --user-data-dir=${profile}`,
      "--disable-storage-reset",
      "--output=json",
      "--output=html",
      `--output-path=${file}`,
      "--quiet",
    ],
    {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, CHROME_PATH: chrome },
    },
  );
  if (status !== 0) {
    return false;
  }
  const { categories, finalDisplayedUrl } = JSON.parse(readFileSync(`${file}.report.json`, "utf8"));
  const scores = Object.values(categories).map(({ title, score }) => [
    title,
    Math.round(score * 100),
  ]);
  console.log(`${name} (${finalDisplayedUrl}): ${scores.map((pair) => pair.join(" ")).join(", ")}`);
  return scores.every(([, score]) => score >= LEAST);
}
