import { expect, inject, test } from "vitest";
import { Business } from "./business";
import { barriers } from "./looks";
import { logIn, sharedBrowser } from "./visitor";

const { visitor, owner } = sharedBrowser();

test("an owner invites somebody, who joins and is in the team", async () => {
  const business = await Business.signUp(inject("service"), "Bright Smiles");
  const { page, complaints } = await owner(business.email);
  const address = `ben.${crypto.randomUUID()}@example.com`;
  await page.goto("/settings/team");
  await page.getByText("Nobody is waiting for an answer.").waitFor();
  await page.getByRole("button", { name: "Invite somebody" }).click();
  await page.getByRole("dialog").getByLabel("E-mail address").fill(address);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("button", { name: "Send invitation" }).click();
  await page.getByRole("list", { name: "Invited" }).getByText(address, { exact: true }).waitFor();
  expect(await barriers(page)).toEqual([]);

  const ben = await visitor();
  await ben.page.goto(await business.mailedLink(address, "/join"));
  await ben.page.getByRole("heading", { name: "Join Bright Smiles" }).waitFor();
  expect(await barriers(ben.page)).toEqual([]);
  await ben.page.getByLabel("Your name").fill("Ben Ito");
  await ben.page.getByLabel("Choose a password").fill("a phrase of my own");
  await ben.page.getByRole("button", { name: "Join Bright Smiles" }).click();
  await ben.page.getByRole("button", { name: "Your account" }).waitFor();

  await page.reload();
  await page.getByRole("list", { name: "People" }).getByText("Ben Ito").waitFor();
  expect([...complaints, ...ben.complaints]).toEqual([]);
});

test("somebody who forgot the password chooses another by mail", async () => {
  const business = await Business.signUp(inject("service"), "Bright Smiles");
  const { page, complaints } = await visitor();
  await page.goto("/login");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await page.getByRole("heading", { name: "Forgot your password?" }).waitFor();
  await page.getByLabel("E-mail address").fill(business.email);
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await page.getByRole("status").waitFor();

  await page.goto(await business.mailedLink(business.email, "/reset"));
  await page.getByLabel("Choose a password").fill("Bright Smiles 1");
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByText(/easy to guess for whoever knows/).waitFor();
  await page.getByLabel("Choose a password").fill("quite another phrase");
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByRole("heading", { name: "Your password is changed" }).waitFor();
  await page.getByRole("link", { name: "Log in" }).click();
  await logIn(page, business.email, "quite another phrase");

  await page.getByRole("button", { name: "Your account" }).waitFor();
  expect(complaints).toEqual([]);
});
