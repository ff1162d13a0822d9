import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { http, HttpResponse, problem, server } from "@/testing/server";
import { renderApp } from "@/testing/render";
import { isoDate } from "@/ui/format";
import { momentAt, mondayOf, plusDays } from "@/ui/zoned";
import type { Appointment, Busy } from "./queries";

const ZONE = "America/New_York";
const NEXT_MONDAY = plusDays(mondayOf(isoDate(new Date(), ZONE)), 7);
const at = (hour: number, day = plusDays(NEXT_MONDAY, 1)) =>
  momentAt(day, hour * 60, ZONE).toISOString();
const MARIA: Appointment = {
  id: "0190a000-0000-7000-8000-00000000000a",
  service_id: "0190a000-0000-7000-8000-0000000000f1",
  staff_id: "0190a000-0000-7000-8000-0000000000e1",
  call_id: null,
  starts_at: at(14),
  ends_at: at(15),
  name: "Maria Lopez",
  phone: "+14155550134",
  email: null,
  reason: "Opener repair",
  status: "booked",
  created_at: "2026-11-21T10:00:00Z",
  updated_at: "2026-11-21T10:00:00Z",
};
let kept: Appointment[];
let busy: Busy[];
const slot = (starts_at: string) => ({
  service_id: MARIA.service_id,
  staff_id: MARIA.staff_id,
  starts_at,
  ends_at: starts_at,
});

beforeEach(() => {
  kept = [MARIA];
  busy = [];
  server.use(
    http.get("*/api/v1/appointments", ({ request }) => {
      const asked = new URL(request.url).searchParams;
      const data = kept.filter(
        ({ starts_at }) =>
          starts_at >= (asked.get("starts_from") ?? "") &&
          starts_at < (asked.get("starts_before") ?? "9"),
      );
      return HttpResponse.json({ data, next_cursor: null });
    }),
    http.get("*/api/v1/appointments/:id", ({ params }) =>
      HttpResponse.json(kept.find(({ id }) => id === params.id)),
    ),
    http.patch<{ id: string }, Partial<Appointment>>(
      "*/api/v1/appointments/:id",
      async ({ params, request }) => {
        const change = await request.json();
        kept = kept.map((one) => (one.id === params.id ? { ...one, ...change } : one));
        return HttpResponse.json(kept.find(({ id }) => id === params.id));
      },
    ),
    http.get("*/api/v1/services", () =>
      HttpResponse.json({
        data: [
          {
            id: MARIA.service_id,
            name: "Repair visit",
            duration_minutes: 60,
            price_text: null,
            created_at: "2026-11-21T10:00:00Z",
          },
        ],
        next_cursor: null,
      }),
    ),
    http.get("*/api/v1/busy-times", () => HttpResponse.json({ data: busy })),
    http.get("*/api/v1/availability", () =>
      HttpResponse.json({ data: [slot(at(9)), slot(at(10))] }),
    ),
  );
});

it("says how many come, and shows them in their week", async () => {
  const { user } = await renderApp("/calendar");

  await user.click(await screen.findByRole("button", { name: "The week after" }));

  expect(await screen.findByRole("heading", { name: /^1 visit in the week of/ })).toBeVisible();
  expect(screen.getByRole("button", { name: /^Maria Lopez 2:00.PM Opener repair$/ })).toBeVisible();
});

it("shows the same as a list, by the business's clock", async () => {
  await renderApp(`/calendar?week=${NEXT_MONDAY}&view=list`);

  const day = within(await screen.findByRole("list", { name: /^Tuesday/ }));
  expect(day.getByRole("listitem")).toHaveTextContent(/Maria Lopez.*2:00.PM.*Opener repair/);
});

it("shows who comes, with the number to call", async () => {
  await renderApp(`/calendar?week=${NEXT_MONDAY}&appointment=${MARIA.id}`);

  const visit = within(await screen.findByRole("article", { name: "Maria Lopez" }));
  expect(visit.getByText(/2:00.PM – 3:00.PM/)).toBeInTheDocument();
  expect(await visit.findByText("Repair visit")).toBeInTheDocument();
  expect(visit.getByRole("link", { name: "Call Maria Lopez" })).toHaveAttribute(
    "href",
    "tel:+14155550134",
  );
});

it("cancels a visit, and puts it back", async () => {
  const { user } = await renderApp(`/calendar?week=${NEXT_MONDAY}&appointment=${MARIA.id}`);

  await user.click(await screen.findByRole("button", { name: "Cancel visit" }));

  expect(await screen.findByRole("button", { name: "Book it again" })).toBeInTheDocument();
  expect(kept[0]?.status).toBe("cancelled");
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("button", { name: "Cancel visit" })).toBeInTheDocument();
  expect(kept[0]?.status).toBe("booked");
});

it("moves a visit to a time that is free, and back", async () => {
  const { user } = await renderApp(`/calendar?week=${NEXT_MONDAY}&appointment=${MARIA.id}`);

  await user.click(await screen.findByRole("button", { name: "Move" }));
  const times = within(await screen.findByRole("group", { name: "Free times" }));
  await user.click(times.getByRole("button", { name: /^10:00/ }));

  expect(await screen.findByText(/^Moved to Tuesday.*10:00.AM\.$/)).toBeInTheDocument();
  expect(kept[0]?.starts_at).toBe(at(10));
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => {
    expect(kept[0]?.starts_at).toBe(MARIA.starts_at);
  });
});

