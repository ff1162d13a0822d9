import { describe, inject, test, type ExpectStatic } from "vitest";
import { Business } from "./business";
import { idOfFirst } from "./form";
import { overhang, settled } from "./looks";
import { address, allPlaces } from "./places";
import { NARROW, sharedBrowser, type Visitor } from "./visitor";

const { owner } = sharedBrowser();
const LONGEST = 200;
const NAMES = {
  "one word as long as names may be": "Donaudampfschiff".repeat(20).slice(0, LONGEST),
  "a name from right to left": "مركز أبواب الكراج ".repeat(20).slice(0, LONGEST - 1) + "ء",
  "a name of emoji": "👩‍🔧🚪🏳️‍🌈".repeat(14),
};

describe("names as people have them fit on a phone", () => {
  const names = Object.entries(NAMES);
  test.concurrent.for(names)("%s", { timeout: 180_000 }, async ([, name], { expect }) => {
    const business = await Business.signUp(inject("service"), name);
    await business.ring("message_after_hours");
    await callAll(business, name);
    const someone = await owner(business.email, { viewport: NARROW });

    const outside = ["/login", "/signup"];
    const all = allPlaces().filter((place) => !outside.includes(place));
    await fit(
      someone,
      all.filter((place) => !place.includes("$")),
      expect,
    );
    await dialogs(someone, business, name, expect);
    await expect.poll(() => business.ended(1), { timeout: 90_000 }).toBe(true);
    await business.patch(`/api/v1/leads/${await idOfFirst("leads", business)}`, { name });
    const details = all.filter((place) => place.includes("$"));
    await fit(
      someone,
      ["/", "/calls", ...(await Promise.all(details.map((place) => address(place, business))))],
      expect,
    );

    expect(someone.complaints).toEqual([]);
    await someone.close();
  });
});

/** Gives that name to all that has one. */
async function callAll(business: Business, name: string) {
  const fields = { address: { value: name }, wish: { value: name } };
  await business.post("/api/v1/leads", { phone: "+14155550134", name, intent: name, fields });
  await business.post("/api/v1/services", { name, duration_minutes: 60, price_text: name });
  await business.post("/api/v1/staff", { name });
  const [first] = await business.wholeDay();
  await business.post("/api/v1/appointments", { ...first, name, reason: name });
  const change = async (list: string, body: Record<string, string>) =>
    business.patch(`/api/v1/${list}/${await idOfFirst(list, business)}`, body);
  const shorter = name.slice(0, 96);
  await change("phone-numbers", { label: shorter });
  await change("receptionists", { name: shorter });
}

async function fit({ page }: Visitor, places: string[], expect: ExpectStatic) {
  for (const place of places) {
    await page.goto(place);
    await settled(page);
    expect(await overhang(page), place).toBeLessThanOrEqual(0);
  }
}

async function dialogs({ page }: Visitor, business: Business, name: string, expect: ExpectStatic) {
  await page.goto("/receptionist");
  // Who serves has the same name, and may be there first.
  const services = page.getByRole("region", { name: "What can be booked" });
  await services.getByRole("button", { name: `Edit ${name}` }).click();
  await page.getByRole("dialog").getByLabel("What it is").waitFor();
  expect(await overhang(page), "editing").toBeLessThanOrEqual(0);
  await page.keyboard.press("Escape");
  await services.getByRole("button", { name: `Remove ${name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  expect(await overhang(page), "removing").toBeLessThanOrEqual(0);
  await page.goto(`/calendar?appointment=${await idOfFirst("appointments", business)}`);
  await page.getByRole("dialog").getByRole("button", { name: "Move" }).waitFor();
  expect(await overhang(page), "a visit").toBeLessThanOrEqual(0);
}
