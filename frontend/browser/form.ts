import type { Locator, Page } from "playwright-core";
import type { Business } from "./business";

/** Goes to a form. Answers with what is around its fields. */
export type Open = (page: Page, business: Business) => Promise<Locator>;

/** A form in a card of its own. */
export const section =
  (place: string, name: string): Open =>
  async (page) => {
    await page.goto(place);
    return page.getByRole("region", { name });
  };

/** The form of a part of the receptionist's letter. */
export const letter =
  (name: string): Open =>
  async (page) => {
    await page.goto("/receptionist");
    const part = page.getByRole("region", { name });
    await part.getByRole("button", { name: `Change: ${name}` }).click();
    await part.getByRole("textbox").first().waitFor();
    return part;
  };

/** A form over the page, behind a button. */
export const dialog =
  (place: string, button: string | RegExp): Open =>
  async (page) => {
    await page.goto(place);
    await page.getByRole("button", { name: button }).first().click();
    return page.getByRole("dialog");
  };

/** A form about the call that goes on, behind a button. */
export const onTheLine =
  (button: string): Open =>
  async (page) => {
    await page.goto("/calls");
    await page.getByRole("link", { name: /On the phone now/ }).click();
    await page.getByRole("button", { name: button }).click();
    return page.getByRole("dialog");
  };

export const press = (name: string) => (form: Locator) =>
  form.getByRole("button", { name, exact: true }).click();

export const save = press("Save");

/** Leaves the field that is being filled in: what is saved as one goes is saved then. */
export const leave = (form: Locator) =>
  form.page().evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
  });

/** Keeps the page from being told what happens: as if it were told too late. */
export function untold(page: Page) {
  return page.route("**/api/v1/live/tickets", (route) => route.fulfill({ status: 503 }));
}

export function addLead(business: Business) {
  return business.post("/api/v1/leads", {
    phone: "+14155550134",
    name: "Maria Lopez",
    fields: { address: { value: "12 Elm Street" } },
  });
}

/** The page of the only lead. */
export const leadPage: Open = async (page, business) => {
  await page.goto(`/leads/${await idOfFirst("leads", business)}`);
  const lead = page.getByRole("article");
  await lead.getByRole("heading", { name: "Maria Lopez" }).waitFor();
  return lead;
};

export const leadForm: Open = async (page, business) => {
  const lead = await leadPage(page, business);
  await lead.getByRole("button", { name: "Change" }).click();
  return lead;
};

/** Books the first time of the next whole day. */
export async function bookVisit(business: Business) {
  const [first] = await business.wholeDay();
  await business.post("/api/v1/appointments", { ...first, name: "Maria Lopez" });
}

/** The only visit, with the times that it can be moved to. */
export const visitToMove: Open = async (page, business) => {
  await page.goto(`/calendar?appointment=${await idOfFirst("appointments", business)}`);
  const visit = page.getByRole("dialog");
  await visit.getByRole("button", { name: "Move" }).click();
  await visit.getByRole("group", { name: "Free times" }).waitFor();
  return visit;
};

/** The id of the first of a list, `leads` for example. */
export async function idOfFirst(list: string, business: Business): Promise<string> {
  const { data } = await business.get<{ data: { id: string }[] }>(`/api/v1/${list}`);
  const [first] = data;
  if (first === undefined) {
    throw new Error(`The business has no ${list}`);
  }
  return first.id;
}
