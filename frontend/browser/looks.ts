import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { inject, vi } from "vitest";

/** Waits until nothing on the page is on its way any more. */
export async function settled(page: Page) {
  await page.locator("h1:visible, h2:visible").first().waitFor();
  await vi.waitUntil(async () => (await page.locator(".mantine-Skeleton-root").count()) === 0, {
    timeout: 20_000,
  });
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
}

/** Waits until colours have stopped to change into one another. */
export async function still(page: Page) {
  await page.evaluate(async () => {
    const changes = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(changes.map((one) => one.finished));
  });
}

/** Keeps a picture of the whole page, for people to look at. */
export async function picture(page: Page, name: string) {
  const folder = join(inject("artefacts"), "screenshots");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** Keeps a measurement or finding. */
export function note(name: string, value: unknown) {
  writeFileSync(join(inject("artefacts"), `${name}.json`), JSON.stringify(value, null, 2));
}

/** What stands in the way of people who cannot see, or use no mouse: each rule, and where it is broken. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `${id} (${help}) at ${target.join(" ")}: ${failureSummary ?? ""}`,
      ),
    );
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** How many pixels one has to scroll sideways to see all. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
