import { describe, expect, inject, test } from "vitest";
import { Business } from "./business";
import { sharedBrowser } from "./visitor";

const { owner } = sharedBrowser();

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
    await mine.getByLabel("In your own words").fill("Mine: we fix teeth.");
    await theirs.getByLabel("In your own words").fill("Theirs: we clean teeth.");
    await theirs.getByRole("button", { name: "Save" }).click();
    await other.getByText("Saved", { exact: true }).waitFor();

    await mine.getByRole("button", { name: "Save" }).click();
    const both = page.getByRole("dialog", { name: "Somebody else changed this too" });
    await both.getByText("Mine: we fix teeth.").waitFor();
    await both.getByText("Theirs: we clean teeth.").waitFor();
    await both.getByRole("button", { name: "Go on editing" }).click();
    await both.waitFor({ state: "hidden" });
    expect(await mine.getByLabel("In your own words").inputValue()).toBe("Mine: we fix teeth.");

    await mine.getByRole("button", { name: "Save" }).click();
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
    await profile.getByLabel("In your own words").fill("We fix teeth.");
    await business.patch("/api/v1/business", { name: "Brighter Smiles" });

    await profile.getByRole("button", { name: "Save" }).click();

    await page.getByText("Saved", { exact: true }).waitFor();
    expect(await business.get<Profile>("/api/v1/business")).toMatchObject({
      about: "We fix teeth.",
      name: "Brighter Smiles",
    });
  });
});
