import type { Schema } from "@/api/client";
import { createdBetween, dayFilter, narrowed, type DayFilter } from "@/ui/days";

export const OUTCOMES = [
  "appointment_booked",
  "transferred",
  "message_taken",
  "answered",
  "abandoned",
  "silent",
  "missed",
  "failed",
] as const satisfies Schema<"Outcome">[];

export const DIRECTIONS = ["inbound", "outbound"] as const satisfies Schema<"Direction">[];

/** Which calls are asked for, as the address says it. */
export interface CallFilter extends DayFilter {
  q?: string;
  outcome?: Schema<"Outcome">;
  direction?: Schema<"Direction">;
}

/** Reads an address; what cannot be is left out. */
export function callFilter(search: Record<string, unknown>): CallFilter {
  const { q } = search;
  return narrowed({
    q: typeof q === "string" || typeof q === "number" ? String(q) : undefined,
    outcome: OUTCOMES.find((known) => known === search.outcome),
    direction: DIRECTIONS.find((known) => known === search.direction),
    ...dayFilter(search),
  });
}

/** The service's question for it, on that day by the business's clock. */
export function question({ days, from, to, ...rest }: CallFilter, today: string, zone: string) {
  return { ...rest, ...createdBetween({ days, from, to }, today, zone) };
}
