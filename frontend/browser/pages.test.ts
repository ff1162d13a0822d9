import { beforeAll, describe, inject, test, vi } from "vitest";
import { Business } from "./business";
import { barriers, overhang, picture, settled } from "./looks";
import { address, allPlaces } from "./places";
import { sharedBrowser } from "./visitor";

const { visitor, owner } = sharedBrowser();
const OUTSIDE = ["/login", "/signup", "/forgot", "/reset", "/verify", "/join"];
const WIDTHS = [1280, 2560, 375];

describe("every page, in light and dark, on a phone and on a wall", () => {
  const { email, calls } = inject("showcase");
  let business: Business;

  beforeAll(async () => {
    business = await Business.logIn(inject("service"), email);
    await vi.waitUntil(() => business.ended(calls.length), { timeout: 90_000, interval: 1000 });
  }, 120_000);

  for (const place of allPlaces()) {
    for (const colorScheme of ["light", "dark"] as const) {
      test.concurrent(`${place} ${colorScheme}`, async ({ expect }) => {
        const { page, complaints, close } = OUTSIDE.includes(place)
          ? await visitor({ colorScheme })
          : await owner(email, { colorScheme });
        await page.goto(await address(place, business));
        const name = `${place.slice(1).replaceAll(/[/$]+/g, "-") || "home"}-${colorScheme}`;

        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: width === 375 ? 740 : 900 });
          await settled(page);
          await picture(page, `${name}-${width}`);
          expect(await overhang(page), `sideways at ${width}`).toBeLessThanOrEqual(0);
          if (width !== 2560) {
            expect(await barriers(page), `at ${width}`).toEqual([]);
          }
        }

        expect(await page.title()).toMatch(/. · Frontdesk$/);
        expect(complaints).toEqual([]);
        await close();
      });
    }
  }
});
