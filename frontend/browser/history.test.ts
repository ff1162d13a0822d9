import { describe, expect, inject, test } from "vitest";
import { Business } from "./business";
import { barriers, overhang } from "./looks";
import { NARROW, sharedBrowser } from "./visitor";

const { owner } = sharedBrowser();

interface Numbers {
  data: { label: string | null }[];
}

describe("the audit log", () => {
  test("tells of a change that was made on a page, with what was there before", async () => {
    const business = await Business.signUp(inject("service"), "Bright Smiles");
    const { page, complaints } = await owner(business.email, { viewport: NARROW });
    await page.goto("/numbers");
    const label = page.getByLabel("What you call it");
    for (const called of ["The number on the door", "The number on the van 🚐"]) {
      await label.fill(called);
      await label.press("Enter");
      await expect
        .poll(async () => (await business.get<Numbers>("/api/v1/phone-numbers")).data[0]?.label)
        .toBe(called);
    }

    await page.goto("/settings");
    await page.getByRole("link", { name: "Audit log" }).click();
    await page.getByLabel("What", { exact: true }).selectOption("Numbers");
    const line = page.getByRole("listitem").filter({ hasText: "changed how" }).first();
    expect(await line.textContent()).toContain(business.email);
    await line.locator("summary").click();

    const changes = line.getByRole("row", { name: "What it is called" });
    expect(await changes.getByRole("cell").allTextContents()).toEqual([
      "The number on the door",
      "The number on the van 🚐",
    ]);
    expect(new URL(page.url()).search).toBe("?what=phone_number");
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
