/** Milliseconds as people say them: "40 ms", "0.8 sec". */
export function seconds(ms: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unitDisplay: "short",
    ...(ms < 100
      ? { unit: "millisecond" }
      : { unit: "second", minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  }).format(ms < 100 ? ms : ms / 1000);
}
