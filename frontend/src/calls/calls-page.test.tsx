import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Schema } from "@/api/client";
import { renderApp } from "@/testing/render";
import { http, HttpResponse, problem, server } from "@/testing/server";
import type { Call } from "./queries";

const ID = "0190a000-0000-7000-8000-0000000000c1";
const LEAD = "0190a000-0000-7000-8000-0000000000d1";

const maria: Call = {
  id: ID,
  test: false,
  call_sid: "CA0001",
  direction: "inbound",
  state: "completed",
  outcome: "appointment_booked",
  from: "+14155550134",
  to: "+14155550100",
  caller_name: "Maria Lopez",
  started_at: "2026-11-20T14:41:00Z",
  answered_at: "2026-11-20T14:41:00Z",
  ended_at: "2026-11-20T14:44:12Z",
  duration_s: 192,
  engine: "realtime",
  fallbacks: [],
  summary: "Wants her garage door fixed, Thursday if possible.",
  sentiment: "positive",
  lead_id: LEAD,
  analyzed_at: "2026-11-20T14:44:20Z",
  latency: { first_word_ms: 120, reply_median_ms: 840, reply_slowest_ms: 1400 },
  cost: {
    amount_micros: 117_550,
    currency: "USD",
    prices_as_of: "2026-11-20",
    items: [
      { kind: "speech", model: "gpt-realtime-2.1", amount_micros: 117_550 },
      { kind: "telephone", unknown: "not_asked" },
    ],
  },
};

const turns: Schema<"Turn">[] = [
  {
    index: 0,
    speaker: "receptionist",
    text: "Thanks for calling Ace Garage Doors, how can I help you today?",
    heard_text: "Thanks for calling Ace",
    interrupted: true,
    tool_calls: [],
    started_at: "2026-11-20T14:41:02Z",
    ended_at: "2026-11-20T14:41:04Z",
  },
  {
    index: 1,
    speaker: "caller",
    text: "Hi, my garage door is stuck.",
    interrupted: false,
    tool_calls: [],
    started_at: "2026-11-20T14:41:04Z",
    ended_at: "2026-11-20T14:41:08Z",
  },
  {
    index: 2,
    speaker: "receptionist",
    text: "Booked for Thursday at two.",
    interrupted: false,
    tool_calls: [
      {
        id: "call_1",
        tool: "schedule_appointment",
        arguments: { name: "Maria Lopez", when: "Thursday at two" },
        output: { ok: true, say: "Booked for Thursday 26 November at 14:00." },
      },
    ],
    started_at: "2026-11-20T14:41:20Z",
    ended_at: "2026-11-20T14:41:23Z",
  },
];

/** Answers for one finished call; `asked` keeps the queries of the list. */
function oneCall(call: Call = maria) {
  const asked: string[] = [];
  server.use(
    http.get("*/api/v1/calls", ({ request }) => {
      const { searchParams } = new URL(request.url);
      searchParams.sort();
      asked.push(searchParams.toString());
      const fits = !(searchParams.get("q") ?? "").includes("nobody");
      return HttpResponse.json({ data: fits ? [call] : [], next_cursor: null });
    }),
    http.get(`*/api/v1/calls/${ID}`, () => HttpResponse.json(call)),
    http.get(`*/api/v1/calls/${ID}/transcript`, () => HttpResponse.json({ turns })),
    http.get(`*/api/v1/leads/${LEAD}`, () =>
      HttpResponse.json({
        id: LEAD,
        name: "Maria Lopez",
        phone: "+14155550134",
        status: "new",
        intent: "Garage door stuck",
        fields: { door_type: { value: "Sectional", source: "call", verified: false, turn: 1 } },
        call_ids: [ID],
        created_at: maria.started_at,
        updated_at: maria.started_at,
      }),
    ),
  );
  return asked;
}

it("shows who called, what they wanted and what came of it", async () => {
  oneCall();
  await renderApp("/calls");

  const row = await screen.findByRole("link", { name: /Maria Lopez/ });
  expect(row).toHaveTextContent("Wants her garage door fixed");
  expect(row).toHaveTextContent("Visit booked");
  expect(row).toHaveTextContent("3 min 12 sec");
  expect(row).toHaveAttribute("href", `/calls/${ID}`);
});

