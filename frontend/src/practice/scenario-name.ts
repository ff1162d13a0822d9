import { useWords } from "@/i18n/catalogue";
import { practiceWords } from "./words";

const KNOWN = [
  "new_lead_books_visit",
  "message_after_hours",
  "caller_interrupts",
  "hangs_up_mid_word",
  "says_nothing",
  "is_in_danger",
  "moves_visit",
  "cancels_visit",
  "asks_a_question",
  "home_services_caller",
  "medical_dental_caller",
  "law_firm_caller",
  "salon_caller",
  "mortgage_caller",
  "property_management_caller",
  "restaurant_caller",
  "elder_checkin_caller",
] as const;

/** What a scenario's caller wants, in the reader's language; one that is not known here, as the service calls it. */
export function useScenarioName() {
  const words = useWords(practiceWords);
  return (id: string, title: string) => {
    const known = KNOWN.find((scenario) => scenario === id);
    return known === undefined ? title : words[known];
  };
}
