import { isoDate } from "@/ui/format";
import { isDay, momentAt, plusDays } from "@/ui/zoned";

/** The last day on which something holds; blank if it always does. */
export function lastDay(expiresAt: string | null | undefined, zone: string): string {
  return expiresAt == null ? "" : isoDate(new Date(new Date(expiresAt).getTime() - 1), zone);
}

/** The moment at which that day is over; null if something always holds. */
export function endOf(day: string, zone: string): string | null {
  return isDay(day) ? momentAt(plusDays(day, 1), 0, zone).toISOString() : null;
}
