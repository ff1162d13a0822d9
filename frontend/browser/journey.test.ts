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
    const step = (name: string) => page.getByRole("region", { name });
    const business = step("Your business");
    await business.getByLabel("What you do").fill("We mend what leaks, sticks and squeaks.");
    const signedUp = Date.now();
    await business.getByText("Weekdays 8 to 6, Saturday morning").click();
    await business.getByRole("button", { name: "Save and go on" }).click();

    const practice = step("Hear it answer");
    await practice.getByRole("button", { name: "Hear the greeting" }).click();
    await practice.getByRole("button", { name: "Stop" }).click();
    await practice.getByRole("button", { name: "Call me as…" }).click();
    await page.getByRole("menuitem", { name: "A new customer books a visit" }).click();
    const captions = practice.getByRole("log", { name: "What is said" });
    await captions.getByText(/Ace Garage Doors/).waitFor();
    const greeted = Date.now();
    await captions
      .getByText(/sink is leaking/)
      .first()
      .waitFor();
    const heard = Date.now();
    await captions.getByText("The call is over").waitFor({ timeout: 90_000 });
    const told = Date.now();
    note("first-call", {
      "ms to being signed up": signedUp - started,
      "ms to the first words of the first practice call": greeted - started,
      "ms to the caller's first words": heard - started,
      "ms to the whole transcript of the first practice call": told - started,
    });
    await practice.getByRole("button", { name: "Go on" }).click();

    const number = step("Your number");
    await number.getByText(/answers for you already/).waitFor();
    await number.getByRole("button", { name: "This one will do" }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe("/");
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await page.getByText(/front desk of your own|step to go/).count()).toBe(0);

    await page.getByRole("link", { name: "Leads" }).first().click();
    // The page before is shown until the next is there, and has links to the same person.
    const leads = page.getByRole("main").filter({ has: page.getByRole("radiogroup") });
    await leads.getByRole("link", { name: "Anna Miller" }).click();
    const lead = page.getByRole("article");
    await lead.getByRole("heading", { name: "Anna Miller" }).waitFor();
    await expect.poll(() => lead.innerText(), { timeout: 20_000 }).toMatch(/sink is leaking/);
    expect(complaints).toEqual([]);
  }, 150_000);
});
