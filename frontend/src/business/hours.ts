import type { Schema } from "@/api/client";

export type Interval = Schema<"HoursInterval">;

export const WEEK = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type WeekDay = (typeof WEEK)[number];

/** A weekday's name: 0 is Monday. */
export function weekday(index: number, locale: string, width: "long" | "short"): string {
  return new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: width }).format(
    Date.UTC(2024, 0, 1 + index),
  );
}

/** The hours that somebody would add next: office hours, or the two hours after the last. */
export function nextInterval(day: Interval[]): Interval {
  const last = day.at(-1);
  if (last === undefined) {
    return { opens: "09:00", closes: "17:00" };
  }
  const from = minute(last.closes) + 60;
  return { opens: clock(from), closes: clock(from + 120) };
}

/** Whether the business is open at an instant, by its own clock. */
export function isOpen(
  business: Pick<Schema<"Business">, "time_zone" | "hours" | "holidays">,
  at: Date,
): boolean {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("en-CA", {
      timeZone: business.time_zone,
      hourCycle: "h23",
      weekday: "long",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts.year}-${parts.month}-${parts.day}`;
  const day = (parts.weekday ?? "").toLowerCase() as WeekDay;
  const now = minute(`${parts.hour}:${parts.minute}`);
  const today =
    business.holidays.find((holiday) => holiday.date === date)?.hours ?? business.hours[day];
  return today.some(
    ({ opens, closes }) => minute(opens) <= now && now < (minute(closes) || 24 * 60),
  );
}

function minute(time: string): number {
  const [hours = "0", minutes = "0"] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}

function clock(minutes: number): string {
  const shown = Math.min(minutes, 23 * 60 + 59);
  return `${String(Math.floor(shown / 60)).padStart(2, "0")}:${String(shown % 60).padStart(2, "0")}`;
}
