import { createContext, use } from "react";
import { dateFormat, isoDate } from "./format";
import { minutesInto } from "./zoned";

let own: string | undefined;

/** The business's time zone. */
export const Zone = createContext<string | undefined>(undefined);

/** The business's time zone; the reader's own until it is known. */
export function useZone(): string {
  return use(Zone) ?? ownZone();
}

/** The zone's name where the reader's clock reads something else, to stand beside times; else nothing. */
export function useForeignZone(): string | undefined {
  const zone = useZone();
  const reads = (timeZone: string) =>
    dateFormat("en", { timeZone, dateStyle: "short", timeStyle: "short" }).format(new Date());
  return reads(zone) === reads(ownZone()) ? undefined : zone;
}

/** Has the browser make ready what dates are written with: it takes long the first time, and a page waits for it. */
export function prepareDates() {
  const now = new Date();
  minutesInto(now, ownZone());
  isoDate(now, ownZone());
}

/** The reader's; found out when it is needed, as browsers take their time to tell. */
function ownZone(): string {
  return (own ??= Intl.DateTimeFormat().resolvedOptions().timeZone);
}
