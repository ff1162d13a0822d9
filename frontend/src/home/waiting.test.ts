import { expect, it } from "vitest";
import type { Appointment } from "@/appointments/queries";
import type { Lead } from "@/leads/queries";
import type { Message } from "@/messages/queries";
import { waiting } from "./waiting";

const message = (id: string, rest: Partial<Message>): Message => ({
  id,
  call_id: null,
  from_name: null,
  from_phone: null,
  text: "Call me.",
  urgency: "normal",
  kind: "message",
  due_at: null,
  status: "open",
  created_at: "2026-11-21T10:00:00Z",
  updated_at: "2026-11-21T10:00:00Z",
  ...rest,
});
const lead = (id: string, rest: Partial<Lead>): Lead => ({
  id,
  name: null,
  phone: "+14155550100",
  email: null,
  status: "new",
  urgency: null,
  intent: null,
  fields: {},
  score: null,
  created_at: "2026-11-21T10:00:00Z",
  updated_at: "2026-11-21T10:00:00Z",
  call_ids: [],
  ...rest,
});

it("puts the most urgent first, then who waits longest", () => {
  const people = waiting(
    [
      message("late", { created_at: "2026-11-21T12:00:00Z" }),
      message("gas", { urgency: "emergency", created_at: "2026-11-21T13:00:00Z" }),
      message("early", { created_at: "2026-11-21T09:00:00Z" }),
    ],
    [lead("hot", { urgency: "high" })],
    [],
  );

  expect(people.map(({ id }) => id)).toEqual(["gas", "hot", "early", "late"]);
});

it("names whoever left a message once", () => {
  const people = waiting(
    [message("m1", { from_phone: "+14155550100" }), message("m2", { call_id: "call-2" })],
    [
      lead("same number", {}),
      lead("same call", { phone: "+14155550101", call_ids: ["call-2"] }),
      lead("other", { phone: "+14155550102" }),
    ],
    [],
  );

  expect(people.map(({ id }) => id)).toEqual(["m1", "m2", "other"]);
});

it("leaves out what was dealt with a moment ago", () => {
  expect(
    waiting([message("m", { status: "done" })], [lead("l", { status: "contacted" })], []),
  ).toEqual([]);
});

it("leaves out whoever has a visit to look forward to", () => {
  const visit: Appointment = {
    id: "visit",
    service_id: "s",
    staff_id: "t",
    call_id: "call-3",
    starts_at: "2026-11-24T15:00:00Z",
    ends_at: "2026-11-24T16:00:00Z",
    name: "Maria Lopez",
    phone: "+14155550100",
    email: null,
    reason: null,
    status: "booked",
    created_at: "2026-11-21T10:00:00Z",
    updated_at: "2026-11-21T10:00:00Z",
  };
  const people = waiting(
    [],
    [
      lead("same number", {}),
      lead("same call", { phone: "+14155550101", call_ids: ["call-3"] }),
      lead("other", { phone: "+14155550102" }),
    ],
    [visit],
  );

  expect(people.map(({ id }) => id)).toEqual(["other"]);
});
