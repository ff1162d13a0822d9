import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import type { Call } from "./queries";
import { callWords } from "./words";

/** Who is on the other side of a call, as they are best known: by name, else by number. */
export function useWho() {
  const words = useWords(callWords);
  return (call: Call) => {
    if (call.test) {
      return words.testCall;
    }
    const number = call.direction === "outbound" ? call.to : call.from;
    return call.caller_name ?? (number == null ? words.unknownCaller : phone(number));
  };
}

/** The number of whoever is on the other side; undefined if it was withheld. */
export function numberOf(call: Call): string | undefined {
  return (call.direction === "outbound" ? call.to : call.from) ?? undefined;
}
