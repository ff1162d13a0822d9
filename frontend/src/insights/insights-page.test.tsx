import { screen, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import type { Schema } from "@/api/client";
import { http, HttpResponse, problem, server } from "@/testing/server";
import { renderApp } from "@/testing/render";

const NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const span = {
  period: "7d",
  from: "2026-11-15T05:00:00Z",
  to: "2026-11-22T05:00:00Z",
  time_zone: "America/New_York",
};

function totals(calls: number): Omit<Schema<"SummaryPrevious">, "from" | "to"> {
  return {
    total_calls: calls,
    inbound_calls: calls,
    outbound_calls: 0,
    answered_calls: calls,
    after_hours_calls: 2,
    average_duration_s: calls === 0 ? null : 132,
    leads_generated: 3,
    appointments_booked: 2,
    messages_taken: 1,
    voicemails: 0,
    transfers: 0,
    transfer_success_rate: null,
    answer_rate: calls === 0 ? null : 1,
    cost: null,
  };
}

function answer(calls: number, before: number) {
  const days = (values: number[], from: number) =>
    values.map((value, i) => ({ date: `2026-11-${String(from + i).padStart(2, "0")}`, value }));
  const hours = (weekday: string) =>
    Array.from({ length: 24 }, (_, at) => (weekday === "tuesday" && at === 9 ? calls : 0));
  server.use(
    http.get("*/stats/summary", ({ request }) =>
      HttpResponse.json({
        ...span,
        period: new URL(request.url).searchParams.get("period"),
        ...totals(calls),
        previous: { ...span, ...totals(before) },
      }),
    ),
    http.get("*/stats/timeseries", () =>
      HttpResponse.json({
        ...span,
        metric: "calls",
        group_by: "day",
        points: days([0, 0, calls, 0, 0, 0, 0], 15),
        previous: days([before, 0, 0, 0, 0, 0, 0], 8),
      }),
    ),
    http.get("*/stats/heatmap", () =>
      HttpResponse.json({
        ...span,
        days: NAMES.map((weekday) => ({ weekday, hours: hours(weekday) })),
      }),
    ),
  );
}

beforeEach(() => answer(9, 4));

it("says in words what the calls of a time were", async () => {
  await renderApp("/insights?period=7d");

  expect(
    await screen.findByRole("heading", { level: 1, name: "9 calls in the last 7 days" }),
  ).toBeInTheDocument();
  expect(screen.getByText("5 more than in the 7 days before.")).toBeInTheDocument();
  expect(
    await screen.findByRole("heading", {
      name: "The busiest day was Tuesday, November 17 with 9 calls.",
    }),
  ).toBeInTheDocument();
  expect(
    screen.getByRole("heading", {
      name: "Most calls come on Tuesday mornings; 2 came after hours.",
    }),
  ).toBeInTheDocument();
});

it("shows each chart as a table too", async () => {
  const { user } = await renderApp("/insights?period=7d");
  const hours = await screen.findByRole("region", { name: "Calls by weekday and hour" });

  await user.click(within(hours).getByRole("button", { name: "Show as table" }));

  const nine = within(hours).getByRole("row", { name: /^9 AM/ });
  expect(
    within(nine)
      .getAllByRole("cell")
      .map((cell) => cell.textContent),
  ).toEqual(["0", "9", "0", "0", "0", "0", "0"]);
});

it("keeps the time that is looked at in the address", async () => {
  const { user, router } = await renderApp("/insights");
  await screen.findByRole("heading", { name: "9 calls in the last 30 days" });

  await user.click(screen.getByRole("radio", { name: "90 days" }));

  expect(await screen.findByRole("heading", { name: "9 calls in the last 90 days" })).toBeVisible();
  expect(router.state.location.search).toEqual({ period: "90d" });
});

it("says what will be here before the first call", async () => {
  answer(0, 0);
  await renderApp("/insights");

  expect(await screen.findByText("No calls in this time")).toBeInTheDocument();
});

it("offers to try again when the numbers cannot be read", async () => {
  server.use(http.get("*/stats/summary", () => problem(500, "internal", "Something broke.")));
  const { user } = await renderApp("/insights");
  await screen.findByRole("alert");
  answer(1, 1);

  await user.click(screen.getByRole("button", { name: "Try again" }));

  expect(await screen.findByRole("heading", { name: "1 call in the last 30 days" })).toBeVisible();
});
