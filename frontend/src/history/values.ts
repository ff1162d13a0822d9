import { useQuery } from "@tanstack/react-query";
import { accountWords } from "@/accounts/words";
import { WEEK, weekday } from "@/business/hours";
import { recordingWords } from "@/business/recording-words";
import { businessWords } from "@/business/words";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { receptionistChoices } from "@/numbers/queries";
import { useScopeName } from "@/programs/scopes";
import { receptionistWords } from "@/receptionist/words";
import { teamWords } from "@/team/words";
import { phone, time } from "@/ui/format";
import { useZone } from "@/ui/zone";
import { fields } from "./fields";
import { historyWords } from "./words";

/** What the value at a pointer is called: "Opening hours · Monday". */
export function useFieldName(): (pointer: string) => string {
  const words: Record<string, string> = useWords(fields);
  const locale = useLocale();
  const step = (name: string) => {
    const day = WEEK.findIndex((known) => known === name);
    return day >= 0 ? weekday(day, locale, "long") : (words[name] ?? name.replaceAll("_", " "));
  };
  return (pointer) => pointer.split("/").slice(1).map(step).join(" · ");
}

/** A value of the audit log, as people read it. */
export function useValueText(): (pointer: string, value: unknown) => string {
  const words = useWords(historyWords);
  const asking: Record<string, unknown> = useWords(receptionistWords);
  const known: Record<string, Record<string, unknown>> = {
    industry: useWords(businessWords),
    recording_consent: useWords(recordingWords),
    role: useWords(teamWords),
    provider: useWords(accountWords),
    findings: useWords(accountWords),
  };
  const scopeName = useScopeName();
  const locale = useLocale();
  const zone = useZone();
  const { data: receptionists } = useQuery(receptionistChoices());

  const one = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === "") {
      return field === "receptionist_id" ? words.usual : words.nothing;
    }
    if (typeof value === "boolean") {
      return value ? words.yes : words.no;
    }
    if (Array.isArray(value)) {
      return value.length === 0
        ? field === "hours"
          ? words.closed
          : words.nothing
        : value.map((item) => one(field, item)).join(field === "hours" ? ", " : "\n");
    }
    if (typeof value === "object") {
      return thing(field, value as Record<string, unknown>);
    }
    const text = typeof value === "string" ? value : JSON.stringify(value);
    const said = known[field]?.[text];
    if (typeof said === "string") {
      return said;
    }
    switch (field) {
      case "number":
        return phone(text);
      case "scopes":
        return scopeName(text);
      case "set_at":
        return time(text, zone, locale, { dateStyle: "medium", timeStyle: "short" });
      case "receptionist_id":
        return receptionists?.find(({ id }) => id === value)?.name ?? text;
      default:
        return text;
    }
  };

  /** Hours, a holiday, a question; of anything else, its fields. */
  const thing = (field: string, value: Record<string, unknown>): string => {
    const { opens, closes, date, name, hours, question } = value;
    if (typeof opens === "string" && typeof closes === "string") {
      return `${opens}–${closes}`;
    }
    if (typeof date === "string") {
      return `${date} ${one("name", name)}: ${one("hours", hours)}`;
    }
    if (typeof question === "string") {
      const { type, ask, required, choices } = value;
      return [
        question,
        asking[`type_${String(type)}`],
        ...(Array.isArray(choices) ? (choices as unknown[]) : []),
        asking[`ask_${String(ask)}`],
        required === true ? asking["mustAsk"] : undefined,
      ]
        .filter((part) => typeof part === "string")
        .join(" · ");
    }
    return Object.entries(value)
      .map(([key, inner]) => `${key.replaceAll("_", " ")}: ${one(field, inner)}`)
      .join("\n");
  };

  return (pointer, value) => one(pointer.split("/")[1] ?? "", value);
}