it("keeps search and filter in the address", async () => {
  const asked = oneCall();
  const { user, router } = await renderApp("/calls?outcome=message_taken");

  await user.type(await screen.findByRole("searchbox", { name: "Search calls" }), "garage");

  await waitFor(() => {
    expect(router.state.location.search).toEqual({ outcome: "message_taken", q: "garage" });
  });
  await waitFor(() => {
    expect(asked).toContain("outcome=message_taken&q=garage");
  });
});

it("says when no call fits, and shows all again", async () => {
  oneCall();
  const { user, router } = await renderApp("/calls?q=nobody");

  expect(await screen.findByText("No call fits")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Show all calls" }));

  expect(await screen.findByRole("link", { name: /Maria Lopez/ })).toBeInTheDocument();
  expect(router.state.location.search).toEqual({});
});

it("says how the first call comes here", async () => {
  server.use(http.get("*/api/v1/calls", () => HttpResponse.json({ data: [], next_cursor: null })));
  await renderApp("/calls");

  expect(await screen.findByText("No calls yet")).toBeInTheDocument();
  expect(screen.getByText(/When somebody calls/)).toBeInTheDocument();
});

it("narrows down by direction and days, in the address and by the business's clock", async () => {
  const asked = oneCall();
  const { user, router } = await renderApp("/calls");

  await user.selectOptions(await screen.findByRole("combobox", { name: "Which way" }), "Incoming");
  await user.selectOptions(screen.getByRole("combobox", { name: "Days" }), "Days of your own…");
  fireEvent.change(screen.getByLabelText("From"), { target: { value: "2026-11-19" } });
  await waitFor(() => {
    expect(router.state.location.search).toHaveProperty("from");
  });
  fireEvent.change(screen.getByLabelText("Until"), { target: { value: "2026-11-20" } });

  await waitFor(() => {
    expect(router.state.location.search).toEqual({
      direction: "inbound",
      from: "2026-11-19",
      to: "2026-11-20",
    });
  });
  await waitFor(() => {
    expect(asked.at(-1)).toBe(
      new URLSearchParams({
        created_after: "2026-11-19T04:59:59.999Z",
        created_before: "2026-11-21T05:00:00.000Z",
        direction: "inbound",
      }).toString(),
    );
  });
  await user.selectOptions(screen.getByRole("combobox", { name: "Days" }), "Last 7 days");
  await waitFor(() => {
    expect(router.state.location.search).toEqual({ direction: "inbound", days: "week" });
  });
});

it("shows a call beside the list, and goes on by j and k, the filters kept", async () => {
  oneCall();
  const other = { ...maria, id: "0190a000-0000-7000-8000-0000000000c2", caller_name: "Mr Chen" };
  server.use(
    http.get("*/api/v1/calls", () =>
      HttpResponse.json({ data: [maria, other], next_cursor: null }),
    ),
    http.get(`*/api/v1/calls/${other.id}`, () => HttpResponse.json(other)),
    http.get(`*/api/v1/calls/${other.id}/transcript`, () => HttpResponse.json({ turns: [] })),
  );
  const { user, router } = await renderApp("/calls?direction=inbound");
  await screen.findByRole("link", { name: /Mr Chen/ });

  await user.keyboard("j");
  expect(await screen.findByRole("article", { name: "Maria Lopez" })).toBeInTheDocument();
  expect(screen.getByRole("link", { name: /Maria Lopez/ })).toHaveAttribute("aria-current", "page");
  await user.keyboard("j");
  expect(await screen.findByRole("article", { name: "Mr Chen" })).toBeInTheDocument();
  expect(router.state.location.href).toBe(`/calls/${other.id}?direction=inbound`);
  await user.keyboard("k");
  expect(await screen.findByRole("article", { name: "Maria Lopez" })).toBeInTheDocument();
  await user.keyboard("/");
  expect(screen.getByRole("searchbox")).toHaveFocus();
});

it("tells the keys of its list under a question mark", async () => {
  oneCall();
  const { user } = await renderApp("/calls");
  await screen.findByRole("link", { name: /Maria Lopez/ });

  await user.keyboard("?");

  const keys = await screen.findByRole("dialog", { name: "Keys of this page" });
  expect(keys).toHaveTextContent("jThe next of the list");
  expect(keys).toHaveTextContent("kThe one before");
  expect(keys).toHaveTextContent("/Search");
});

it("shows a call word for word, with what was cut off and what was done", async () => {
  oneCall();
  await renderApp(`/calls/${ID}`);

  expect(await screen.findByRole("heading", { level: 2, name: "Maria Lopez" })).toBeInTheDocument();
  expect(await screen.findByText("Hi, my garage door is stuck.")).toBeInTheDocument();
  expect(screen.getByText("interrupted")).toBeInTheDocument();
  expect(screen.getByTitle("Not heard: the caller cut in")).toHaveTextContent("Garage Doors");
  expect(screen.getByText("booked a visit")).toBeInTheDocument();
  expect(screen.getByText("Booked for Thursday 26 November at 14:00.")).toBeInTheDocument();
  expect(await screen.findByText("Sectional")).toBeInTheDocument();
});

it("says what a call cost, and what of it is not known", async () => {
  oneCall();
  await renderApp(`/calls/${ID}`);

  expect(await screen.findByText("without telephone")).toBeInTheDocument();
  expect(screen.getAllByText("$0.12")).not.toHaveLength(0);
  expect(screen.getByText("not known: your carrier's bill shows it")).toBeInTheDocument();
  expect(screen.getByText("0.8 sec")).toBeInTheDocument();
});

it("says when there is no such call", async () => {
  server.use(
    http.get(`*/api/v1/calls/${ID}`, () => problem(404, "not_found", "There is no call.")),
    http.get(`*/api/v1/calls/${ID}/transcript`, () => problem(404, "not_found", "No.")),
  );
  await renderApp(`/calls/${ID}`);

  expect(await screen.findByText("There is nothing here, or no longer.")).toBeInTheDocument();
});

it("tells who was rung for the caller, and what came of it", async () => {
  oneCall({ ...maria, outcome: "transferred" });
  const leg = (name: string, result: string | null) => ({
    name,
    number: "+12125550120",
    mode: "warm",
    ring_s: 20,
    result,
  });
  server.use(
    http.get(`*/api/v1/calls/${ID}/transfers`, () =>
      HttpResponse.json({
        transfers: [
          {
            id: "0190a000-0000-7000-8000-0000000000f1",
            call_id: ID,
            asked_by: "receptionist",
            urgency: "normal",
            phase: "bridged",
            leg: 1,
            legs: [leg("Sam", "busy"), leg("Alex", null), leg("Kim", null)],
            created_at: maria.started_at,
            updated_at: maria.started_at,
          },
        ],
      }),
    ),
  );
  await renderApp(`/calls/${ID}`);

  expect(await screen.findByText("To Sam")).toBeInTheDocument();
  expect(screen.getByText("was busy")).toBeInTheDocument();
  expect(screen.getByText("To Alex")).toBeInTheDocument();
  expect(screen.getByText("they are talking")).toBeInTheDocument();
  expect(screen.queryByText("To Kim")).not.toBeInTheDocument();
});

/** A call that goes on, and what was asked of it. */
function liveCall() {
  const asked: { what: string; body: unknown }[] = [];
  const receptionist = "0190a000-0000-7000-8000-0000000000e1";
  oneCall({
    ...maria,
    state: "in_progress",
    outcome: null,
    ended_at: null,
    receptionist_id: receptionist,
    receptionist_version: 2,
  });
  server.use(
    http.get(`*/api/v1/receptionists/${receptionist}/versions`, () =>
      HttpResponse.json({
        data: [
          { number: 3, config: { transfer_targets: [{ name: "Nobody" }] } },
          { number: 2, config: { transfer_targets: [{ name: "Sam" }, { name: "Alex" }] } },
        ],
        next_cursor: null,
      }),
    ),
    http.post(`*/api/v1/calls/${ID}/:what`, async ({ request, params }) => {
      const text = await request.text();
      asked.push({ what: String(params.what), body: text === "" ? null : JSON.parse(text) });
      return params.what === "hangup"
        ? new HttpResponse(null, { status: 204 })
        : HttpResponse.json({}, { status: 202 });
    }),
  );
  return asked;
}

it("leaves a caller with the person who has them", async () => {
  liveCall();
  server.use(
    http.get(`*/api/v1/calls/${ID}/transfers`, () =>
      HttpResponse.json({
        transfers: [
          {
            id: "0190a000-0000-7000-8000-0000000000f1",
            call_id: ID,
            asked_by: "receptionist",
            urgency: "normal",
            phase: "bridged",
            leg: 0,
            legs: [{ name: "Sam", number: "+12125550120", mode: "warm", ring_s: 20, result: null }],
            created_at: maria.started_at,
            updated_at: maria.started_at,
          },
        ],
      }),
    ),
  );
  await renderApp(`/calls/${ID}`);

  expect(await screen.findByText("they are talking")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Put through" })).not.toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Hang up" })).toBeInTheDocument();
});

