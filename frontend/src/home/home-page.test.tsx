import { screen, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { http, HttpResponse, problem, server } from "@/testing/server";
import { renderApp } from "@/testing/render";

const AT = new Date(Date.now() - 10 * 60_000).toISOString();
const MESSAGE = {
  id: "0190a000-0000-7000-8000-00000000000a",
  call_id: null,
  from_name: "Mr Chen",
  from_phone: "+14155550134",
  text: "Call back about a quote",
  urgency: "high",
  kind: "message",
  due_at: null,
  status: "open",
  created_at: AT,
  updated_at: AT,
};
const LEAD = {
  id: "0190a000-0000-7000-8000-00000000000b",
  name: null,
  phone: "+14155550199",
  email: null,
  status: "new",
  urgency: null,
  intent: "New garage door",
  fields: {},
  score: null,
  created_at: AT,
  updated_at: AT,
  call_ids: [],
};
const totals = {
  total_calls: 12,
  inbound_calls: 12,
  outbound_calls: 0,
  answered_calls: 12,
  after_hours_calls: 3,
  average_duration_s: 60,
  leads_generated: 9,
  appointments_booked: 5,
  messages_taken: 2,
  voicemails: 0,
  transfers: 0,
  transfer_success_rate: null,
  answer_rate: 1,
  cost: null,
};
const page = (...data: unknown[]) => HttpResponse.json({ data, next_cursor: null });

beforeEach(() => {
  const points = Array.from({ length: 7 }, (_, i) => ({ date: `2026-11-1${i}`, value: i }));
  server.use(
    http.get("*/api/v1/messages", () => page(MESSAGE)),
    http.get("*/api/v1/leads", () => page(LEAD)),
    http.get("*/api/v1/calls/active", () => page()),
    http.get("*/api/v1/appointments", () => page()),
    http.get("*/api/v1/services", () => page()),
    http.get("*/api/v1/stats/summary", () => HttpResponse.json({ period: "7d", ...totals })),
    http.get("*/api/v1/stats/timeseries", () => HttpResponse.json({ points, previous: [] })),
  );
});

it("answers in its title whether anybody called and who waits", async () => {
  await renderApp("/");

  expect(
    await screen.findByRole("heading", {
      level: 1,
      name: /^Good (morning|afternoon|evening)\. 6 calls today; 2 people need you\.$/,
    }),
  ).toBeInTheDocument();
});

it("says who waits and for what, with the number to call", async () => {
  await renderApp("/");

  const rows = within(await screen.findByRole("list", { name: "Needs you" })).getAllByRole(
    "listitem",
  );
  expect(rows[0]).toHaveTextContent(/Mr Chen.*“Call back about a quote”.*Urgent/);
  expect(rows[1]).toHaveTextContent(/\+1 415 555 0199.*New garage door.*New caller/);
  expect(screen.getByRole("link", { name: "Call: Mr Chen" })).toHaveAttribute(
    "href",
    "tel:+14155550134",
  );
});

it("leads to the others of each kind when not all have room", async () => {
  const messages = Array.from({ length: 5 }, (_, i) => ({
    ...MESSAGE,
    id: `m${i}`,
    from_phone: `+1415555000${i}`,
  }));
  server.use(
    http.get("*/api/v1/messages", () => page(...messages)),
    http.get("*/api/v1/leads", () => page(LEAD, { ...LEAD, id: "l2", phone: "+14155550777" })),
  );
  await renderApp("/");

  expect(await screen.findByRole("link", { name: "All messages" })).toHaveAttribute(
    "href",
    "/inbox",
  );
  expect(screen.getByRole("link", { name: "All new callers" })).toHaveAttribute(
    "href",
    "/leads?status=new",
  );
});

it("lets a message be ticked off right there", async () => {
  const { user } = await renderApp("/");
  let status = "open";
  server.use(
    http.get("*/api/v1/messages", () => (status === "open" ? page(MESSAGE) : page())),
    http.get("*/api/v1/messages/:id", () => HttpResponse.json({ ...MESSAGE, status })),
    http.patch("*/api/v1/messages/:id", () => {
      status = "done";
      return HttpResponse.json({ ...MESSAGE, status });
    }),
  );

  await user.click(await screen.findByRole("button", { name: "Done: Mr Chen" }));

  expect(await screen.findByText(/1 person needs you/)).toBeInTheDocument();
  expect(screen.queryByText("Mr Chen")).not.toBeInTheDocument();
  expect(status).toBe("done");
});

it("shows who is on the line", async () => {
  server.use(
    http.get("*/api/v1/calls/active", () =>
      page(
        { id: "c", from: "+14155550134", started_at: AT, answered_at: AT },
        {
          id: "d",
          from: "+14155550135",
          caller_name: "Mr Chen",
          started_at: AT,
          answered_at: AT,
        },
      ),
    ),
  );
  await renderApp("/");

  const [now, named] = within(await screen.findByRole("list", { name: "Now" })).getAllByRole(
    "listitem",
  );
  expect(now).toHaveTextContent("+1 415 555 0134");
  expect(named).toHaveTextContent("Mr Chen");
  expect(within(now as HTMLElement).getByRole("timer")).toHaveTextContent(/^1\d:\d\d$/);
});

it("shows who comes next, earliest first", async () => {
  const visit = (name: string, hours: number) => ({
    id: name,
    service_id: "s",
    name,
    reason: "Opener repair",
    status: "booked",
    starts_at: new Date(Date.now() + hours * 3_600_000).toISOString(),
    ends_at: new Date(Date.now() + (hours + 1) * 3_600_000).toISOString(),
  });
  server.use(
    http.get("*/api/v1/appointments", () => page(visit("Later", 48), visit("Maria Lopez", 24))),
  );
  await renderApp("/");

  const next = within(await screen.findByRole("list", { name: /^Next/ })).getAllByRole("listitem");
  expect(next[0]).toHaveTextContent(/Maria Lopez.*Opener repair/);
  expect(next[1]).toHaveTextContent("Later");
});

it("says the week in a sentence", async () => {
  await renderApp("/");

  expect(
    await screen.findByText(
      "12 calls brought 9 new people and 5 visits. 3 came while you were closed.",
    ),
  ).toBeInTheDocument();
});

it("says what could not be read, and reads it again", async () => {
  server.use(http.get("*/api/v1/messages", () => problem(403, "forbidden", "No.")));
  const { user } = await renderApp("/");
  expect(await screen.findByText(/Your role does not allow this/)).toBeInTheDocument();
  server.use(http.get("*/api/v1/messages", () => page(MESSAGE)));

  await user.click(screen.getByRole("button", { name: "Try again" }));

  expect(await screen.findByText("Mr Chen")).toBeInTheDocument();
});

it("is calm when nobody waits", async () => {
  server.use(
    http.get("*/api/v1/messages", () => page()),
    http.get("*/api/v1/leads", () => page()),
  );
  await renderApp("/");

  expect(await screen.findByText("Nobody is waiting for an answer.")).toBeInTheDocument();
});

it("says in time that the receptionist's model goes away", async () => {
  server.use(
    http.get("*/api/v1/model-notices", () =>
      page({
        receptionist_id: "r",
        receptionist_name: "Sam",
        model: "old-model",
        ends_on: "2027-01-20",
        served_by: "new-model",
        is_gone: false,
      }),
    ),
  );
  await renderApp("/");

  expect(
    await screen.findByText(
      /old-model can be used until January 20, 2027\. From then on new-model/,
    ),
  ).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Choose another" })).toHaveAttribute(
    "href",
    "/receptionist",
  );
});

it("says how many questions of callers wait for an answer, and leads to them", async () => {
  const asked = [1, 2].map((n) => ({
    id: `q${n}`,
    receptionist_id: "r1",
    question: "Are dogs allowed?",
    status: "open",
    times_asked: 1,
    last_asked_at: AT,
  }));
  server.use(http.get("*/api/v1/unanswered-questions", () => page(...asked)));
  await renderApp("/");

  const count = await screen.findByText("2 questions of callers wait for an answer.");
  expect(
    within(count.parentElement as HTMLElement).getByRole("link", { name: "Answer" }),
  ).toHaveAttribute("href", "/receptionist/knowledge");
});

it("says nothing of questions when none waits", async () => {
  await renderApp("/");

  await screen.findByRole("list", { name: "Needs you" });
  expect(screen.queryByText(/for an answer/)).not.toBeInTheDocument();
});
