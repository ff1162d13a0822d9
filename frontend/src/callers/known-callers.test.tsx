import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderApp } from "@/testing/render";
import { http, HttpResponse, server } from "@/testing/server";
import type { KnownCaller } from "./queries";

const ID = "0190a000-0000-7000-8000-0000000000b1";

const pest: KnownCaller = {
  id: ID,
  number: "+14155550177",
  treatment: "blocked",
  note: "Sells roofs",
  calls: 3,
  last_call_at: "2026-11-20T14:41:00Z",
  created_at: "2026-11-01T10:00:00Z",
  updated_at: "2026-11-01T10:00:00Z",
};

/** A service that keeps the list. */
function list(...start: KnownCaller[]) {
  const kept = { callers: start };
  server.use(
    http.get("*/api/v1/known-callers", () =>
      HttpResponse.json({ data: kept.callers, next_cursor: null }),
    ),
    http.post("*/api/v1/known-callers", async ({ request }) => {
      const made = (await request.json()) as Pick<KnownCaller, "number" | "note">;
      const caller = { ...pest, ...made, calls: 0, last_call_at: null };
      kept.callers = [caller, ...kept.callers];
      return HttpResponse.json(caller, { status: 201 });
    }),
    http.delete("*/api/v1/known-callers/:id", () => {
      kept.callers = [];
      return new HttpResponse(null, { status: 204 });
    }),
  );
  return kept;
}

async function section() {
  const heading = await screen.findByText("Blocked callers", { selector: "h2" });
  const found = heading.closest("section");
  if (found === null) {
    throw new Error("the list has no section");
  }
  return found;
}

it("shows who is blocked, why, and how often they called since", async () => {
  list(pest);
  await renderApp("/settings");

  const blocked = await section();
  expect(await within(blocked).findByText("+1 415 555 0177")).toBeInTheDocument();
  expect(blocked).toHaveTextContent("Sells roofs · Called 3 times since");
});

it("blocks a number as people write it", async () => {
  const kept = list();
  const { user } = await renderApp("/settings");
  const blocked = await section();
  expect(await within(blocked).findByText("Nobody is blocked.")).toBeInTheDocument();

  await user.click(within(blocked).getByText("Block a number"));
  await user.type(await screen.findByLabelText(/^Number/), "+1 (415) 555-0188");
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: "Block a number" }));

  expect(await within(blocked).findByText("+1 415 555 0188")).toBeInTheDocument();
  expect(kept.callers.map(({ number, note }) => [number, note])).toEqual([["+14155550188", null]]);
});

it("takes somebody off the list, and back on when that was a mistake", async () => {
  const kept = list(pest);
  const { user } = await renderApp("/settings");
  const blocked = await section();

  await user.click(await within(blocked).findByLabelText("Unblock +1 415 555 0177"));
  expect(await within(blocked).findByText("Nobody is blocked.")).toBeInTheDocument();
  await user.click(await screen.findByText("Undo"));

  expect(await within(blocked).findByText("+1 415 555 0177")).toBeInTheDocument();
  expect(kept.callers[0]?.note).toBe("Sells roofs");
});

it("keeps those apart who are put straight through", async () => {
  const kept = list(pest);
  const { user } = await renderApp("/settings");
  const heading = await screen.findByText("Callers put straight through", { selector: "h2" });
  const through = heading.closest("section") ?? document.body;
  expect(await within(through).findByText("Nobody is put straight through.")).toBeInTheDocument();

  await user.click(within(through).getByText("Put a number through"));
  await user.type(await screen.findByLabelText(/^Number/), "+1 (415) 555-0188");
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: "Put a number through" }));

  expect(await within(through).findByText("+1 415 555 0188")).toBeInTheDocument();
  expect(kept.callers.map(({ number, treatment }) => [number, treatment])).toEqual([
    ["+14155550188", "straight_through"],
    ["+14155550177", "blocked"],
  ]);
  expect(within(await section()).queryByText("+1 415 555 0188")).not.toBeInTheDocument();
});
