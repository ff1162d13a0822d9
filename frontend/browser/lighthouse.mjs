// Measures the log-in, home and a call with Lighthouse, as on a phone that has never seen them, and fails below 95:
// `npm run lighthouse`, against the service at FRONTDESK_URL. Each page several times, for machines are noisy: the median
// counts. Needs Chromium (see chromium.mjs); Lighthouse is fetched by npx, as only this needs it.
import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { chromiumOrExit } from "./chromium.mjs";

const LIGHTHOUSE = "lighthouse@12.8.2"; // the last that Node.js 20 runs
const RUNS = 5;
const LEAST = 95;
const FIGURES = {
  "largest-contentful-paint": "largest paint",
  "total-blocking-time": "blocked",
  "cumulative-layout-shift": "shift",
};
const service = process.env.FRONTDESK_URL ?? "http://localhost:8080";
const reports = fileURLToPath(new URL("../../backend/target/lighthouse/", import.meta.url));
mkdirSync(reports, { recursive: true });

const program = chromiumOrExit();
const profile = mkdtempSync(join(tmpdir(), "lighthouse-"));
const chrome = spawn(
  program,
  [
    "--headless=new",
    "--no-sandbox",
    "--remote-debugging-port=0",
    `--user-data-dir=${profile}`,
    "about:blank",
  ],
  { stdio: "ignore" },
);
const gone = new Promise((resolve) => chrome.once("exit", resolve));
let good = false;
try {
  const port = await debuggingPort();
  const login = await measure("login", "/login", port);
  const call = await signUpWithACall(port);
  const home = await measure("home", "/", port);
  good = (await measure("call", `/calls/${call}`, port)) && home && login;
} finally {
  chrome.kill();
  await gone;
  rmSync(profile, { recursive: true, force: true });
}
process.exit(good ? 0 : 1);

/** Where the browser can be spoken to, once it says so. */
async function debuggingPort() {
  while (chrome.exitCode === null) {
    try {
      return readFileSync(join(profile, "DevToolsActivePort"), "utf8").split("\n")[0];
    } catch {
      await pause(100);
    }
  }
  throw new Error(`Chromium ended with ${chrome.exitCode}`);
}

/** Signs the browser in as a business that has had a call. Answers with the call's id. */
async function signUpWithACall(port) {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = await browser.contexts()[0].newPage();
  await page.goto(`${service}/login`);
  const { access_token: token } = await ask(page, "POST", "/auth/signup", undefined, {
    business_name: "Ace Garage Doors",
    email: `ana.${Date.now()}@example.com`,
    password: "correct horse battery staple",
    time_zone: "America/New_York",
    industry: "home_services",
  });
  await page.evaluate(() => localStorage.setItem("frontdesk-signed-in", "1"));
  const { numbers } = await ask(page, "GET", "/sandbox", token);
  await ask(page, "POST", "/sandbox/calls", token, {
    scenario: "new_lead_books_visit",
    to: numbers[0],
  });
  for (;;) {
    const [call] = (await ask(page, "GET", "/calls", token)).data;
    if (call?.summary) {
      await page.close();
      await browser.close();
      return call.id;
    }
    await pause(1000);
  }
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

/** Whether the page is good in the median of all runs. Keeps the report of the run in the middle. */
async function measure(name, path, port) {
  const runs = [];
  for (let run = 1; run <= RUNS; run++) {
    runs.push(await once(join(reports, `${name}-${run}`), path, port));
  }
  const speed = ({ report }) => report.categories.performance.score;
  const middle = runs.toSorted((a, b) => speed(a) - speed(b))[Math.floor(RUNS / 2)];
  for (const kind of ["json", "html"]) {
    copyFileSync(`${middle.file}.report.${kind}`, join(reports, `${name}.report.${kind}`));
  }

  const scores = Object.values(middle.report.categories).map(({ id, title }) => ({
    title,
    score: Math.round(100 * median(runs.map(({ report }) => report.categories[id].score))),
  }));
  const figures = Object.entries(FIGURES).map(
    ([audit, title]) => `${title} ${middle.report.audits[audit].displayValue}`,
  );
  const all = runs.map((run) => Math.round(100 * speed(run))).join(" ");
  console.log(
    `${name}: ${scores.map(({ title, score }) => `${title} ${score}`).join(", ")}` +
      ` (${figures.join(", ")}; performance in each run ${all})`,
  );
  return scores.every(({ score }) => score >= LEAST);
}

/** One run, and its report. On a busy machine Lighthouse may miss the start of a page: then it looks again. */
async function once(file, path, port, chances = 3) {
  const lighthouse = spawn(
    "npx",
    [
      "--yes",
      LIGHTHOUSE,
      `${service}${path}`,
      `--port=${port}`,
      "--output=json",
      "--output=html",
      `--output-path=${file}`,
      "--quiet",
    ],
    { stdio: ["ignore", "inherit", "inherit"] },
  );
  const status = await new Promise((resolve) => lighthouse.once("exit", resolve));
  if (status !== 0) {
    if (chances > 1) {
      return once(file, path, port, chances - 1);
    }
    throw new Error(`Lighthouse ended with ${status} on ${path}`);
  }
  const report = JSON.parse(readFileSync(`${file}.report.json`, "utf8"));
  const { pathname } = new URL(report.finalDisplayedUrl);
  if (pathname !== path) {
    throw new Error(`${path} was to be measured, and ${pathname} was shown`);
  }
  return { file, report };
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
