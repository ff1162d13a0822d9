import type { Page } from "playwright-core";
import { describe, expect, inject, test, vi } from "vitest";
import { Business } from "./business";
import { leave, letter } from "./form";
import { barriers, overhang, picture, still } from "./looks";
import { NARROW, sharedBrowser, WIDE } from "./visitor";

const { owner } = sharedBrowser();
const GREETING = "Hello, the AI of Ace speaks. What can I do for you?";

describe("the receptionist's letter", () => {
  test("is changed, compared, heard, published, tried, and taken back", async () => {
    const business = await Business.signUp(inject("service"), "Ace Garage Doors");
    const hours = { opens: "00:00", closes: "00:00" };
    const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    await business.patch("/api/v1/business", {
      hours: Object.fromEntries(days.map((day) => [day, [hours]])),
    });
    const { page, complaints } = await owner(business.email);

    const opening = await letter("How calls begin")(page, business);
    await opening.getByLabel("You say", { exact: true }).fill(GREETING);
    await leave(opening);

    const unheard = page.getByRole("region", { name: "What callers do not hear yet" });
    await unheard.getByRole("cell", { name: GREETING }).waitFor();
    const [receptionist] = (await business.get<{ data: { id: string }[] }>("/api/v1/receptionists"))
      .data;
    const published = `/api/v1/receptionists/${receptionist?.id}/greeting-audio?version=published`;
    await vi.waitUntil(() => business.has(published), { timeout: 90_000, interval: 500 });
    const before = await heard(page, "Hear what callers hear");
    const after = await heard(page, "Hear your draft");
    expect(before.length).toBeGreaterThan(10_000);
    expect(after.equals(before)).toBe(false);

    const told = page.getByRole("region", { name: "What it reads before a call" });
    await told.getByRole("button", { name: "Show it" }).click();
    await told.getByText(/# How to talk/).waitFor();
    for (const [name, size] of Object.entries({ wide: WIDE, narrow: NARROW })) {
      await page.setViewportSize(size);
      for (const scheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        await still(page);
        expect(await barriers(page)).toEqual([]);
        await picture(page, `letter-${name}-${scheme}`);
      }
      expect(await overhang(page)).toBe(0);
    }
    await page.setViewportSize(WIDE);

    await page.getByRole("button", { name: "Publish changes" }).click();
    await unheard.waitFor({ state: "detached" });
    const versions = page.getByRole("region", { name: "Earlier versions" });
    await versions.getByRole("button", { name: "What changed in version 2" }).click();
    await versions.getByRole("cell", { name: GREETING }).waitFor();

    const phone = page.getByRole("region", { name: "Talk to it" });
    await phone.getByRole("button", { name: "Type instead" }).click();
    await phone
      .getByRole("log")
      .getByText(/the AI of Ace speaks/)
      .waitFor();
    await phone.getByRole("button", { name: "Hang up" }).click();

    await versions.getByRole("button", { name: "Edit this one again" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Edit this one again" }).click();
    await unheard.getByRole("cell", { name: GREETING }).waitFor();
    expect(complaints).toEqual([]);
  }, 240_000);

  test("says why it cannot be published", async () => {
    const business = await Business.signUp(inject("service"), "Best Dental");
    const { page } = await owner(business.email);

    const serious = await letter("When it is serious")(page, business);
    await serious.getByRole("button", { name: "Add a rule" }).click();
    await serious.getByLabel("Words of rule 1").fill("invoice");
    await serious.getByLabel("Words of rule 1").press("Enter");
    await leave(serious);

    const unheard = page.getByRole("region", { name: "What callers do not hear yet" });
    await unheard
      .getByRole("alert")
      .getByText(/must say something/)
      .waitFor();
    await page.getByRole("button", { name: "Publish changes" }).click();
    await page
      .getByText(/Some fields need another value/)
      .first()
      .waitFor();
    await unheard.getByRole("alert").waitFor();
  }, 120_000);
});

/** The sound that is fetched when this is pressed. */
async function heard(page: Page, button: string): Promise<Buffer> {
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.url().includes("/greeting-audio") && one.status() === 200, {
      timeout: 60_000,
    }),
    page.getByRole("button", { name: button }).click(),
  ]);
  return answer.body();
}
