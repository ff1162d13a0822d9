import type { Locator } from "playwright-core";
import { PASSWORD, type Business } from "./business";
import {
  addLead,
  bookVisit,
  dialog,
  leadForm,
  letter,
  onTheLine,
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

export async function chooseFirstTime(form: Locator) {
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
  "business-staff-first": {
    asYouGo: true,
    open: section("/settings", "Who answers first"),
    fill: async (form) => {
      await form.getByLabel("phones ring first").selectOption("own_hours");
      await press("Add hours on Monday")(form);
    },
    typed: { "Monday, closes": "08:00" },
  },
  "business-recording": {
    asYouGo: true,
    open: section("/settings", "Recording calls"),
    fill: async (form) => {
      await form.getByLabel("Calls are recorded").selectOption("announced");
    },
    typed: { "What callers are told": TOO_LONG },
  },
  "receptionist-opening": {
    asYouGo: true,
    open: letter("How calls begin"),
    typed: {
      Name: TOO_LONG,
      "You say": TOO_LONG,
      "While we are closed": TOO_LONG,
      "On our holidays": TOO_LONG,
    },
  },
  "receptionist-duty": {
    asYouGo: true,
    open: letter("What to know and do"),
    typed: { "When we are closed": TOO_LONG },
  },
  "receptionist-intake": {
    asYouGo: true,
    open: letter("What to ask callers"),
    typed: { "Question 1": TOO_LONG },
  },
  "receptionist-serious": {
    asYouGo: true,
    open: letter("When it is serious"),
    typed: {
      "What callers are told then": TOO_LONG,
      "In a medical emergency callers hear": TOO_LONG,
      "Who speaks of ending their life hears": TOO_LONG,
    },
  },
  "receptionist-menu": {
    asYouGo: true,
    open: async (page, business) => {
      const form = await section("/receptionist", "Keys to press")(page, business);
      await press("Change: Keys to press")(form);
      await press("Add a key")(form);
      return form;
    },
    typed: { "What entry 1 is for": TOO_LONG },
  },
  "receptionist-limits": {
    asYouGo: true,
    open: letter("How much a call may take"),
    typed: { Minutes: "500" },
  },
  "receptionist-voice": {
    asYouGo: true,
    open: letter("How it listens and speaks"),
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
      const form = await letter("How it listens and speaks")(page, business);
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
  "connect-calendar": {
    open: dialog("/settings/calendars", "Read a calendar"),
    typed: { "What you call it": TOO_LONG },
    fill: (form) => form.getByLabel("Its address").fill("https://calendar.example.com/a.ics"),
    send: press("Read a calendar"),
  },
  "connect-calendar/address": {
    open: dialog("/settings/calendars", "Read a calendar"),
    typed: { "Its address": "calendar" },
    fill: (form) => form.getByLabel("What you call it").fill("Mine"),
    send: press("Read a calendar"),
  },
  "time-off": {
    open: dialog("/receptionist", "Edit Field team"),
    typed: { "Why, for your eyes only": TOO_LONG },
    fill: async (form) => {
      await form.getByLabel("From").fill("2027-03-01T09:00");
      await form.getByLabel("Until").fill("2027-03-01T17:00");
    },
    send: press("Add time off"),
  },
  "transfer-target": {
    open: dialog("/receptionist", "Add a person"),
    typed: { Name: TOO_LONG, "What they know about": TOO_LONG },
    fill: (form) => form.getByLabel("Telephone number").fill("+1 415 555 0134"),
  },
  "transfer-target/number": {
    open: dialog("/receptionist", "Add a person"),
    typed: { "Telephone number": "12" },
  },
  "known-caller": {
    open: dialog("/settings", "Block a number"),
    typed: { "Why, for your eyes only": TOO_LONG },
    fill: (form) => form.getByLabel("Number").fill("+1 415 555 0134"),
    send: press("Block a number"),
  },
  "known-caller/put-through": {
    open: dialog("/settings", "Put a number through"),
    typed: { "Why, for your eyes only": TOO_LONG },
    fill: (form) => form.getByLabel("Number").fill("+1 415 555 0134"),
    send: press("Put a number through"),
  },
  "known-caller/put-through-number": {
    open: dialog("/settings", "Put a number through"),
    typed: { Number: "12" },
    send: press("Put a number through"),
  },
  "known-caller/number": {
    open: dialog("/settings", "Block a number"),
    typed: { Number: "12" },
    send: press("Block a number"),
  },
  "connect-call": {
    prepare: (business) => business.ring("says_nothing"),
    open: onTheLine("Put through"),
    fill: (form) => form.getByLabel("To whom").selectOption({ label: "Another number" }),
    typed: { "Their number": "12" },
    send: press("Put through"),
  },
  "say-on-call": {
    prepare: (business) => business.ring("says_nothing"),
    open: onTheLine("Have this said"),
    typed: { "Word for word": TOO_LONG },
    send: press("Have this said"),
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
  knowledge: {
    open: dialog("/receptionist/knowledge", "Add a question"),
    typed: { "What callers ask": TOO_LONG, "What to answer": " " },
  },
  "knowledge/document": {
    open: dialog("/receptionist/knowledge", "Add a document"),
    typed: { "What it is called": TOO_LONG },
    fill: (form) => form.getByLabel("Text", { exact: true }).fill("A gate costs 300 dollars."),
  },
  tool: {
    open: dialog("/receptionist/tools", "Add a tool"),
    typed: {
      "When to use it": TOO_LONG,
      Address: TOO_LONG,
    },
    fill: (form) => form.getByLabel("Name", { exact: true }).fill("find_order"),
  },
  "try-tool": {
    prepare: async (business) => {
      const { data } = await business.get<{ data: { id: string }[] }>("/api/v1/receptionists");
      await business.post(`/api/v1/receptionists/${data[0]?.id ?? ""}/tools`, {
        name: "find_order",
        description: "Finds an order.",
        method: "get",
        url: "https://example.com/{order}",
        parameters: { type: "object", properties: { order: { type: "string" } } },
        safe: true,
      });
    },
    open: dialog("/receptionist/tools", "Try find_order"),
    typed: { "What the model would tell": '{"order": 7}' },
    send: press("Try it"),
  },
  customer: {
    open: dialog("/customers", "Add a customer"),
    typed: {
      Name: TOO_LONG,
      "Customer number": "no. 7",
      "E-mail": "nobody",
      Address: TOO_LONG,
      Note: TOO_LONG,
    },
  },
  "customer/telephone": {
    open: dialog("/customers", "Add a customer"),
    typed: { Telephone: "12" },
    fill: (form) => form.getByLabel("Name").fill("Maria Lopez"),
  },
  "call-somebody": {
    open: dialog("/outreach", "Call somebody"),
    typed: { "What it is about": TOO_LONG, "For an answering machine": TOO_LONG },
    fill: (form) => form.getByLabel("Number").fill("+12125550122"),
    send: press("Call somebody"),
  },
  "call-somebody/number": {
    open: dialog("/outreach", "Call somebody"),
    typed: { Number: "12" },
    fill: (form) => form.getByLabel("What it is about").fill("Your visit"),
    send: press("Call somebody"),
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
