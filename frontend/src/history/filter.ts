import { dayFilter, createdBetween, narrowed, type DayFilter } from "@/ui/days";

/** What the audit log tells of, as the service names it. */
export const RESOURCES = [
  "business",
  "receptionist",
  "service",
  "staff",
  "time_off",
  "calendar",
  "appointment",
  "phone_number",
  "credential",
  "member",
  "invitation",
  "api_client",
  "lead",
  "user",
  "session",
  "setup_step",
  "tenant",
] as const;

export type Resource = (typeof RESOURCES)[number];

/** Who acts without a name of their own. */
export const NAMELESS = ["system", "operator"] as const;

/** Which lines are asked for, as the address says it. `who` is a person's or a program's id, or one without. */
export interface HistoryFilter extends DayFilter {
  who?: string;
  what?: Resource;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads an address; what cannot be is left out. */
export function historyFilter(search: Record<string, unknown>): HistoryFilter {
  const { who } = search;
  return narrowed({
    who:
      typeof who === "string" && (ID.test(who) || NAMELESS.some((known) => known === who))
        ? who
        : undefined,
    what: RESOURCES.find((known) => known === search.what),
    ...dayFilter(search),
  });
}

/** The service's question for it, on that day by the business's clock. */
export function question({ who, what, ...days }: HistoryFilter, today: string, zone: string) {
  const nameless = NAMELESS.find((known) => known === who);
  return {
    ...(who !== undefined && (nameless === undefined ? { actor_id: who } : { actor: nameless })),
    ...(what !== undefined && { resource: what }),
    ...createdBetween(days, today, zone),
  };
}
