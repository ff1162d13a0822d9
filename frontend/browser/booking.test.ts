import { beforeAll, describe, inject, test, vi } from "vitest";
import { Business } from "./business";
import { chooseFirstTime } from "./refusals";
import { sharedBrowser } from "./visitor";

const { owner } = sharedBrowser();

const HOUR_PX = 56;
const PATIENCE = { timeout: 30_000, interval: 200 };

/** A visit is booked, and then moved by hand in the calendar. */
describe("the calendar", () => {
  let business: Business;

  beforeAll(async () => {
    business = await Business.signUp(inject("service"), "Ace Garage Doors");
    // The first free time is in the morning, whatever the hour: an hour later is free, and on the same day.
    const hours = [{ opens: "09:00", closes: "17:00" }];
    const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    await business.patch("/api/v1/business", {
      hours: Object.fromEntries(days.map((day) => [day, hours])),
    });
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const { data } = await business.get<{ data: { id: string }[] }>("/api/v1/staff");
    for (const { id } of data) {
      await business.post(`/api/v1/staff/${id}/time-off`, {
        starts_at: new Date(Date.now() - 60_000).toISOString(),
        ends_at: `${tomorrow}T04:00:00Z`,
      });
    }
  });

  const startsAt = async () => {
    const { data } = await business.get<{ data: { starts_at: string }[] }>("/api/v1/appointments");
    return Date.parse(data[0]?.starts_at ?? "");
  };

  test("books a visit, drags it an hour later, takes that back, and moves it by keys", async ({
    expect,
  }) => {
    const { page, complaints } = await owner(business.email);
    await page.goto("/calendar");
    await page.getByRole("button", { name: "Book visit" }).first().click();
    const form = page.getByRole("dialog");
    await chooseFirstTime(form);
    await form.getByLabel("Name").fill("Kim Doe");
    await form.getByRole("button", { name: "Book visit" }).click();
    const visit = page.getByRole("group", { name: "Week" }).getByRole("button", { name: /^Kim/ });
    await visit.waitFor();
    await form.waitFor({ state: "detached" });
    const booked = await startsAt();

    const box = await visit.boundingBox();
    expect(box).not.toBeNull();
    const [x, y] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 10];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + HOUR_PX, { steps: 4 });
    await page.mouse.up();
    await page.getByText(/^Moved to /).waitFor();
    expect(await startsAt()).toBe(booked + 3_600_000);

    await page.getByRole("button", { name: "Undo" }).click();
    await vi.waitFor(async () => {
      expect(await startsAt()).toBe(booked);
    }, PATIENCE);
    // The page has read it again: what is moved next is moved from here.
    await vi.waitFor(async () => {
      expect((await visit.boundingBox())?.y).toBeCloseTo(box?.y ?? 0, 0);
    }, PATIENCE);

    await visit.focus();
    await page.keyboard.press("Shift+ArrowDown");
    await vi.waitFor(async () => {
      expect(await startsAt()).toBe(booked + 900_000);
    }, PATIENCE);
    expect(complaints).toEqual([]);
  });

  test("shows the day and the month, and who is away", async ({ expect }) => {
    const { page, complaints } = await owner(business.email);
    const at = new Date(await startsAt());
    const { data } = await business.get<{ data: { id: string }[] }>("/api/v1/staff");
    await business.post(`/api/v1/staff/${data[0]?.id}/time-off`, {
      starts_at: at.toISOString(),
      ends_at: new Date(at.getTime() + 7_200_000).toISOString(),
    });
    const day = at.toLocaleDateString("en-CA", { timeZone: "America/New_York" });

    await page.goto(`/calendar?view=month&day=${day}`);
    await page
      .getByRole("group", { name: "Month" })
      .getByRole("link", { name: /1 visit$/ })
      .click();
    await page.getByText("Away", { exact: true }).waitFor();
    await page.getByRole("button", { name: /In the way of something else/ }).waitFor();
    expect(complaints).toEqual([]);
  });
});
