import type { Locator } from "playwright-core";
import { PASSWORD, type Business } from "./business";
import {
  addLead,
  bookVisit,
  dialog,
  leadForm,
  press,
  section,
  untold,
  visitToMove,
  type Open,
} from "./form";

/** More than any field takes. */
export const TOO_LONG = "مرحبا 🚪".repeat(900);

/** A form of the pages, and how it is filled in so that the service refuses it. */
export interface Refusal {
  /** Who is not signed in fills it in. */
  outside?: true;
  /** What the business needs to have before. */
  prepare?: (business: Business) => Promise<unknown>;
  open: Open;
  /** What is typed and refused, by its field's name, in the order in which the fields stand. */
  typed?: Record<string, string>;
  /** What else is refused, by its field's name. */
  also?: string[];
  /** What is typed, chosen or done besides. */
  fill?: (form: Locator) => Promise<unknown>;
  /** Saved as one goes: the focus stays where it is, and the card says what is the matter. */
  asYouGo?: true;
  /** Sends it, where that is more than a button "Save". */
  send?: (form: Locator, business: Business) => Promise<unknown>;
}

async function chooseFirstTime(form: Locator) {
  const times = form.getByRole("group", { name: "Free times" }).getByRole("button");
  const next = form.getByRole("button", { name: /^Show / });
  await times.or(next).first().waitFor();
  if (await next.isVisible()) {
    await next.click();
  }
  await times.first().click();
}

const guest = ({ email }: Business) => `guest.of.${email}`;

