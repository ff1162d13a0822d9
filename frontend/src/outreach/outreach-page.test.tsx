import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { renderApp } from "@/testing/render";
import { http, HttpResponse, problem, server } from "@/testing/server";
import type { OutboundCall } from "./queries";

const REACHED: OutboundCall = {
  id: "0190a000-0000-7000-8000-0000000000b1",
  to: "+14155550134",
  receptionist_id: null,
  purpose: "Your visit tomorrow at ten",
  script_type: "appointment_reminder",
  lead_id: null,
  message: "Please call us back.",
  at: "2026-11-20T15:00:00Z",
  state: "completed",
  call_id: "0190a000-0000-7000-8000-0000000000c1",
  refused: null,
  attempts: [
    {
      at: "2026-11-20T15:00:00Z",
      call_sid: "CA1",
      problem: null,
      answered_by: "machine_end_beep",
      message_left: true,
    },
  ],
  created_at: "2026-11-20T15:00:00Z",
  updated_at: "2026-11-20T15:01:00Z",
};
const REFUSED: OutboundCall = {
  ...REACHED,
  id: "0190a000-0000-7000-8000-0000000000b2",
  to: "+14155550140",
  state: "refused",
  call_id: null,
  refused: { rule: "no_number", detail: "The business has no number to call from." },
  attempts: [],
};
const LATER: OutboundCall = {
  ...REACHED,
  id: "0190a000-0000-7000-8000-0000000000b3",
  to: "+14155550141",
  state: "scheduled",
  at: new Date(Date.now() + 86_400_000).toISOString(),
  call_id: null,
  attempts: [],
};
let kept: OutboundCall[];

beforeEach(() => {
  kept = [LATER, REFUSED, REACHED];
  server.use(
    http.get("*/api/v1/outbound-calls", () => HttpResponse.json({ data: kept, next_cursor: null })),
    http.delete("*/api/v1/outbound-calls/:id", ({ params }) => {
      kept = kept.map((call) => (call.id === params.id ? { ...call, state: "canceled" } : call));
      return new HttpResponse(null, { status: 204 });
    }),
  );
});

async function row(number: string) {
  const name = await screen.findByText(number);
  const found = name.closest("li");
  if (found === null) {
    throw new Error(`${number} is in no list`);
  }
  return within(found);
}

it("tells what came of each call", async () => {
  await renderApp("/outreach");

  const reached = await row("+1 415 555 0134");
  expect(reached.getByText("Your visit tomorrow at ten")).toBeVisible();
  expect(reached.getByText(/Reached · a machine was told your message/)).toBeVisible();
  expect(reached.getByRole("link", { name: "Read the conversation" })).toHaveAttribute(
    "href",
    expect.stringContaining(`/calls/${REACHED.call_id ?? ""}`),
  );
  const refused = await row("+1 415 555 0140");
  expect(refused.getByText(/Not called · The business has no number to call from./)).toBeVisible();
});

it("takes back what was not placed yet", async () => {
  const { user } = await renderApp("/outreach");

  await user.click((await row("+1 415 555 0141")).getByRole("button", { name: "Take back" }));

  await waitFor(async () =>
    expect((await row("+1 415 555 0141")).getByText(/Taken back/)).toBeVisible(),
  );
});

it("has somebody called", async () => {
  let sent: unknown;
  server.use(
    http.post("*/api/v1/outbound-calls", async ({ request }) => {
      sent = await request.json();
      kept = [{ ...REACHED, id: "b4", to: "+14155550150", state: "calling" }, ...kept];
      return HttpResponse.json(kept[0], { status: 201 });
    }),
  );
  const { user } = await renderApp("/outreach");

  await user.click(await screen.findByRole("button", { name: "Call somebody" }));
  const form = within(await screen.findByRole("dialog"));
  await user.type(form.getByRole("textbox", { name: /Number/ }), "+1 (415) 555-0150");
  await user.type(form.getByRole("textbox", { name: /What it is about/ }), "Your boiler");
  await user.click(form.getByRole("button", { name: "Call somebody" }));

  expect(await screen.findByText("+1 415 555 0150")).toBeVisible();
  expect(sent).toEqual({
    to: "+14155550150",
    purpose: "Your boiler",
    script_type: "default",
    message: null,
    at: null,
  });
});

it("has somebody called later, by the business's own clock", async () => {
  let sent: unknown;
  server.use(
    http.post("*/api/v1/outbound-calls", async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json(LATER, { status: 201 });
    }),
  );
  const { user } = await renderApp("/outreach");
  await user.click(await screen.findByRole("button", { name: "Call somebody" }));
  const form = within(await screen.findByRole("dialog"));
  expect(await form.findByText(/America\/New_York/)).toBeVisible();
  await user.type(form.getByRole("textbox", { name: /Number/ }), "+1 (415) 555-0150");
  await user.type(form.getByRole("textbox", { name: /What it is about/ }), "Your boiler");
  fireEvent.change(form.getByLabelText(/When/), { target: { value: "2026-12-24T10:30" } });
  await user.click(form.getByRole("button", { name: "Call somebody" }));

  expect(await screen.findByText("Your receptionist will call then.")).toBeVisible();
  expect(sent).toMatchObject({ at: "2026-12-24T15:30:00.000Z" });
});

it("says at the number what is wrong with it", async () => {
  server.use(
    http.post("*/api/v1/outbound-calls", () =>
      problem(422, "invalid", "Some fields need another value; see errors.", [
        { pointer: "/to", detail: "is one of your own numbers" },
      ]),
    ),
  );
  const { user } = await renderApp("/outreach");

  await user.click(await screen.findByRole("button", { name: "Call somebody" }));
  const form = within(await screen.findByRole("dialog"));
  await user.type(form.getByRole("textbox", { name: /Number/ }), "+14155550100");
  await user.click(form.getByRole("button", { name: "Call somebody" }));

  expect(await form.findByText(/is one of your own numbers/i)).toBeVisible();
});
