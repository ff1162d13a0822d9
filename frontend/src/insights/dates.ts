/** A calendar day such as `2026-11-21`, which is in no time zone, in the reader's words. */
export function day(date: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options }).format(new Date(date));
}

/** A weekday's name: 0 is Monday. */
export function weekday(index: number, locale: string, width: "long" | "short"): string {
  const monday = Date.UTC(2024, 0, 1);
  return new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: width }).format(
    monday + index * 86_400_000,
  );
}

/** A full hour as the reader's clock writes it: "9 AM", "9:00". */
export function hour(hourOfDay: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: "UTC", timeStyle: "short" })
    .format(Date.UTC(2024, 0, 1, hourOfDay))
    .replace(/:00(?=\s?[AP]M)/i, "");
}
