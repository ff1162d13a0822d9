// How much a running service does in a second: log-ins and authenticated reads, beside a reference that neither the
// database nor a password takes part in, measured in the same run by the same means.
//
//   node infra/load/load.mjs [http://localhost:8080] [--seconds 10] [--connections 32] [--businesses 40]
//
// It signs businesses up and leaves them behind: not for a service that anybody uses. They are many because each may ask
// a hundred times a second (docs/api.md); what is refused is counted as an error. Needs wrk, a Debian package: a generator
// that is slower than the service would measure itself.
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: "string", default: "10" },
    connections: { type: "string", default: "32" },
    businesses: { type: "string", default: "40" },
  },
});
const base = new URL(positionals[0] ?? "http://localhost:8080");
const seconds = Number(values.seconds);
const connections = Number(values.connections);
const password = `load ${randomUUID()}`;

const client = base.protocol === "https:" ? https : http;
const agent = new client.Agent({ keepAlive: true, maxSockets: connections });

/** Sends one request and reads its whole answer. */
function send(method, path, { token, body } = {}) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const request = client.request(
      new URL(path, base),
      {
        method,
        agent,
        headers: {
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
          ...(text === undefined
            ? {}
            : { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) }),
        },
      },
      (response) => {
        const pieces = [];
        response.on("data", (piece) => pieces.push(piece));
        response.on("end", () => {
          resolve({ status: response.statusCode, text: Buffer.concat(pieces).toString() });
        });
        response.on("error", reject);
      },
    );
    request.on("error", reject);
    request.end(text);
  });
}

async function expect(status, answer) {
  const { status: got, text } = await answer;
  if (got !== status) {
    throw new Error(`expected ${status}, got ${got}: ${text}`);
  }
  return JSON.parse(text);
}

/** A business with something to read. */
async function signUp(index) {
  const email = `load-${randomUUID()}@example.com`;
  const tokens = await expect(
    201,
    send("POST", "/api/v1/auth/signup", {
      body: { business_name: `Load ${index}`, email, password, time_zone: "America/New_York" },
    }),
  );
  for (let i = 0; i < 20; i++) {
    const phone = `+1212555${String(1000 + i)}`;
    await expect(
      201,
      send("POST", "/api/v1/leads", { token: tokens.access_token, body: { name: `Caller ${i}`, phone } }),
    );
  }
  return { email, token: tokens.access_token };
}

/** Asks for the file's requests in turn on so many connections at once; requests.lua prints what came of it. */
async function measure({ name, atOnce, file }, howLong) {
  const threads = Math.min(2, atOnce);
  const { stdout } = await promisify(execFile)("wrk", [
    `--threads=${threads}`,
    `--connections=${Math.max(threads, atOnce)}`,
    `--duration=${howLong}s`,
    "--timeout=30s",
    `--script=${fileURLToPath(new URL("requests.lua", import.meta.url))}`,
    base.href,
    file,
  ]);
  const { requests, seconds: took, p50, p99, errors } = JSON.parse(stdout.trim().split("\n").at(-1));
  return { name, atOnce, perSecond: requests / took, p50, p99, errors };
}

/** What is asked for, a line for each: method, path, token and body, of which the last two may be empty. */
function phase(name, atOnce, requests) {
  const file = join(folder, `${name.replaceAll(/\W+/g, "-")}.txt`);
  writeFileSync(file, requests.map((request) => `${request.join("\t")}\n`).join(""));
  return { name, atOnce, file };
}

console.log(`${base.href}: ${values.businesses} businesses sign up…`);
const businesses = [];
for (let i = 0; i < Number(values.businesses); i++) {
  businesses.push(await signUp(i));
}
agent.destroy();

const results = [];
const folder = mkdtempSync(join(tmpdir(), "load-"));
try {
  for (const each of [
    phase("reference: GET /health/liveness", connections, [["GET", "/health/liveness", "", ""]]),
    phase("GET /api/v1/me", connections, businesses.map(({ token }) => ["GET", "/api/v1/me", token, ""])),
    phase(
      "GET /api/v1/leads?limit=20",
      connections,
      businesses.map(({ token }) => ["GET", "/api/v1/leads?limit=20", token, ""]),
    ),
    phase(
      "POST /api/v1/auth/login",
      cpus().length,
      businesses.map(({ email }) => ["POST", "/api/v1/auth/login", "", JSON.stringify({ email, password })]),
    ),
  ]) {
    await measure(each, Math.min(5, seconds)); // warm
    results.push(await measure(each, seconds));
  }
} finally {
  rmSync(folder, { recursive: true });
}

const reference = results[0].perSecond;
console.log(`\n${cpus().length} processors, ${seconds} s each; the generator runs on two of them if they are the same machine.\n`);
console.log("| request | at once | per second | of the reference | p50 ms | p99 ms | errors |");
console.log("|---|---|---|---|---|---|---|");
for (const { name, atOnce, perSecond, p50, p99, errors } of results) {
  const share = `${((100 * perSecond) / reference).toFixed(1)} %`;
  console.log(
    `| ${name} | ${atOnce} | ${perSecond.toFixed(perSecond < 100 ? 1 : 0)} | ${share} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${errors} |`,
  );
}
process.exitCode = results.some(({ errors }) => errors > 0) ? 1 : 0;
