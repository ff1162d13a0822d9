import type { Locator } from "playwright-core";
import { describe, inject, test, type ExpectStatic } from "vitest";
import { Business } from "./business";
import { leave, save } from "./form";
import { barriers, overhang } from "./looks";
import { REFUSALS, type Refusal } from "./refusals";
import { NARROW, sharedBrowser } from "./visitor";

const { visitor, owner } = sharedBrowser();
const PHONE_AT_NIGHT = { viewport: NARROW, colorScheme: "dark" } as const;

describe("what the service refuses stands at the field, and nothing typed is lost", () => {
  for (const [name, refusal] of Object.entries(REFUSALS)) {
    test.concurrent(name, async ({ expect }) => {
      await refused(refusal, expect);
    });
  }

  test.concurrent("signing up with an address that is taken", async ({ expect }) => {
    const { email } = await Business.signUp(inject("service"), "Bright Smiles");
    const { page, close } = await visitor();
    await page.goto("/signup");
    await page.getByLabel("Name of your business").fill("Bright Smiles");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Choose a password").fill("correct horse battery staple");
    await page.getByRole("button", { name: "Open your front desk" }).click();

    await page.getByRole("alert").waitFor();
    expect(await page.getByLabel("E-mail address").inputValue()).toBe(email);
    await close();
  });
});

async function refused(refusal: Refusal, expect: ExpectStatic) {
  const { outside, prepare, open, typed = {}, also = [], fill, asYouGo } = refusal;
  const send = refusal.send ?? (asYouGo ? leave : save);
  const business = await Business.signUp(inject("service"), "Bright Smiles");
  await prepare?.(business);
  const { page, complaints, close } = outside
    ? await visitor(PHONE_AT_NIGHT)
    : await owner(business.email, PHONE_AT_NIGHT);
  const form = await open(page, business);
  await fill?.(form);
  for (const [label, text] of Object.entries(typed)) {
    await field(form, label).fill(text);
  }

  await send(form, business);

  const wrong = [...Object.keys(typed), ...also];
  for (const label of wrong) {
    const input = field(form, label);
    await expect.poll(() => input.getAttribute("aria-invalid"), { message: label }).toBe("true");
    expect(await said(input), label).toMatch(/[a-z]/);
  }
  for (const [label, text] of Object.entries(typed)) {
    expect(await field(form, label).inputValue(), label).toBe(text);
  }
  if (asYouGo) {
    await form.getByText("Not saved: what is wrong stands at the fields.").waitFor();
  } else {
    await expect
      .poll(() => field(form, wrong[0] ?? "").evaluate((node) => node === document.activeElement))
      .toBe(true);
  }
  expect(await overhang(page)).toBeLessThanOrEqual(0);
  expect(await barriers(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
}

function field(form: Locator, label: string): Locator {
  return form.getByLabel(new RegExp(`^${label}( \\*)?$`)).first();
}

/** What a screen reader says of what is wrong with a field. */
async function said(input: Locator): Promise<string | null> {
  const ids = (await input.getAttribute("aria-describedby"))?.split(" ") ?? [];
  const error = ids.find((id) => id.endsWith("-error")) ?? "none";
  return input.page().locator(`[id="${error}"]`).textContent();
}