it("says so when a time was taken meanwhile", async () => {
  server.use(
    http.patch("*/api/v1/appointments/:id", () =>
      problem(409, "slot_taken", "This time was just taken. Choose another one."),
    ),
  );
  const { user } = await renderApp(`/calendar?week=${NEXT_MONDAY}&appointment=${MARIA.id}`);

  await user.click(await screen.findByRole("button", { name: "Move" }));
  await user.click(await screen.findByRole("button", { name: /^9:00/ }));

  expect(await screen.findByText(/This time was just taken/)).toBeInTheDocument();
  expect(screen.getByRole("group", { name: "Free times" })).toBeInTheDocument();
});

it("books by hand", async () => {
  let sent: unknown;
  server.use(
    http.post("*/api/v1/appointments", async ({ request }) => {
      sent = await request.json();
      kept = [...kept, { ...MARIA, id: "0190a000-0000-7000-8000-00000000000b", name: "Kim" }];
      return HttpResponse.json(kept[1], { status: 201 });
    }),
  );
  const { user, router } = await renderApp("/calendar");

  await user.click(await screen.findByRole("button", { name: "Book visit" }));
  const form = within(await screen.findByRole("dialog"));
  await user.click(form.getByRole("button", { name: "Book visit" }));
  expect(await form.findByText("Choose one of the free times.")).toBeInTheDocument();
  await user.click(await form.findByRole("button", { name: /^Show Tuesday/ }));
  await user.click(await form.findByRole("button", { name: /^9:00/ }));
  await user.type(form.getByLabelText(/^Name/), "Kim");
  await user.type(form.getByLabelText(/^Number/), "+1 415 555 0140");
  await user.click(form.getByRole("button", { name: "Book visit" }));

  await waitFor(() => {
    expect(router.state.location.search).toEqual({ day: plusDays(NEXT_MONDAY, 1) });
  });
  expect(sent).toEqual({
    service_id: MARIA.service_id,
    starts_at: at(9),
    name: "Kim",
    phone: "+14155550140",
    reason: null,
  });
});

it("shows what will come while nobody is booked", async () => {
  kept = [];
  await renderApp("/calendar?view=list");

  expect(
    await screen.findByRole("heading", { name: "Nobody is booked in this week" }),
  ).toBeInTheDocument();
});

it("moves a visit with the keyboard, and back", async () => {
  const { user } = await renderApp(`/calendar?day=${NEXT_MONDAY}`);

  (await screen.findByRole("button", { name: /^Maria Lopez/ })).focus();
  await user.keyboard("{Shift>}{ArrowDown}{/Shift}");

  expect(await screen.findByText(/^Moved to Tuesday.*2:15.PM\.$/)).toBeInTheDocument();
  expect(kept[0]?.starts_at).toBe(new Date(Date.parse(MARIA.starts_at) + 900_000).toISOString());
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => {
    expect(kept[0]?.starts_at).toBe(MARIA.starts_at);
  });
  screen.getByRole("button", { name: /^Maria Lopez/ }).focus();
  await user.keyboard("{Shift>}{ArrowRight}{/Shift}");
  expect(await screen.findByText(/^Moved to Wednesday.*2:00.PM\.$/)).toBeInTheDocument();
});

it("says why a visit stays where it is", async () => {
  server.use(
    http.patch("*/api/v1/appointments/:id", () =>
      problem(422, "invalid", "Some fields need another value; see errors.", [
        { pointer: "/starts_at", detail: "is outside opening hours" },
      ]),
    ),
  );
  const { user } = await renderApp(`/calendar?day=${NEXT_MONDAY}`);

  (await screen.findByRole("button", { name: /^Maria Lopez/ })).focus();
  await user.keyboard("{Shift>}{ArrowUp}{/Shift}");

  expect(
    await screen.findByText("It stays where it is: that time is outside opening hours."),
  ).toBeInTheDocument();
});

it("shows when somebody is away, and which visits are in the way", async () => {
  busy = [
    { staff_id: MARIA.staff_id, source: "time_off", starts_at: at(13), ends_at: at(15) },
    { staff_id: MARIA.staff_id, source: "calendar", starts_at: at(9), ends_at: at(10) },
  ];
  await renderApp(`/calendar?day=${plusDays(NEXT_MONDAY, 1)}&view=day`);

  expect(await screen.findByRole("heading", { name: /^1 visit on/ })).toBeVisible();
  expect(await screen.findByText("Away")).toBeInTheDocument();
  expect(screen.getByText("Busy elsewhere")).toBeInTheDocument();
  expect(
    screen.getByRole("button", { name: /^Maria Lopez.*In the way of something else/ }),
  ).toBeVisible();
});

it("shows a month, whose days open on their own", async () => {
  const { user, router } = await renderApp(`/calendar?day=${plusDays(NEXT_MONDAY, 1)}&view=month`);

  const month = within(await screen.findByRole("group", { name: "Month" }));
  expect(month.getByRole("button", { name: /2:00.PM Maria Lopez/ })).toBeVisible();
  await user.click(month.getByRole("link", { name: /, 1 visit$/ }));

  expect(router.state.location.search).toEqual({ view: "day", day: plusDays(NEXT_MONDAY, 1) });
  expect(await screen.findByRole("heading", { name: /^1 visit on/ })).toBeVisible();
});
