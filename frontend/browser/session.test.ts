import { inject, expect, test, describe } from "vitest";
import { Business, PASSWORD } from "./business";
import { logIn, sharedBrowser } from "./visitor";

const { visitor, owner } = sharedBrowser();

describe("logging in and out", () => {
  test("a wrong password is told, and the right one leads in", async () => {
    const business = await Business.signUp(inject("service"), "Bright Smiles");
    const { page, complaints } = await visitor();
    await page.goto("/");
    await logIn(page, business.email, "not the password");
    await page.getByRole("alert").getByText("do not belong together").waitFor();

    await logIn(page, business.email);

    await page.getByRole("button", { name: "Your account" }).waitFor();
    expect(complaints).toEqual([]);
  });

  test("a deep link is where one is after logging in", async () => {
    const business = await Business.signUp(inject("service"), "Bright Smiles");
    const { page } = await visitor();
    await page.goto("/?from=a-mail");
    await expect.poll(() => new URL(page.url()).pathname).toBe("/login");

    await logIn(page, business.email);

    await expect.poll(() => page.url()).toContain("/?from=a-mail");
  });

  test("who logs out is out, also after going back and reloading", async () => {
    const business = await Business.signUp(inject("service"), "Bright Smiles");
    const { page } = await owner(business.email);
    await page.goto("/");
    await page.getByRole("button", { name: "Your account" }).click();
    await page.getByRole("button", { name: "Log out" }).click();
    await page.getByRole("heading", { name: "Welcome back" }).waitFor();

    await page.goto("/");

    await page.getByRole("heading", { name: "Welcome back" }).waitFor();
  });

  test("nothing that opens the business lies where a script could take it", async () => {
    const business = await Business.signUp(inject("service"), "Bright Smiles");
    const { page } = await visitor();
    await page.goto("/login");
    await logIn(page, business.email);
    await page.getByRole("button", { name: "Your account" }).waitFor();

    const within = await page.evaluate(() =>
      JSON.stringify([
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        document.cookie,
      ]),
    );
    expect(within).not.toContain("eyJ");
    expect(within).not.toContain(PASSWORD);
    const cookies = await page.context().cookies();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: "Strict" });
    }
  });
});
