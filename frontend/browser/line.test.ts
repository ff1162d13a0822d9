import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { Business } from "./business";
import { Line } from "./line";
import { sharedBrowser } from "./visitor";

const { visitor, owner } = sharedBrowser();

describe("when the service is away", () => {
  let line: Line;
  beforeEach(async () => {
    line = await Line.to(inject("service"));
  });
  afterEach(() => line.close());

  test("a page says so, keeps what was typed, and comes back by itself", async () => {
    const { page } = await visitor({ baseURL: line.url });
    await page.goto("/signup");
    await page.getByLabel("Name of your business").fill("Ace Garage Doors");
    await page.getByLabel("E-mail address").fill("nobody@example.com");
    await page.getByLabel("Choose a password").fill("correct horse battery staple");
    line.cut();
    await page.getByRole("button", { name: "Open your front desk" }).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByLabel("Name of your business").inputValue()).toBe("Ace Garage Doors");

    line.mend();
    await page.getByLabel("E-mail address").fill(`${crypto.randomUUID()}@example.com`);
    await page.getByRole("button", { name: "Open your front desk" }).click();

    await expect.poll(() => new URL(page.url()).pathname).not.toBe("/signup");
  });

  test("someone at work sees a band, which goes when the service is back", async () => {
    const business = await Business.signUp(inject("service"), "Bright Smiles");
    const { page } = await owner(business.email, { baseURL: line.url });
    await page.clock.install();
    await page.goto("/");
    await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
    const band = page.getByText("this page comes back by itself");
    line.cut();
    await page.clock.fastForward("01:00"); // what is shown is stale by now
    await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
    await band.waitFor();

    line.mend();

    await band.waitFor({ state: "hidden" });
  });

  test("what of the page was still on its way comes when the service is back", async () => {
    const business = await Business.signUp(inject("service"), "Bright Smiles");
    const { page } = await owner(business.email, { baseURL: line.url });
    const asked = page
      .waitForRequest((request) => request.url().includes("/assets/toasts-"))
      .then(() => line.cut());
    await page.route(/\/assets\/toasts-/, async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto("/");
    await asked;
    await page.getByText("this page comes back by itself").waitFor();

    line.mend();

    await page.getByRole("button", { name: "Call me as…" }).click();
    await page.getByRole("menuitem", { name: "A new customer books a visit" }).click();
    await page.getByRole("link", { name: "Watch it live" }).waitFor();
  });

  test("a page that somebody goes to meanwhile comes when the service is back", async () => {
    const business = await Business.signUp(inject("service"), "Bright Smiles");
    const { page } = await owner(business.email, { baseURL: line.url });
    await page.goto("/");
    await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
    line.cut();
    await page.getByRole("link", { name: "Calendar" }).click();
    await page.getByText("this page comes back by itself").waitFor();

    line.mend();

    await page.getByRole("heading", { level: 1, name: "Nobody comes this week" }).waitFor();
    const styles = page.locator('link[rel="stylesheet"][href*="calendar-"]');
    await expect
      .poll(() => styles.evaluate((link: HTMLLinkElement) => link.sheet?.cssRules.length))
      .toBeGreaterThan(0);
  });

  test("a live page says that the line is lost, and fills the gap when it is back", async () => {
    const business = await Business.signUp(inject("service"), "Bright Smiles");
    const { page } = await owner(business.email, { baseURL: line.url });
    await page.goto("/live");
    await page.getByText("All quiet").waitFor();
    line.cut();
    const lost = page.getByText("The line to Frontdesk is lost");
    await lost.waitFor();
    await business.ring("new_lead_books_visit");

    line.mend();

    await lost.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: /^More of the call/ }).click();
    const whole = page.getByRole("article");
    await whole.getByText("sink is leaking").first().waitFor();
    line.drop();
    await whole.getByText("Anna Miller.").waitFor();
    await whole.getByText("sink is leaking").first().waitFor();
  });
});
