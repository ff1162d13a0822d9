import { describe, expect, test } from "vitest";
import { PASSWORD } from "./business";
import { note } from "./looks";
import { sharedBrowser } from "./visitor";

const { visitor } = sharedBrowser();

describe("the first minutes", () => {
  test("from an empty browser to the first words of a call, and to the lead that it leaves", async () => {
    const { page, complaints } = await visitor();
    const started = Date.now();
    await page.goto("/signup");
    await page.getByLabel("Name of your business").fill("Ace Garage Doors");
    await page.getByLabel("E-mail address").fill(`ana.${crypto.randomUUID()}@example.com`);
    await page.getByLabel("Choose a password").fill(PASSWORD);
    await page.getByRole("button", { name: "Open your front desk" }).click();
    await page.getByRole("button", { name: "Your account" }).waitFor();
    const signedUp = Date.now();

    await page.getByRole("button", { name: "Call me as…" }).click();
    await page.getByRole("menuitem", { name: "A new customer books a visit" }).click();
    await page.getByRole("link", { name: "Watch it live" }).click();
    await page
      .getByText(/Ace Garage Doors/)
      .and(page.locator("article *"))
      .first()
      .waitFor();
    const greeted = Date.now();
    await page.getByRole("button", { name: /^More of the call/ }).click();
    await page
      .getByText(/sink is leaking/)
      .first()
      .waitFor();
    const heard = Date.now();
    note("first-call", {
      "ms to being signed up": signedUp - started,
      "ms to the first words of the first practice call": greeted - started,
      "ms to the caller's first words": heard - started,
    });

    await page.getByRole("link", { name: "See what it left" }).click({ timeout: 90_000 });
    await page
      .getByRole("link", { name: /Anna Miller/ })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: /Anna Miller/ }).waitFor();
    await page
      .getByText(/sink is leaking/)
      .first()
      .waitFor();

    await page.getByRole("link", { name: "Leads" }).first().click();
    await page.getByRole("main").getByText("Anna Miller").first().waitFor();
    expect(complaints).toEqual([]);
  }, 150_000);
});
