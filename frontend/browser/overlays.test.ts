import type { Page } from "playwright-core";
import { beforeAll, describe, inject, test } from "vitest";
import { Business } from "./business";
import { addLead, bookVisit, idOfFirst } from "./form";
import { barriers, overhang, picture } from "./looks";
import { NARROW, WIDE, sharedBrowser } from "./visitor";

const { owner } = sharedBrowser();

/** What opens over a page, other than forms (forms.test.ts) and two versions (conflict.test.ts). */
const OVERLAYS: Record<string, (page: Page, visit: string) => Promise<unknown>> = {
  "the palette": async (page) => {
    await page.goto("/");
    await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("ControlOrMeta+k");
    await page
      .getByRole("dialog")
      .getByRole("combobox")
      .or(page.getByRole("dialog").getByRole("textbox"))
      .first()
      .waitFor();
  },
  "the list of keys": async (page) => {
    await page.goto("/inbox");
    await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
  },
  "who else somebody is": async (page) => {
    await page.goto("/leads");
    await page.getByRole("link", { name: "Maria Lopez" }).click();
    await page.getByRole("button", { name: "The same person as …" }).click();
    await page.getByRole("dialog").getByRole("searchbox").waitFor();
  },
  "a visit": async (page, visit) => {
    await page.goto(`/calendar?appointment=${visit}`);
    await page.getByRole("dialog").getByRole("button", { name: "Move" }).click();
    await page.getByRole("group", { name: "Free times" }).waitFor();
  },
  "a question": async (page) => {
    await page.goto("/numbers");
    await page.getByRole("button", { name: "Release number" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).waitFor();
  },
  // What can be saved is saved on the way; what the service refuses is asked about.
  "leaving what is not saved": async (page) => {
    await page.goto("/settings");
    await page.getByLabel("In your own words").fill("We fix teeth. ".repeat(1_000));
    await page.getByRole("link", { name: "Home" }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Leave page" }).waitFor();
  },
  "the callers of practice": async (page) => {
    await page.goto("/numbers");
    await page.getByRole("main").getByRole("button", { name: "Call me as…" }).click();
    await page.getByRole("menuitem").first().waitFor();
  },
};
const ON_A_PHONE: typeof OVERLAYS = {
  "the other places": async (page) => {
    await page.goto("/");
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("dialog").getByRole("link", { name: "Settings" }).waitFor();
  },
};

describe("what opens over a page can be used by all", () => {
  let business: Business;
  let visit: string;

  beforeAll(async () => {
    business = await Business.signUp(inject("service"), "Bright Smiles");
    await addLead(business);
    await bookVisit(business);
    visit = await idOfFirst("appointments", business);
  });

  const looks = [
    {
      where: "on a phone at night",
      viewport: NARROW,
      colorScheme: "dark",
      overlays: { ...OVERLAYS, ...ON_A_PHONE },
    },
    { where: "at a desk by day", viewport: WIDE, colorScheme: "light", overlays: OVERLAYS },
  ] as const;
  for (const { where, overlays, ...look } of looks) {
    test.concurrent.for(Object.entries(overlays))(
      `%s ${where}`,
      async ([name, open], { expect }) => {
        const { page, complaints, close } = await owner(business.email, look);
        await open(page, visit);

        expect(await overhang(page)).toBeLessThanOrEqual(0);
        expect(await barriers(page)).toEqual([]);
        expect(complaints).toEqual([]);
        await picture(page, `over-${name.replaceAll(" ", "-")}-${look.colorScheme}`);
        await close();
      },
    );
  }
});
