import { describe, expect, inject, test } from "vitest";
import { Business, PASSWORD } from "./business";
import { NARROW, sharedBrowser } from "./visitor";

const { visitor, owner } = sharedBrowser();

describe("what the service refuses stands at the field", () => {
  test("signing up with a name of 5,000 characters", async () => {
    const { page } = await visitor({ viewport: NARROW });
    await page.goto("/signup");
    const name = page.getByLabel("Name of your business");
    await name.fill("أ".repeat(5000));
    await page.getByLabel("E-mail address").fill(`${crypto.randomUUID()}@example.com`);
    await page.getByLabel("Choose a password").fill(PASSWORD);
    await page.getByRole("button", { name: "Open your front desk" }).click();

    await expect.poll(() => name.getAttribute("aria-invalid")).toBe("true");
    const error = (await name.getAttribute("aria-describedby"))?.split(" ").at(-1) ?? "";
    expect(await page.locator(`[id="${error}"]`).textContent()).toMatch(/\d+/);
    expect(await name.inputValue()).toHaveLength(5000);
    await expect.poll(() => name.evaluate((node) => node === document.activeElement)).toBe(true);
  });

  test("signing up with an address that is taken", async () => {
    const business = await Business.signUp(inject("service"), "Bright Smiles");
    const { page } = await visitor();
    await page.goto("/signup");
    await page.getByLabel("Name of your business").fill("Bright Smiles");
    await page.getByLabel("E-mail address").fill(business.email);
    await page.getByLabel("Choose a password").fill(PASSWORD);
    await page.getByRole("button", { name: "Open your front desk" }).click();

    await page.getByRole("alert").waitFor();
    expect(await page.getByLabel("E-mail address").inputValue()).toBe(business.email);
  });

  test("calling a number what no label may be", async () => {
    const business = await Business.signUp(inject("service"), "Bright Smiles");
    const { page } = await owner(business.email);
    await page.goto("/numbers");
    const label = page.getByLabel("What you call it");
    await label.fill("🚐".repeat(5000));
    await label.press("Enter");

    await expect.poll(() => label.getAttribute("aria-invalid")).toBe("true");
    expect(await label.inputValue()).toHaveLength(10_000);
  });

  test("a business with a name and a description that are too long", async () => {
    const business = await Business.signUp(inject("service"), "Bright Smiles");
    const { page } = await owner(business.email, { viewport: NARROW });
    await page.goto("/settings");
    const profile = page.getByRole("region", { name: "Your business" });
    const name = profile.getByLabel("Name", { exact: true });
    const about = profile.getByLabel("In your own words");
    await name.fill("م".repeat(5000));
    await about.fill("m".repeat(5001));
    await profile.getByRole("button", { name: "Save" }).click();

    for (const field of [name, about]) {
      await expect.poll(() => field.getAttribute("aria-invalid")).toBe("true");
    }
    expect(await name.inputValue()).toHaveLength(5000);
    expect(await about.inputValue()).toHaveLength(5001);
  });
});
