import { useWords } from "@/i18n/catalogue";
import { SCOPES } from "./scopes";
import { programWords } from "./words";

/** What a scope lets a program do, in words; one that these pages do not know stays as it is. */
export function useScopeName(): (scope: string) => string {
  const words = useWords(programWords);
  return (asked) => {
    const known = SCOPES.find(({ scope }) => scope === asked);
    if (known === undefined) {
      return asked;
    }
    return known.writes ? words.change(words[known.area]) : words.see(words[known.area]);
  };
}
