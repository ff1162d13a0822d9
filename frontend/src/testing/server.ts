import { http, HttpResponse, ws } from "msw";
import { setupServer } from "msw/node";
import type { Schema } from "@/api/client";
import type { Tokens } from "@/auth/session";

export { http, HttpResponse };

export const tokens: Tokens = {
  access_token: "token-1",
  token_type: "Bearer",
  expires_in: 900,
  tenant: { id: "0190a000-0000-7000-8000-000000000001", name: "Ace Garage Doors" },
  user: { id: "0190a000-0000-7000-8000-000000000002", email: "ana@example.com", role: "owner" },
};

export const business: Schema<"Business"> = {
  id: tokens.tenant.id,
  name: "Ace Garage Doors",
  industry: "home_services",
  about: null,
  time_zone: "America/New_York",
  hours: {
    monday: [],
    tuesday: [],
    wednesday: [],
    thursday: [],
    friday: [],
    saturday: [],
    sunday: [],
  },
  holidays: [],
  recording_consent: "off",
  recording_notice: null,
  recording_retention_days: 30,
  staff_first: { when: "never", hours: null, ring_s: 20 },
  created_at: "2026-11-01T12:00:00Z",
  updated_at: "2026-11-01T12:00:00Z",
};

/** An answer as the service gives it when something is wrong. */
export function problem(
  status: number,
  kind: string,
  detail: string,
  errors: { pointer: string; detail: string }[] = [],
) {
  return HttpResponse.json(
    { type: `/problems/${kind}`, title: kind, status, detail, instance: "/", errors },
    { status, headers: { "Content-Type": "application/problem+json" } },
  );
}

/** The live connection: `live.addEventListener("connection", ({ client }) => client.send(…))`. */
export const live = ws.link("ws://*/api/v1/live");

/** The network of a test: what every page asks for is answered; the rest each test adds by `server.use(…)`. */
export const server = setupServer(
  http.post("*/api/v1/auth/login", () => HttpResponse.json(tokens)),
  http.post("*/api/v1/auth/refresh", () => HttpResponse.json(tokens)),
  http.post("*/api/v1/auth/logout", () => new HttpResponse(null, { status: 204 })),
  http.patch("*/api/v1/me", () => HttpResponse.json({})),
  http.get("*/api/v1/receptionists/:id/greeting", () =>
    HttpResponse.json({ recorded: true, problem: null, failed_at: null }),
  ),
  http.get("*/api/v1/calls/:id/transfers", () => HttpResponse.json({ transfers: [] })),
  http.get("*/api/v1/calls/:id/knowledge", () => HttpResponse.json({ uses: [] })),
  http.get("*/api/v1/business", () => HttpResponse.json(business, { headers: { ETag: '"0"' } })),
  http.post("*/api/v1/live/tickets", () =>
    HttpResponse.json({ ticket: "ticket-1", expires_in: 30 }, { status: 201 }),
  ),
  live.addEventListener("connection", () => undefined),
  http.get("*/api/v1/calls/:id/recording/details", () =>
    HttpResponse.json({ kind: "call", state: null }),
  ),
  ...[
    "phone-numbers",
    "messages",
    "leads",
    "calls/active",
    "appointments",
    "services",
    "model-notices",
    "greeting-voices",
    "known-callers",
    "receptionists",
    "unanswered-questions",
    "customers",
    "service-requests",
  ].map((list) =>
    http.get(`*/api/v1/${list}`, () => HttpResponse.json({ data: [], next_cursor: null })),
  ),
  // Calls are real, unless a test says otherwise.
  http.get("*/api/v1/sandbox", () => problem(404, "not_found", "There is no sandbox.")),
  http.get("*/api/v1/business/setup", () => HttpResponse.json({ steps: [] })),
  http.get("*/api/v1/stats/summary", () => HttpResponse.json({ total_calls: 0 })),
  http.get("*/api/v1/stats/timeseries", () => HttpResponse.json({ points: [], previous: [] })),
);