it("puts a caller through to one of the receptionist's people, or to any number", async () => {
  const asked = liveCall();
  const { user } = await renderApp(`/calls/${ID}`);

  await user.click(await screen.findByRole("button", { name: "Put through" }));
  let dialog = await screen.findByRole("dialog", { name: "Put Maria Lopez through" });
  await within(dialog).findByRole("option", { name: "Alex" });
  expect(within(dialog).queryByRole("option", { name: "Nobody" })).not.toBeInTheDocument();
  await user.click(within(dialog).getByRole("button", { name: "Put through" }));
  await waitFor(() => expect(asked).toEqual([{ what: "transfer", body: { target: "Sam" } }]));

  await user.click(await screen.findByRole("button", { name: "Put through" }));
  dialog = await screen.findByRole("dialog", { name: "Put Maria Lopez through" });
  await user.selectOptions(within(dialog).getByLabelText("To whom"), "Another number");
  await user.click(within(dialog).getByLabelText("Their number"));
  await user.paste("+1 415 555 0188");
  await user.click(within(dialog).getByRole("button", { name: "Put through" }));
  await waitFor(() => expect(asked[1]?.body).toEqual({ number: "+14155550188" }));
});

it("has the receptionist say something, and hangs up when that is meant", async () => {
  const asked = liveCall();
  const { user } = await renderApp(`/calls/${ID}`);

  await user.click(await screen.findByRole("button", { name: "Have this said" }));
  const dialog = await screen.findByRole("dialog", { name: "Have something said to Maria Lopez" });
  await user.click(within(dialog).getByLabelText("Word for word"));
  await user.paste("We are on our way.");
  await user.click(within(dialog).getByRole("button", { name: "Have this said" }));
  await waitFor(() => expect(asked[0]?.body).toEqual({ text: "We are on our way." }));

  await user.click(await screen.findByRole("button", { name: "Hang up" }));
  const question = await screen.findByRole("dialog", { name: "Hang up on Maria Lopez?" });
  await user.click(within(question).getByRole("button", { name: "Hang up" }));
  await waitFor(() => expect(asked[1]?.what).toBe("hangup"));
});

it("says in words what was noted and promised", async () => {
  oneCall();
  const done = { index: 3, speaker: "receptionist", interrupted: false };
  const at = { started_at: "2026-11-20T14:41:25Z", ended_at: "2026-11-20T14:41:29Z" };
  const used = (tool: string, say: string) => ({
    id: tool,
    tool,
    arguments: {},
    output: { ok: true, say },
  });
  server.use(
    http.get(`*/api/v1/calls/${ID}/transcript`, () =>
      HttpResponse.json({
        turns: [
          ...turns,
          {
            ...done,
            ...at,
            text: "I am sorry to hear that.",
            tool_calls: [
              used("update_intake", "Thank you."),
              used("promise_call_back", "Somebody will call you back."),
              used("set_language", "Claro que sí."),
            ],
          },
        ],
      }),
    ),
  );
  await renderApp(`/calls/${ID}`);

  expect(await screen.findByText("Call back promised")).toBeInTheDocument();
  expect(screen.getByText(/notes an answer/)).toBeInTheDocument();
  expect(screen.getByText(/changes the language/)).toBeInTheDocument();
  expect(screen.queryByText(/did: /)).not.toBeInTheDocument();
});
