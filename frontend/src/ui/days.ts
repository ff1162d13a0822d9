import { isDay, momentAt, plusDays } from "./zoned";

/** Days that move on with the calendar, each with how many days before today it begins and ends. */
const SPANS = { today: [0, 0], yesterday: [1, 1], week: [6, 0], month: [29, 0] } as const;

export type Span = keyof typeof SPANS;
export const SPAN_NAMES = Object.keys(SPANS) as Span[];

/** Of which days something is asked for, as the address says it. `from` and `to` are days, both of them included. */
export interface DayFilter {
  days?: Span;
  from?: string;
  to?: string;
}

/** Reads an address; what cannot be is undefined. */
export function dayFilter({ days, from, to }: Record<string, unknown>): DayFilter {
  return {
    days: SPAN_NAMES.find((known) => known === days),
    from: isDay(from) ? from : undefined,
    to: isDay(to) ? to : undefined,
  };
}

/** The service's bounds for it, which are both left out themselves, on that day by the business's clock. */
export function createdBetween({ days, from, to }: DayFilter, today: string, zone: string) {
  const [first, last] =
    days === undefined
      ? [from, to]
      : [plusDays(today, -SPANS[days][0]), plusDays(today, -SPANS[days][1])];
  return {
    ...(first !== undefined && {
      created_after: new Date(momentAt(first, 0, zone).getTime() - 1).toISOString(),
    }),
    ...(last !== undefined && {
      created_before: momentAt(plusDays(last, 1), 0, zone).toISOString(),
    }),
  };
}

/** Without what narrows nothing down. */
export function narrowed<Filter extends object>(filter: Filter): Partial<Filter> {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ""),
  ) as Partial<Filter>;
}
