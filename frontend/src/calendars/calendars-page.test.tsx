import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { http, HttpResponse, problem, server } from "@/testing/server";
import { renderApp } from "@/testing/render";
import type { ConnectedCalendar } from "./queries";

const MINE: ConnectedCalendar = {
  id: "0190a000-0000-7000-8000-0000000000c1",
  kind: "ics",
  name: "My calendar",
  staff_id: null,
  host: "calendar.example.com",
  read_at: new Date().toISOString(),
  problem: null,
  notice: null,
  created_at: "2026-11-21T10:00:00Z",
};

function calendars(...data: ConnectedCalendar[]) {
  server.use(
    http.get("*/api/v1/calendars", () => HttpResponse.json({ data, next_cursor: null })),
    http.get("*/api/v1/staff", () => HttpResponse.json({ data: [], next_cursor: null })),
  );
}

it("says when a calendar was read, and what is wrong with it", async () => {
  calendars(MINE, {
    ...MINE,
    id: "0190a000-0000-7000-8000-0000000000c2",
    name: "Ana's",
    problem: "calendar.example.com answers with more than 5 MB.",
    notice: "Not understood: the time zone Mars/Olympus",
  });
  await renderApp("/settings/calendars");

  expect(await screen.findByRole("heading", { name: "2 calendars are connected" })).toBeVisible();
  const rows = screen.getAllByRole("listitem");
  expect(rows[0]).toHaveTextContent(/My calendar.*Read now.*at calendar.example.com/);
  expect(rows[1]).toHaveTextContent(/Cannot be read: .* more than 5 MB\. What was read before/);
  expect(rows[1]).toHaveTextContent("Not understood: the time zone Mars/Olympus");
});

it("connects a calendar, and shows what the service says against its address", async () => {
  calendars();
  let sent: unknown;
  server.use(
    http.post("*/api/v1/calendars", async ({ request }) => {
      sent = await request.json();
      return problem(422, "invalid", "Some fields need another value; see errors.", [
        { pointer: "/url", detail: "must be the address of a calendar" },
      ]);
    }),
  );
  const { user } = await renderApp("/settings/calendars");

  await user.click(await screen.findByRole("button", { name: "Read a calendar" }));
  const form = within(await screen.findByRole("dialog"));
  await user.type(form.getByLabelText("What you call it"), "Mine");
  await user.type(form.getByLabelText("Its address"), "calendar");
  await user.click(form.getByRole("button", { name: "Read a calendar" }));

  expect(await form.findByText("Must be the address of a calendar")).toBeInTheDocument();
  expect(sent).toEqual({ kind: "ics", name: "Mine", url: "calendar", staff_id: null });
});

it("shows a feed's address this once", async () => {
  calendars();
  server.use(
    http.post("*/api/v1/calendars", () =>
      HttpResponse.json(
        { ...MINE, kind: "feed", url: "https://desk.example/api/v1/calendars/secret.ics" },
        { status: 201 },
      ),
    ),
  );
  const { user } = await renderApp("/settings/calendars");

  await user.click(await screen.findByRole("button", { name: "Show visits elsewhere" }));
  const form = within(await screen.findByRole("dialog"));
  await user.type(form.getByLabelText("What you call it"), "My telephone");
  await user.click(form.getByRole("button", { name: "Show visits elsewhere" }));

  expect(await form.findByText(/secret\.ics$/)).toBeInTheDocument();
  await user.click(form.getByRole("button", { name: "I have it" }));
  await waitFor(() => {
    expect(screen.queryByText(/secret\.ics$/)).not.toBeInTheDocument();
  });
});
