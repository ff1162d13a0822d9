import { describe, inject, test } from "vitest";
import { Business } from "./business";
import { overhang, settled } from "./looks";
import { allPlaces } from "./places";
import { NARROW, sharedBrowser } from "./visitor";

const { owner } = sharedBrowser();
const LONGEST = 200;
const NAMES = {
  "one word as long as names may be": "Donaudampfschiff".repeat(20).slice(0, LONGEST),
  "a name from right to left": "مركز أبواب الكراج ".repeat(20).slice(0, LONGEST - 1) + "ء",
  "a name of emoji": "👩‍🔧🚪🏳️‍🌈".repeat(14),
};

describe("names as people have them fit on a phone", () => {
  test.concurrent.for(Object.entries(NAMES))("%s", async ([, name], { expect }) => {
    const business = await Business.signUp(inject("service"), name);
    await business.post("/api/v1/leads", { phone: "+14155550134", name, intent: name });
    const { page, complaints, close } = await owner(business.email, { viewport: NARROW });

    for (const place of allPlaces().filter((to) => !to.includes("$"))) {
      await page.goto(place);
      await settled(page);
      expect(await overhang(page), place).toBeLessThanOrEqual(0);
    }

    expect(complaints).toEqual([]);
    await close();
  });
});
