import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { business, http, HttpResponse, live, server } from "@/testing/server";
import { renderApp } from "@/testing/render";
import type { SetupState, SetupStep } from "./queries";

const AT = "2026-11-21T10:00:00Z";
const SID = `CA${"0".repeat(32)}`;
let steps: { key: SetupStep; state: SetupState }[];

beforeEach(() => {
  steps = [
    { key: "business", state: "open" },
    { key: "practice_call", state: "open" },
    { key: "number", state: "open" },
  ];
  server.use(
    http.get("*/api/v1/business/setup", () => HttpResponse.json({ steps })),
    http.patch<never, { step: SetupStep; state: SetupState }>(
      "*/api/v1/business/setup",
      async ({ request }) => {
        const { step, state } = await request.json();
        steps = steps.map((one) => (one.key === step ? { key: step, state } : one));
        return HttpResponse.json({ steps });
      },
    ),
    http.get("*/api/v1/receptionists", () => HttpResponse.json({ data: [], next_cursor: null })),
    http.get("*/api/v1/sandbox", () =>
      HttpResponse.json({
        account_sid: "AC1",
        auth_token: "t",
        numbers: ["+14155550100"],
        scenarios: [{ id: "new_lead_books_visit", title: "Books" }],
      }),
    ),
  );
});

it("sets the hours in one gesture, and goes on to the call", async () => {
  let sent: unknown;
  server.use(
    http.patch("*/api/v1/business", async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json(business, { headers: { ETag: '"1"' } });
    }),
  );
  const { user, router } = await renderApp("/welcome");

  await user.type(await screen.findByLabelText("What you do"), "Garage doors");
  await user.click(screen.getByRole("radio", { name: "Weekdays 9 to 5" }));
  await user.click(screen.getByRole("button", { name: "Save and go on" }));

  expect(await screen.findByRole("button", { name: /greeting/ })).toBeInTheDocument();
  expect(router.state.location.search).toEqual({ step: "practice_call" });
  expect(sent).toMatchObject({
    about: "Garage doors",
    hours: { friday: [{ opens: "09:00", closes: "17:00" }], saturday: [] },
  });
  expect(steps[0]?.state).toBe("done");
});

it("lets every step be skipped, and shows what is left on Home", async () => {
  const { user, router } = await renderApp("/welcome");

  for (const title of ["Your business", "Hear it answer", "Your number"]) {
    const step = within(await screen.findByRole("region", { name: title }));
    await user.click(await step.findByRole("button", { name: "Skip for now" }));
  }

  await waitFor(() => {
    expect(router.state.location.pathname).toBe("/");
  });
  const left = within(
    await screen.findByRole("region", { name: "3 steps to a front desk of your own" }),
  );
  await user.click(left.getByRole("link", { name: "Hear it answer" }));
  await waitFor(() => {
    expect(router.state.location.search).toEqual({ step: "practice_call" });
  });
});

it("shows the words of a practice call as they are said", async () => {
  let over = false;
  let tell: (type: string, data: object) => void = () => undefined;
  server.use(
    http.post("*/api/v1/sandbox/calls", () =>
      HttpResponse.json({ call_sid: SID }, { status: 201 }),
    ),
    http.get("*/api/v1/sandbox/calls/:sid", () =>
      HttpResponse.json({ status: over ? "completed" : "in-progress" }),
    ),
    live.addEventListener("connection", ({ client }) => {
      tell = (type, data) => {
        client.send(JSON.stringify({ type, at: AT, data }));
      };
      tell("live.snapshot", { calls: [] });
    }),
  );
  const { user } = await renderApp("/welcome?step=practice_call");

  const step = within(await screen.findByRole("region", { name: "Hear it answer" }));
  await user.click(await step.findByRole("button", { name: "Call me as…" }));
  await user.click(await screen.findByRole("menuitem", { name: "A new customer books a visit" }));

  const words = within(await screen.findByRole("log", { name: "What is said" }));
  const call = { id: "c", call_sid: SID, state: "in_progress", started_at: AT };
  tell("call.started", call);
  tell("turn.partial", { call_id: "c", index: 0, speaker: "receptionist", text: "Thank you" });
  expect(await words.findByText("Thank you")).toBeInTheDocument();
  tell("turn.final", {
    call_id: "c",
    index: 0,
    speaker: "receptionist",
    text: "Thank you for calling. How",
    heard_text: "Thank you for calling.",
  });
  tell("turn.final", { call_id: "c", index: 1, speaker: "caller", text: "My sink leaks." });
  expect(await words.findByText("Thank you for calling.")).toBeInTheDocument();
  expect(await words.findByText("My sink leaks.")).toBeInTheDocument();
  tell("call.ended", { ...call, state: "completed", ended_at: AT });
  expect(await words.findByText(/The call is over/)).toBeInTheDocument();
  over = true;
  expect(await step.findByRole("button", { name: "Go on" })).toBeInTheDocument();
});

it("is content with the number that is there", async () => {
  server.use(
    http.get("*/api/v1/phone-numbers", () =>
      HttpResponse.json({ data: [{ id: "n", number: "+14155550100" }], next_cursor: null }),
    ),
  );
  const { user, router } = await renderApp("/welcome?step=number");

  expect(await screen.findByText(/\+1 415 555 0100 answers for you already/)).toBeInTheDocument();
  await user.click(await screen.findByRole("button", { name: "This one will do" }));

  await waitFor(() => {
    expect(router.state.location.pathname).toBe("/");
  });
  expect(steps[2]?.state).toBe("done");
});

it("shows no checklist once all is done", async () => {
  steps = steps.map(({ key }) => ({ key, state: "done" }));
  await renderApp("/");

  expect(await screen.findByText("Nobody is waiting for an answer.")).toBeInTheDocument();
  expect(screen.queryByText(/front desk of your own/)).not.toBeInTheDocument();
});
