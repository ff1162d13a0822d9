import { NativeSelect } from "@mantine/core";
import { LANGUAGES, setLanguage, useLanguage, type Language } from "@/i18n/language";

const NAMES = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));

/** The language of all pages, kept on this device; `chosen` hears of another one. */
export function LanguagePicker({
  label,
  chosen,
}: {
  label?: string;
  chosen?: (language: Language) => void;
}) {
  const current = useLanguage();
  return (
    <NativeSelect
      {...(label === undefined ? { "aria-label": "Language · Idioma · Sprache" } : { label })}
      size="sm"
      data={NAMES}
      value={current}
      onChange={(event) => {
        const language = event.currentTarget.value as Language;
        setLanguage(language);
        chosen?.(language);
      }}
    />
  );
}
