import type { Schema } from "@/api/client";
import { isDay, momentAt, plusDays } from "@/ui/zoned";

export const OUTCOMES = [
  "appointment_booked",
  "message_taken",
  "answered",
  "abandoned",
  "silent",
  "missed",
  "failed",
] as const satisfies Schema<"Outcome">[];

export const DIRECTIONS = ["inbound", "outbound"] as const satisfies Schema<"Direction">[];

/** Days that move on with the calendar, each with how many days before today it begins and ends. */
const SPANS = { today: [0, 0], yesterday: [1, 1], week: [6, 0], month: [29, 0] } as const;

export type Span = keyof typeof SPANS;
export const SPAN_NAMES = Object.keys(SPANS) as Span[];

/** Which calls are asked for, as the address says it. `from` and `to` are days, both of them included. */
export interface CallFilter {
  q?: string;
  outcome?: Schema<"Outcome">;
  direction?: Schema<"Direction">;
  days?: Span;
  from?: string;
  to?: string;
}

/** Reads an address; what cannot be is left out. */
export function callFilter(search: Record<string, unknown>): CallFilter {
  const { q, from, to } = search;
  const asked: CallFilter = {
    q: typeof q === "string" || typeof q === "number" ? String(q) : undefined,
    outcome: OUTCOMES.find((known) => known === search.outcome),
    direction: DIRECTIONS.find((known) => known === search.direction),
    days: SPAN_NAMES.find((known) => known === search.days),
    from: isDay(from) ? from : undefined,
    to: isDay(to) ? to : undefined,
  };
  return narrowed(asked);
}

/** Without what narrows nothing down. */
export function narrowed(filter: CallFilter): CallFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ""),
  );
}

/** The service's question for it, on that day by the business's clock. */
export function question({ days, from, to, ...rest }: CallFilter, today: string, zone: string) {
  const [first, last] =
    days === undefined
      ? [from, to]
      : [plusDays(today, -SPANS[days][0]), plusDays(today, -SPANS[days][1])];
  return {
    ...rest,
    // Its bounds are both left out.
    ...(first !== undefined && {
      created_after: new Date(momentAt(first, 0, zone).getTime() - 1).toISOString(),
    }),
    ...(last !== undefined && {
      created_before: momentAt(plusDays(last, 1), 0, zone).toISOString(),
    }),
  };
}
