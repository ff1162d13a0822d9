import { expect, inject, test } from "vitest";
import { Business } from "./business";
import { addLead, leadPage } from "./form";
import { barriers, overhang } from "./looks";
import { NARROW, sharedBrowser } from "./visitor";

const { owner } = sharedBrowser();

interface Leads {
  data: { name: string | null }[];
}

test("two entries of one person become one, and two again", async () => {
  const business = await Business.signUp(inject("service"), "Ace Garage Doors");
  await business.post("/api/v1/leads", {
    phone: "+14155550177",
    name: "maria lopez",
    email: "maria@example.com",
  });
  await addLead(business);
  const names = async () =>
    (await business.get<Leads>("/api/v1/leads")).data.map((one) => one.name);
  const { page, complaints, close } = await owner(business.email, { viewport: NARROW });

  const lead = await leadPage(page, business);
  await lead.getByRole("button", { name: "The same person as …" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Choose maria lopez" }).click();
  await dialog.getByText("E-mail: maria@example.com").waitFor();
  expect(await overhang(page)).toBeLessThanOrEqual(0);
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Merge" }).click();

  await lead.getByRole("region", { name: "Also known as" }).waitFor();
  await lead.getByRole("link", { name: "maria@example.com" }).waitFor();
  expect(await names()).toEqual(["Maria Lopez"]);

  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByText("maria lopez is an entry of its own again.").waitFor();
  await lead.getByRole("region", { name: "Also known as" }).waitFor({ state: "detached" });
  expect(await names()).toEqual(["Maria Lopez", "maria lopez"]);
  expect(complaints).toEqual([]);
  await close();
});
