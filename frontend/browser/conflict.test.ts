import { describe, expect, inject, test, type ExpectStatic } from "vitest";
import { Business } from "./business";
import { CONFLICTS, type Conflict } from "./conflicts";
import { bookVisit, idOfFirst, leave, save, untold, visitToMove } from "./form";
import { barriers } from "./looks";
import { sharedBrowser, type Visitor } from "./visitor";

const { owner } = sharedBrowser();
const DIALOG = { name: "Somebody else changed this too" };

interface Profile {
  name: string;
  about: string | null;
}

describe("two tabs that change the same", () => {
  test("both versions are shown, and the one that is chosen stays", async () => {
    const business = await Business.signUp(inject("service"), "Bright Smiles");
    const { page } = await owner(business.email);
    await page.goto("/settings");
    const other = await page.context().newPage();
    await other.goto("/settings");
    const [mine, theirs] = [page, other].map((tab) =>
      tab.getByRole("region", { name: "Your business" }),
    );
    if (mine === undefined || theirs === undefined) {
      throw new Error("two tabs");
    }
    await theirs.getByLabel("In your own words").fill("Theirs: we clean teeth.");
    await leave(theirs);
    await other.getByText("Saved", { exact: true }).waitFor();

    await mine.getByLabel("In your own words").fill("Mine: we fix teeth.");
    await leave(mine);
    const both = page.getByRole("dialog", DIALOG);
    await both.getByText("Mine: we fix teeth.").waitFor();
    await both.getByText("Theirs: we clean teeth.").waitFor();
    await both.getByRole("button", { name: "Go on editing" }).click();
    await both.waitFor({ state: "hidden" });
    expect(await mine.getByLabel("In your own words").inputValue()).toBe("Mine: we fix teeth.");

    await mine.getByRole("button", { name: "Try again" }).click();
    await both.getByRole("button", { name: "Keep mine" }).click();

    await page.getByText("Saved", { exact: true }).waitFor();
    expect(await business.get<Profile>("/api/v1/business")).toMatchObject({
      about: "Mine: we fix teeth.",
    });
  });

  test("what only one of them changed stays without asking", async () => {
    const business = await Business.signUp(inject("service"), "Bright Smiles");
    const { page } = await owner(business.email);
    await page.goto("/settings");
    const profile = page.getByRole("region", { name: "Your business" });
    await profile.getByLabel("In your own words").waitFor();
    await business.patch("/api/v1/business", { name: "Brighter Smiles" });

    await profile.getByLabel("In your own words").fill("We fix teeth.");
    await leave(profile);

    await page.getByText("Saved", { exact: true }).waitFor();
    expect(await business.get<Profile>("/api/v1/business")).toMatchObject({
      about: "We fix teeth.",
      name: "Brighter Smiles",
    });
  });
});

describe("when somebody else was faster, both versions are shown, and nothing is lost", () => {
  for (const [name, conflict] of Object.entries(CONFLICTS)) {
    test.concurrent(name, async ({ expect }) => {
      const business = await Business.signUp(inject("service"), "Bright Smiles");
      await conflict.prepare?.(business);
      const someone = await owner(business.email);
      await collide(conflict, business, someone, expect);
      await someone.close();
    });
  }

  test.concurrent("what is the same in both is not asked about", async ({ expect }) => {
    const business = await Business.signUp(inject("service"), "Bright Smiles");
    await bookVisit(business);
    const visit = `/api/v1/appointments/${await idOfFirst("appointments", business)}`;
    const { page, close } = await owner(business.email);
    await untold(page);
    await visitToMove(page, business);
    await business.patch(visit, { status: "cancelled" });

    await page.getByRole("button", { name: "Cancel visit" }).click();

    await page.getByText("Cancelled. The time is free again.").waitFor();
    expect(await page.getByRole("dialog", DIALOG).count()).toBe(0);
    expect(await business.get<unknown>(visit)).toMatchObject({ status: "cancelled" });
    await close();
  });
});

async function collide(
  { open, fill, theirs, send, shown, kept }: Conflict,
  business: Business,
  { page, complaints }: Visitor,
  expect: ExpectStatic,
) {
  await untold(page);
  const form = await open(page, business);
  await form.waitFor();
  // What is saved as one goes must not be saved before the other was faster.
  if (send === leave) {
    await theirs(business);
  }
  await fill?.(form);
  if (send !== leave) {
    await theirs(business);
  }
  await (send ?? save)(form);

  const both = page.getByRole("dialog", DIALOG);
  await both.getByRole("cell").filter({ hasText: shown.mine }).first().waitFor();
  await both.getByRole("cell").filter({ hasText: shown.theirs }).first().waitFor();
  expect(await barriers(page)).toEqual([]);
  await both.getByRole("button", { name: "Keep mine" }).click();

  await both.waitFor({ state: "hidden" });
  await expect
    .poll(async () => JSON.stringify(await business.get<unknown>(`/api/v1/${kept.at}`)))
    .toMatch(kept.says ?? shown.mine);
  expect(complaints).toEqual([]);
}
