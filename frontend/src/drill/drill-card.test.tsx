import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderApp } from "@/testing/render";
import { http, HttpResponse, problem, server } from "@/testing/server";
import type { Drill } from "./queries";

const RECEPTIONIST = "0190a000-0000-7000-8000-0000000000e1";

const worked: Drill = {
  id: "0190a000-0000-7000-8000-0000000000d1",
  receptionist_id: RECEPTIONIST,
  call_id: "0190a000-0000-7000-8000-0000000000d2",
  steps: [
    {
      engine: "realtime",
      works: true,
      took_ms: 800,
      said: "Thanks for calling.",
      problem: null,
      stream_ms: 300,
    },
    {
      engine: "turn_based",
      works: false,
      took_ms: 40,
      said: null,
      problem: "no chat model answers",
    },
  ],
  started_at: "2026-11-20T14:41:00Z",
  ended_at: "2026-11-20T14:41:09Z",
};

/** A service that keeps the last walk. */
function last(drill: Drill | null) {
  server.use(
    http.get("*/api/v1/receptionists", () =>
      HttpResponse.json({ data: [{ id: RECEPTIONIST, is_default: true }], next_cursor: null }),
    ),
    http.get(`*/api/v1/receptionists/${RECEPTIONIST}/drill`, () =>
      HttpResponse.json({ last: drill }),
    ),
  );
}

async function card() {
  const heading = await screen.findByText("If something fails", { selector: "h2" });
  return within(heading.closest("section") ?? document.body);
}

it("shows what worked when every step was last tried, and what did not", async () => {
  last(worked);
  await renderApp("/settings");

  const shown = await card();
  expect(await shown.findByText("A voice that listens")).toBeInTheDocument();
  expect(shown.getByText(/^Works, after 0.8/)).toBeInTheDocument();
  expect(shown.getByText(/^Heard on the line after 0.3/)).toBeInTheDocument();
  expect(shown.getByText("Thanks for calling.")).toBeInTheDocument();
  expect(shown.getByText("Does not work")).toBeInTheDocument();
  expect(shown.getByText("no chat model answers")).toBeInTheDocument();
  expect(shown.getByText("Show the test call")).toHaveAttribute("href", `/calls/${worked.call_id}`);
});

it("tries every step, and shows how far it has come", async () => {
  last(null);
  server.use(
    http.post(`*/api/v1/receptionists/${RECEPTIONIST}/drill`, () => {
      last(worked);
      return HttpResponse.json({ ...worked, steps: [], ended_at: null }, { status: 202 });
    }),
  );
  const { user } = await renderApp("/settings");
  const shown = await card();
  expect(await shown.findByText("Not tried yet.")).toBeInTheDocument();

  await user.click(shown.getByRole("button", { name: "Try every step" }));

  expect(await shown.findByText("Under way.")).toBeInTheDocument();
  expect(await shown.findByText("Turn by turn", {}, { timeout: 5000 })).toBeInTheDocument();
});

it("says why it cannot be tried now", async () => {
  last(null);
  server.use(
    http.post(`*/api/v1/receptionists/${RECEPTIONIST}/drill`, () =>
      problem(409, "not_published", "Callers do not hear this receptionist yet: try its draft."),
    ),
  );
  const { user } = await renderApp("/settings");
  const shown = await card();

  await user.click(await shown.findByRole("button", { name: "Try every step" }));

  expect(await screen.findByText(/do not hear this receptionist yet/)).toBeInTheDocument();
});
