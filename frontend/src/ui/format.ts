const ONE_DIGIT = /^\+[17]/;
const TWO_DIGITS = /^\+(20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** An E.164 number as people read it: `+1 415 555 0134`. What is no number stays as it is. */
export function phone(e164: string): string {
  if (!/^\+\d{5,15}$/.test(e164)) {
    return e164;
  }
  const codeLength = ONE_DIGIT.test(e164) ? 1 : TWO_DIGITS.test(e164) ? 2 : 3;
  const code = e164.slice(0, codeLength + 1);
  const rest = e164.slice(codeLength + 1);
  const groups =
    code === "+1" && rest.length === 10
      ? [rest.slice(0, 3), rest.slice(3, 6), rest.slice(6)]
      : threes(rest);
  return [code, ...groups].join(" ");
}

/** Groups of three, the last of up to four, so that none stands alone. */
function threes(digits: string): string[] {
  return digits.length <= 4 ? [digits] : [digits.slice(0, 3), ...threes(digits.slice(3))];
}

export interface Money {
  amount_micros: number;
  currency: string;
}

/** `{amount_micros: 1234000, currency: "USD"}` is "$1.23"; less than a cent shows two digits that matter. */
export function money({ amount_micros, currency }: Money, locale: string): string {
  const amount = amount_micros / 1_000_000;
  const tiny = amount !== 0 && Math.abs(amount) < 0.01;
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    ...(tiny && {
      minimumFractionDigits: 2,
      maximumFractionDigits: 6,
      maximumSignificantDigits: 2,
    }),
  }).format(amount);
}

/** Seconds as "3 min 12 s", in the reader's language. */
export function duration(seconds: number, locale: string): string {
  const parts: [number, string][] = [
    [Math.floor(seconds / 3600), "hour"],
    [Math.floor((seconds % 3600) / 60), "minute"],
    [Math.floor(seconds % 60), "second"],
  ];
  const shown = parts.filter(([value, unit]) => value > 0 || (unit === "second" && seconds < 60));
  return shown
    .slice(0, 2)
    .map(([value, unit]) =>
      new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }).format(value),
    )
    .join(" ");
}

/** Seconds as a clock that runs: "1:12". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const rest = [Math.floor((whole % 3600) / 60), whole % 60];
  const parts = whole < 3600 ? rest : [Math.floor(whole / 3600), ...rest];
  return parts.map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, "0"))).join(":");
}

/** A day and time by the business's clock. */
export function time(
  at: string | Date,
  zone: string,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): string {
  return dateFormat(locale, { timeZone: zone, ...options }).format(new Date(at));
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** The format of those options. Making one takes long, and a list of calls needs the same few for every row. */
export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, known);
  return known;
}

/** The date by the business's clock, as `2026-11-21`: for comparing and for links. */
export function isoDate(at: string | Date, zone: string): string {
  return time(at, zone, "en-CA", { year: "numeric", month: "2-digit", day: "2-digit" });
}

/** When it was, as short as it can be said: "5 min ago", "09:41" today, "Tue 09:41" this week, else the date. */
export function when(at: string | Date, now: Date, zone: string, locale: string): string {
  const then = new Date(at);
  const minutes = Math.round((now.getTime() - then.getTime()) / 60_000);
  if (minutes >= 0 && minutes < 60) {
    return new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" }).format(
      minutes === 0 ? 0 : -minutes,
      minutes === 0 ? "second" : "minute",
    );
  }
  const hours: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit" };
  if (isoDate(then, zone) === isoDate(now, zone)) {
    return time(then, zone, locale, hours);
  }
  if (Math.abs(minutes) < 6 * 24 * 60) {
    return time(then, zone, locale, { weekday: "short", ...hours });
  }
  const sameYear = isoDate(then, zone).slice(0, 4) === isoDate(now, zone).slice(0, 4);
  return time(then, zone, locale, {
    day: "numeric",
    month: "short",
    ...(!sameYear && { year: "numeric" }),
  });
}
