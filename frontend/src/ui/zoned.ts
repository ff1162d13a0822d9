import { dateFormat } from "./format";

/** Days and times of day by another clock than the reader's. A day is written `2026-11-21`. */
const DAY_MS = 86_400_000;

/** The moment at which the clock of `zone` reads so many minutes after midnight; a time that daylight saving skips is the one after. */
export function momentAt(day: string, minutes: number, zone: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  const guess = wanted - offsetMs(wanted, zone);
  return new Date(wanted - offsetMs(guess, zone));
}

/** How many minutes after midnight the clock of `zone` reads. */
export function minutesInto(at: string | Date, zone: string): number {
  const moment = new Date(at).getTime();
  return Math.floor((((moment + offsetMs(moment, zone)) % DAY_MS) + DAY_MS) % DAY_MS) / 60_000;
}

/** So many days later, or earlier. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The Monday of its week. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return plusDays(day, -((weekday + 6) % 7));
}

/** A day in words, whatever the reader's own clock reads. */
export function dayText(day: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(locale, { timeZone: "UTC", ...options }).format(new Date(`${day}T00:00:00Z`));
}

/** Whether it is a day of the calendar. */
export function isDay(text: unknown): text is string {
  return (
    typeof text === "string" &&
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    plusDays(text, 0) === text
  );
}

/** What the clock of `zone` is ahead of UTC at that moment. */
function offsetMs(moment: number, zone: string): number {
  const parts = dateFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((found) => found.type === type)?.value);
  const reads = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return reads - Math.floor(moment / 1000) * 1000;
}
