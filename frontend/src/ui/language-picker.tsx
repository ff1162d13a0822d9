import { NativeSelect } from "@mantine/core";
import { LANGUAGES, setLanguage, useLanguage, type Language } from "@/i18n/language";

const NAMES = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));

/** The language of all pages, kept on this device. */
export function LanguagePicker({ label }: { label?: string }) {
  const current = useLanguage();
  return (
    <NativeSelect
      {...(label === undefined ? { "aria-label": "Language · Idioma · Sprache" } : { label })}
      size="sm"
      data={NAMES}
      value={current}
      onChange={(event) => setLanguage(event.currentTarget.value as Language)}
    />
  );
}
