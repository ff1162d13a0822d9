import type { Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { businessWords } from "./words";

export type Industry = Schema<"Industry">;

const INDUSTRIES = [
  "home_services",
  "medical_dental",
  "law_firm",
  "salon",
  "mortgage",
  "property_management",
  "restaurant",
  "elder_checkin",
] as const satisfies Industry[];

/** What businesses do, to choose from. */
export function useIndustries(): { value: Industry; label: string }[] {
  const words = useWords(businessWords);
  return INDUSTRIES.map((value) => ({ value, label: words[value] }));
}
