import type { Page } from "playwright-core";
import { beforeAll, describe, inject, test, vi } from "vitest";
import { Business } from "./business";
import { settled } from "./looks";
import { address } from "./places";
import { NARROW, sharedBrowser, WIDE } from "./visitor";

const { owner } = sharedBrowser();

/** What people do not notice: https://web.dev/articles/cls calls 0.1 good. */
const UNNOTICED = 0.02;

declare global {
  interface Window {
    shifted: number;
  }
}

describe("what is on a page stays where it is when the rest of it comes", () => {
  const { email, calls } = inject("showcase");
  let business: Business;

  beforeAll(async () => {
    business = await Business.logIn(inject("service"), email);
    await vi.waitUntil(() => business.ended(calls.length), { timeout: 90_000, interval: 1000 });
  }, 120_000);

  for (const place of ["/", "/calls", "/calls/$callId"]) {
    for (const viewport of [NARROW, WIDE]) {
      test(`${place} at ${viewport.width}`, async ({ expect }) => {
        const { page, close } = await owner(email, { viewport });
        await page.goto("/practice"); // where it is learned that calls are simulated
        await settled(page);
        await watchShifts(page);

        await page.goto(await address(place, business));
        await settled(page);
        await page.getByRole("button", { name: "Call me as…" }).first().waitFor();

        expect(await page.evaluate(() => window.shifted)).toBeLessThanOrEqual(UNNOTICED);
        await close();
      });
    }
  }
});

/** Adds up how far things move on the pages that are opened from now on. */
async function watchShifts(page: Page) {
  await page.addInitScript(() => {
    window.shifted = 0;
    new PerformanceObserver((seen) => {
      for (const entry of seen.getEntries() as (PerformanceEntry & { value: number })[]) {
        window.shifted += entry.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}
