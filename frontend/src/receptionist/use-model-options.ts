import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { time } from "@/ui/format";
import { ofKind, type Model } from "./models";
import { receptionistWords } from "./words";

/** The models of a kind to choose from, each with its end, and what is chosen now even if nobody knows it any more. */
export function useModelOptions(models: Model[]) {
  const words = useWords(receptionistWords);
  const locale = useLocale();
  return (kind: Model["kind"], chosen: string) => {
    const known = ofKind(models, kind);
    const usual = known.find(({ is_default }) => is_default);
    return [
      { value: "", label: words.usualModel(usual?.name ?? "") },
      ...known.map(({ name, ends_on }) => ({
        value: name,
        label:
          ends_on == null
            ? name
            : words.modelUntil(name, time(ends_on, "UTC", locale, { dateStyle: "medium" })),
      })),
      ...(chosen === "" || known.some(({ name }) => name === chosen)
        ? []
        : [{ value: chosen, label: chosen }]),
    ];
  };
}