/** All forms there are, by the name that each gives itself (`useApiForm`, `useEdit`), `/` and what more is tried. */
export const REFUSALS: Record<string, Refusal> = {
  "sign-up": {
    outside: true,
    open: async (page) => {
      await page.goto("/signup");
      return page.getByRole("main");
    },
    typed: { "Name of your business": TOO_LONG },
    fill: async (form) => {
      await form.getByLabel("E-mail address").fill(`${crypto.randomUUID()}@example.com`);
      await form.getByLabel("Choose a password").fill(PASSWORD);
    },
    send: press("Open your front desk"),
  },
  "log-in": {
    outside: true,
    open: async (page) => {
      await page.goto("/login");
      return page.getByRole("main");
    },
    typed: { "E-mail address": `${"a".repeat(300)}@example.com`, Password: TOO_LONG },
    send: press("Log in"),
  },
  "forgot-password": {
    outside: true,
    open: async (page) => {
      await page.goto("/forgot");
      return page.getByRole("main");
    },
    typed: { "E-mail address": `${"a".repeat(300)}@example.com` },
    send: press("Mail me a link"),
  },
  "new-password": {
    outside: true,
    open: async (page) => {
      await page.goto("/reset#token=never-looked-at");
      return page.getByRole("main");
    },
    typed: { "Choose a password": TOO_LONG },
    send: press("Change password"),
  },
  join: {
    outside: true,
    prepare: (business) =>
      business.post("/api/v1/team/invitations", { email: guest(business), role: "member" }),
    open: async (page, business) => {
      await page.goto(await business.mailedLink(guest(business), "/join"));
      return page.getByRole("main");
    },
    typed: { "Your name": TOO_LONG, "Choose a password": TOO_LONG },
    send: press("Join Bright Smiles"),
  },
  invite: {
    open: dialog("/settings/team", "Invite somebody"),
    typed: { "E-mail address": "nobody" },
    send: press("Send invitation"),
  },
  "twilio-account": {
    open: dialog("/settings/accounts", "Connect Twilio"),
    typed: { "Account SID": "AC12", "Auth token": "not a token" },
    send: press("Connect"),
  },
  "company-key": {
    open: dialog("/settings/accounts", "Connect OpenAI"),
    typed: { "API key": "sk-short" },
    send: press("Connect"),
  },
  "mail-server": {
    open: dialog("/settings/accounts", "Connect Mail server"),
    typed: {
      Server: "no server!",
      Port: "70000",
      "User name": TOO_LONG,
      "Password of the mail server": TOO_LONG,
      "Mails come from": "nobody",
    },
    send: press("Connect"),
  },
  program: {
    open: dialog("/settings/programs", "Let a program in"),
    typed: { Name: TOO_LONG },
    also: ["What it may do"],
    send: press("Let a program in"),
  },
  "business-step": {
    open: section("/welcome", "Your business"),
    typed: { "What callers hear you are called": TOO_LONG, "What you do": TOO_LONG },
    send: press("Save and go on"),
  },
  "business-profile": {
    asYouGo: true,
    open: section("/settings", "Your business"),
    typed: { Name: TOO_LONG, "In your own words": TOO_LONG },
  },
  "business-hours": {
    asYouGo: true,
    open: section("/settings", "Opening hours"),
    typed: { "Monday, closes": "08:00" },
  },
  "business-holidays": {
    asYouGo: true,
    open: section("/settings", "Days with other hours"),
    typed: { "What day it is": TOO_LONG },
    fill: async (form) => {
      await press("Add a day")(form);
      await form.getByLabel("Date").fill("2026-12-24");
    },
  },
  "receptionist-opening": {
    asYouGo: true,
    open: section("/receptionist", "How calls begin"),
    typed: { Name: TOO_LONG, "You say": TOO_LONG },
  },
  "receptionist-duty": {
    asYouGo: true,
    open: section("/receptionist", "What to know and do"),
    typed: { "When we are closed": TOO_LONG },
  },
  "receptionist-intake": {
    asYouGo: true,
    open: section("/receptionist", "What to ask callers"),
    typed: { "Question 1": TOO_LONG },
  },
  "receptionist-voice": {
    asYouGo: true,
    open: section("/receptionist", "How it listens and speaks"),
    typed: { Speed: "3" },
    also: ["Languages"],
    fill: async (form) => {
      await form.getByLabel("Languages").fill("as in Babel");
      await form.getByLabel("Languages").press("Enter");
    },
  },
  "receptionist-voice/exactly": {
    asYouGo: true,
    open: async (page, business) => {
      const form = await section("/receptionist", "How it listens and speaks")(page, business);
      await press("Exactly")(form);
      return form;
    },
    typed: {
      "Pause, in milliseconds": "20",
      "How loud speech must be": "3",
      "What counts from before, in milliseconds": "9000",
      "Speech that makes it stop, in milliseconds": "9000",
    },
  },
  service: {
    open: dialog("/receptionist", "Add a service"),
    typed: { "What it is": TOO_LONG, "Price, as it is said": TOO_LONG },
  },
  "staff-member": {
    open: dialog("/receptionist", "Add somebody"),
    typed: { Name: TOO_LONG },
  },
  "add-lead": {
    open: dialog("/leads", "Add a person"),
    typed: { Name: TOO_LONG, "E-mail": "nobody", Wants: TOO_LONG },
    fill: (form) => form.getByLabel("Number").fill("+1 415 555 0134"),
    send: press("Add a person"),
  },
  "add-lead/number": {
    open: dialog("/leads", "Add a person"),
    typed: { Number: "12" },
    send: press("Add a person"),
  },
  lead: {
    prepare: addLead,
    open: leadForm,
    typed: { Name: TOO_LONG, "E-mail": "nobody", Wants: TOO_LONG, Address: TOO_LONG },
  },
  "book-visit": {
    open: dialog("/calendar", "Book visit"),
    typed: { Name: TOO_LONG, "What they said": TOO_LONG },
    fill: chooseFirstTime,
    send: press("Book visit"),
  },
  "move-visit": {
    prepare: bookVisit,
    open: async (page, business) => {
      await untold(page); // that the time is taken meanwhile
      return visitToMove(page, business);
    },
    also: ["Day"],
    send: async (form, business) => {
      const last = (await business.wholeDay()).at(-1);
      await business.post("/api/v1/appointments", { ...last, name: "Mr Chen" });
      await form.getByRole("group", { name: "Free times" }).getByRole("button").last().click();
    },
  },
  "number-label": {
    open: async (page) => {
      await page.goto("/numbers");
      return page.getByRole("main");
    },
    typed: { "What you call it": TOO_LONG },
    send: (form) => form.getByLabel("What you call it").press("Enter"),
  },
  "number-search": {
    open: async (page) => {
      await page.goto("/numbers/new");
      return page.getByRole("search");
    },
    typed: { "Area code": "111", "With these digits or letters": "4" },
    send: press("Search"),
  },
};
