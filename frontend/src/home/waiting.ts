import type { Appointment } from "@/appointments/queries";
import type { Lead } from "@/leads/queries";
import type { Message } from "@/messages/queries";

/** Somebody who waits for the business: for an answer to their message, or as a caller nobody has spoken to yet. */
export type Waiting =
  | { kind: "message"; id: string; urgency: Message["urgency"]; at: string; message: Message }
  | { kind: "lead"; id: string; urgency: Message["urgency"]; at: string; lead: Lead };

const RANK = { emergency: 0, high: 1, normal: 2, low: 3 };

/**
 * Everybody who waits, the most urgent first, then who waits longest. Whoever left a message stands there once; whoever
 * has a visit to look forward to does not wait.
 */
export function waiting(messages: Message[], leads: Lead[], visits: Appointment[]): Waiting[] {
  const open = messages.filter((message) => message.status === "open");
  const heard = new Set(open.flatMap(({ from_phone, call_id }) => [from_phone, call_id]));
  const expected = new Set(visits.flatMap(({ phone, call_id }) => [phone, call_id]));
  const people: Waiting[] = [
    ...open.map((message) => ({
      kind: "message" as const,
      id: message.id,
      urgency: message.urgency,
      at: message.created_at,
      message,
    })),
    ...leads
      .filter(
        (lead) =>
          lead.status === "new" &&
          [lead.phone, ...lead.call_ids].every(
            (known) => !heard.has(known) && !expected.has(known),
          ),
      )
      .map((lead) => ({
        kind: "lead" as const,
        id: lead.id,
        urgency: lead.urgency ?? "normal",
        at: lead.created_at,
        lead,
      })),
  ];
  return people.sort(
    (a, b) => RANK[a.urgency] - RANK[b.urgency] || Date.parse(a.at) - Date.parse(b.at),
  );
}
