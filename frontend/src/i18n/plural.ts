import { locale } from "./language";

/** `plural(3, { one: "# call", other: "# calls" })` is "3 calls". `#` is the number as the reader writes it. */
export function plural(count: number, forms: { one: string; other: string }): string {
  const rule = new Intl.PluralRules(locale()).select(count);
  return (rule === "one" ? forms.one : forms.other).replaceAll("#", count.toLocaleString(locale()));
}
