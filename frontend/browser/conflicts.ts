import type { Locator } from "playwright-core";
import type { Business } from "./business";
import {
  addLead,
  bookVisit,
  idOfFirst,
  leadForm,
  letter,
  leadPage,
  press,
  leave,
  section,
  visitToMove,
  type Open,
} from "./form";

/** Something that two people change at the same time: one on the page, the other elsewhere. */
export interface Conflict {
  prepare?: (business: Business) => Promise<unknown>;
  open: Open;
  /** What the other does, of which the page is not told. */
  theirs: (business: Business) => Promise<unknown>;
  /** What is done on the page. */
  fill?: (form: Locator) => Promise<unknown>;
  /** How that is saved, where it is not by a button "Save". */
  send?: (form: Locator) => Promise<unknown>;
  /** How both versions are shown. */
  shown: { mine: string | RegExp; theirs: string | RegExp };
  /** Where it is kept, in words: as JSON it says `mine`, or this. */
  kept: { at: string; says?: string | RegExp };
}

const type = (label: string, text: string) => async (form: Locator) => {
  await form.getByLabel(label, { exact: true }).first().fill(text);
};

const change = (list: string, body: Record<string, unknown>) => async (business: Business) =>
  business.patch(`/api/v1/${list}/${await idOfFirst(list, business)}`, body);

/** Edits the first thing of a list in a dialog. */
const edited =
  (title: string): Open =>
  async (page) => {
    await page.goto("/receptionist");
    await page
      .getByRole("region", { name: title })
      .getByRole("button", { name: /^Edit / })
      .last()
      .click();
    return page.getByRole("dialog", { name: /^Edit / });
  };

/** Where what the receptionist knows is kept. */
const knowledgeOf = async (business: Business) =>
  `/api/v1/receptionists/${await idOfFirst("receptionists", business)}/knowledge`;

const TEXTS = { mine: "Mine 🚪 مرحبا", theirs: "Theirs" };
const BUSINESS = { at: "business" };

