// How much a running service does in a second: log-ins and authenticated reads, beside a reference that neither the
// database nor a password takes part in, measured in the same run by the same means.
//
//   node infra/load/load.mjs [http://localhost:8080] [--seconds 10] [--connections 32] [--businesses 40]
//
// It signs businesses up and leaves them behind: not for a service that anybody uses. They are many because each may ask
// a hundred times a second (docs/api.md); what is refused is counted as an error.
import { randomUUID } from "node:crypto";
import http from "node:http";
import https from "node:https";
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";

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

/** Runs `request` over and over on so many connections at once. */
async function measure(name, atOnce, howLong, request) {
  const took = [];
  let errors = 0;
  let turn = 0;
  const begin = performance.now();
  const end = begin + howLong * 1000;
  async function worker() {
    while (performance.now() < end) {
      const before = performance.now();
      const { status } = await request(turn++);
      took.push(performance.now() - before);
      errors += status === 200 ? 0 : 1;
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker));
  const elapsed = (performance.now() - begin) / 1000;
  took.sort((a, b) => a - b);
  const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))];
  return { name, atOnce, perSecond: took.length / elapsed, p50: at(0.5), p99: at(0.99), errors };
}

console.log(`${base.href}: ${values.businesses} businesses sign up…`);
const businesses = [];
for (let i = 0; i < Number(values.businesses); i++) {
  businesses.push(await signUp(i));
}
const of = (turn) => businesses[turn % businesses.length];
const phases = [
  ["reference: GET /health/liveness", connections, () => send("GET", "/health/liveness")],
  ["GET /api/v1/me", connections, (turn) => send("GET", "/api/v1/me", { token: of(turn).token })],
  [
    "GET /api/v1/leads?limit=20",
    connections,
    (turn) => send("GET", "/api/v1/leads?limit=20", { token: of(turn).token }),
  ],
  [
    "POST /api/v1/auth/login",
    cpus().length,
    (turn) => send("POST", "/api/v1/auth/login", { body: { email: of(turn).email, password } }),
  ],
];

const results = [];
for (const [name, atOnce, request] of phases) {
  await measure(name, atOnce, Math.min(3, seconds), request); // warm
  results.push(await measure(name, atOnce, seconds, request));
}

const reference = results[0].perSecond;
console.log(`\n${cpus().length} processors, ${seconds} s each; the generator runs on one of them if they are the same machine.\n`);
console.log("| request | at once | per second | of the reference | p50 ms | p99 ms | errors |");
console.log("|---|---|---|---|---|---|---|");
for (const { name, atOnce, perSecond, p50, p99, errors } of results) {
  const share = `${((100 * perSecond) / reference).toFixed(1)} %`;
  console.log(
    `| ${name} | ${atOnce} | ${perSecond.toFixed(perSecond < 100 ? 1 : 0)} | ${share} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${errors} |`,
  );
}
agent.destroy();
process.exitCode = results.some(({ errors }) => errors > 0) ? 1 : 0;
