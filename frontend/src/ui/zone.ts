import { createContext, use } from "react";
import { dateFormat } from "./format";

/** The reader's. */
export const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The business's time zone. */
export const Zone = createContext(OWN_ZONE);

/** The business's time zone; the reader's own until it is known. */
export function useZone(): string {
  return use(Zone);
}

/** The zone's name where the reader's clock reads something else, to stand beside times; else nothing. */
export function useForeignZone(): string | undefined {
  const zone = useZone();
  const reads = (timeZone: string) =>
    dateFormat("en", { timeZone, dateStyle: "short", timeStyle: "short" }).format(new Date());
  return reads(zone) === reads(OWN_ZONE) ? undefined : zone;
}
