import { describe, expect, inject, test } from "vitest";
import { Business, PASSWORD } from "./business";
import { barriers } from "./looks";
import { sharedBrowser } from "./visitor";

const { owner } = sharedBrowser();

interface Numbers {
  data: { label: string | null }[];
}

describe("a log-in that runs out", () => {
  test("in the middle of a form takes nothing away, and what was sent is saved after all", async () => {
    const business = await Business.signUp(inject("service"), "Bright Smiles");
    const { page } = await owner(business.email);
    await page.goto("/numbers");
    const label = page.getByLabel("What you call it");
    await label.fill("The number on the van 🚐");
    await page.context().clearCookies();
    await page.route(
      "**/api/v1/phone-numbers/*",
      (route) => {
        const headers = { ...route.request().headers() };
        delete headers.authorization;
        return route.continue({ headers });
      },
      { times: 1 },
    );

    await label.press("Enter");
    const again = page.getByRole("dialog", { name: "Please log in again" });
    await again.getByLabel("Password", { exact: true }).fill(PASSWORD);
    expect(await barriers(page)).toEqual([]);
    await again.getByRole("button", { name: "Log in" }).click();

    await again.waitFor({ state: "hidden" });
    expect(await label.inputValue()).toBe("The number on the van 🚐");
    await expect
      .poll(async () => (await business.get<Numbers>("/api/v1/phone-numbers")).data[0]?.label)
      .toBe("The number on the van 🚐");
  });
});
