import type { Schema } from "@/api/client";
import type { NumberFilter } from "./queries";

export const COUNTRIES = ["US", "CA", "GB"] as const;
export const TYPES = ["local", "toll_free", "mobile"] as const satisfies Schema<"NumberType">[];

/** What somebody may ask for in the address; anything else is left out. */
export function numberFilter(search: Record<string, unknown>): NumberFilter {
  const text = (value: unknown, rule: RegExp) => {
    const written = typeof value === "number" ? String(value) : value;
    return typeof written === "string" && rule.test(written) ? written : undefined;
  };
  const country = COUNTRIES.find((known) => known === search.country) ?? "US";
  const area = country === "GB" ? undefined : text(search.area_code, /^[2-9]\d\d$/);
  const contains = text(search.contains, /^[0-9A-Za-z*]{2,16}$/);
  return {
    country,
    type: TYPES.find((known) => known === search.type) ?? "local",
    ...(area !== undefined && { area_code: area }),
    ...(contains !== undefined && { contains }),
  };
}