/** All that is edited, but for the profile, which two real tabs change. */
export const CONFLICTS: Record<string, Conflict> = {
  "the business in the first run": {
    open: section("/welcome", "Your business"),
    fill: type("What you do", TEXTS.mine),
    theirs: (business) => business.patch("/api/v1/business", { about: TEXTS.theirs }),
    send: press("Save and go on"),
    shown: TEXTS,
    kept: BUSINESS,
  },
  "opening hours": {
    open: section("/settings", "Opening hours"),
    fill: type("Monday, closes", "16:00"),
    theirs: (business) =>
      business.patch("/api/v1/business", {
        hours: { monday: [{ opens: "09:00", closes: "15:00" }] },
      }),
    send: leave,
    shown: { mine: /Mon 09:00–16:00/, theirs: /Mon 09:00–15:00/ },
    kept: { ...BUSINESS, says: "16:00" },
  },
  holidays: {
    open: section("/settings", "Days with other hours"),
    fill: async (form) => {
      await press("Add a day")(form);
      await form.getByLabel("Date").fill("2026-12-24");
      await form.getByLabel("What day it is").fill(TEXTS.mine);
    },
    theirs: (business) =>
      business.patch("/api/v1/business", {
        holidays: [{ date: "2026-12-31", name: TEXTS.theirs, hours: [] }],
      }),
    send: leave,
    shown: { mine: /2026-12-24 Mine/, theirs: /2026-12-31 Theirs/ },
    kept: { ...BUSINESS, says: TEXTS.mine },
  },
  "who answers first": {
    prepare: (business) =>
      business.patch("/api/v1/business", { staff_first: { when: "always", ring_s: 20 } }),
    open: section("/settings", "Who answers first"),
    fill: async (form) => {
      await form.getByLabel("For seconds at most").selectOption("30");
    },
    theirs: (business) =>
      business.patch("/api/v1/business", { staff_first: { when: "always", ring_s: 10 } }),
    send: leave,
    shown: { mine: /Always, 30 s/, theirs: /Always, 10 s/ },
    kept: { ...BUSINESS, says: "30" },
  },
  "what callers are told of recording": {
    prepare: (business) => business.patch("/api/v1/business", { recording_consent: "announced" }),
    open: section("/settings", "Recording calls"),
    fill: type("What callers are told", TEXTS.mine),
    theirs: (business) => business.patch("/api/v1/business", { recording_notice: TEXTS.theirs }),
    send: leave,
    shown: TEXTS,
    kept: BUSINESS,
  },
  "the receptionist's greeting": {
    open: letter("How calls begin"),
    fill: type("You say", TEXTS.mine),
    theirs: change("receptionists", { greeting: TEXTS.theirs }),
    send: leave,
    shown: TEXTS,
    kept: { at: "receptionists" },
  },
  "the receptionist that is published": {
    open: letter("How calls begin"),
    prepare: change("receptionists", { greeting: TEXTS.mine }),
    theirs: change("receptionists", { greeting: TEXTS.theirs }),
    send: (form) => press("Publish changes")(form.page().getByRole("main")),
    shown: TEXTS,
    kept: { at: "receptionists", says: /Mine.*"published_version":2/ },
  },
  "the receptionist's duties": {
    open: letter("What to know and do"),
    fill: type("When we are closed", TEXTS.mine),
    theirs: change("receptionists", { after_hours: TEXTS.theirs }),
    send: leave,
    shown: TEXTS,
    kept: { at: "receptionists" },
  },
  "what the receptionist does when it is serious": {
    open: letter("When it is serious"),
    fill: type("What callers are told then", TEXTS.mine),
    theirs: change("receptionists", { escalation: { emergency: { text: TEXTS.theirs } } }),
    send: leave,
    shown: { mine: new RegExp(TEXTS.mine), theirs: new RegExp(TEXTS.theirs) },
    kept: { at: "receptionists", says: TEXTS.mine },
  },
  "how much a call may take": {
    open: letter("How much a call may take"),
    fill: type("Minutes", "20"),
    theirs: change("receptionists", { limits: { minutes: 40 } }),
    send: leave,
    shown: { mine: "20", theirs: "40" },
    kept: { at: "receptionists", says: '"minutes":20' },
  },
  "the receptionist's questions": {
    open: letter("What to ask callers"),
    fill: type("Question 1", TEXTS.mine),
    theirs: change("receptionists", {
      intake: [{ key: "name", question: TEXTS.theirs, required: true }],
    }),
    send: leave,
    shown: TEXTS,
    kept: { at: "receptionists", says: TEXTS.mine },
  },
  "the receptionist's voice": {
    open: letter("How it listens and speaks"),
    fill: async (form) => {
      await form.getByLabel("Voice", { exact: true }).selectOption("cedar");
    },
    theirs: change("receptionists", { voice: "ash" }),
    send: leave,
    shown: { mine: "cedar", theirs: "ash" },
    kept: { at: "receptionists" },
  },
  "how the receptionist listens": {
    open: letter("How it listens and speaks"),
    fill: async (form) => {
      await form.getByLabel("When the caller pauses").selectOption("patient");
    },
    theirs: change("receptionists", { listening: { silence_ms: 700 } }),
    send: leave,
    shown: { mine: /Patiently.*900/, theirs: /pause of your own.*700/ },
    kept: { at: "receptionists", says: '"silence_ms":900' },
  },
  "somebody who takes calls": {
    open: edited("Who takes calls in person"),
    fill: type("What they know about", TEXTS.mine),
    theirs: change("receptionists", {
      transfer_targets: [{ name: "Alex", number: "+12125550121", expertise: TEXTS.theirs }],
    }),
    shown: { mine: /Mine/, theirs: /Theirs/ },
    kept: { at: "receptionists", says: TEXTS.mine },
  },
  "a service": {
    open: edited("What can be booked"),
    fill: type("What it is", TEXTS.mine),
    theirs: change("services", { name: TEXTS.theirs }),
    shown: TEXTS,
    kept: { at: "services" },
  },
  "somebody of the staff": {
    open: edited("With whom"),
    fill: type("Name", TEXTS.mine),
    theirs: change("staff", { name: TEXTS.theirs }),
    shown: TEXTS,
    kept: { at: "staff" },
  },
  "what is known": {
    prepare: async (business) =>
      business.post(await knowledgeOf(business), {
        kind: "question",
        title: "Do you fix gates?",
        text: "Yes.",
      }),
    open: async (page) => {
      await page.goto("/receptionist/knowledge");
      await page.getByRole("button", { name: /^Edit / }).click();
      return page.getByRole("dialog");
    },
    fill: type("What to answer", TEXTS.mine),
    theirs: async (business) => {
      const list = await knowledgeOf(business);
      return business.patch(`${list}/${await idOfFirst(list.replace("/api/v1/", ""), business)}`, {
        text: TEXTS.theirs,
      });
    },
    shown: TEXTS,
    kept: { at: "audit-log?resource=knowledge_entry" },
  },
  "a tool of the business's own": {
    prepare: async (business) =>
      business.post((await knowledgeOf(business)).replace("knowledge", "tools"), {
        name: "find_order",
        description: "Finds an order.",
        method: "get",
        url: "https://example.com/{order}",
        parameters: { type: "object", properties: { order: { type: "string" } } },
      }),
    open: async (page) => {
      await page.goto("/receptionist/tools");
      await page.getByRole("button", { name: /^Edit / }).click();
      return page.getByRole("dialog");
    },
    fill: type("When to use it", TEXTS.mine),
    theirs: async (business) => {
      const list = (await knowledgeOf(business)).replace("knowledge", "tools");
      return business.patch(`${list}/${await idOfFirst(list.replace("/api/v1/", ""), business)}`, {
        description: TEXTS.theirs,
      });
    },
    shown: TEXTS,
    kept: { at: "audit-log?resource=http_tool" },
  },
  "somebody on the books": {
    prepare: (business) => business.post("/api/v1/customers", { name: "Maria Lopez" }),
    open: async (page) => {
      await page.goto("/customers");
      await page.getByRole("button", { name: "Edit Maria Lopez" }).click();
      return page.getByRole("dialog");
    },
    fill: type("Note", TEXTS.mine),
    theirs: change("customers", { note: TEXTS.theirs }),
    shown: TEXTS,
    kept: { at: "customers" },
  },
  "what a number is called": {
    open: async (page) => {
      await page.goto("/numbers");
      return page.getByRole("main");
    },
    fill: type("What you call it", TEXTS.mine),
    theirs: change("phone-numbers", { label: TEXTS.theirs }),
    send: (form) => form.getByLabel("What you call it").press("Enter"),
    shown: TEXTS,
    kept: { at: "phone-numbers" },
  },
  "what is known of a lead": {
    prepare: addLead,
    open: leadForm,
    fill: type("Address", TEXTS.mine),
    theirs: change("leads", { fields: { address: { value: TEXTS.theirs } } }),
    shown: { mine: `Address: ${TEXTS.mine}`, theirs: `Address: ${TEXTS.theirs}` },
    kept: { at: "leads", says: TEXTS.mine },
  },
  "how far a lead has come": {
    prepare: addLead,
    open: leadPage,
    theirs: change("leads", { status: "lost" }),
    send: async (form) => {
      await form.getByLabel("How far they have come").selectOption("Won");
    },
    shown: { mine: "Won", theirs: "Lost" },
    kept: { at: "leads", says: '"status":"won"' },
  },
  "when a visit is": {
    prepare: bookVisit,
    open: visitToMove,
    theirs: async (business) => {
      const times = await business.wholeDay();
      await change("appointments", { starts_at: times.at(-1)?.starts_at })(business);
    },
    send: async (form) => {
      const times = form.getByRole("group", { name: "Free times" }).getByRole("button");
      await times.nth(1).click();
    },
    shown: { mine: /AM/, theirs: /PM/ },
    kept: { at: "appointments", says: /T1[0-9]:/ },
  },
};
