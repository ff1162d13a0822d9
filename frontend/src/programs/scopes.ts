import { useWords } from "@/i18n/catalogue";
import { programWords } from "./words";

/** What a scope lets a program do, in words; an area that these pages have no word for is called as the service calls it. */
export function useScopeName(): (scope: string) => string {
  const words = useWords(programWords);
  const area = useAreaName();
  return (scope) => (writes(scope) ? words.change(area(scope)) : words.see(area(scope)));
}

/** What several scopes let a program do, in one line: what it may change it may mostly see, too. */
export function useScopeNames(): (scopes: readonly string[]) => string {
  const words = useWords(programWords);
  const area = useAreaName();
  return (scopes) => {
    const named = (which: (scope: string) => boolean) => scopes.filter(which).map(area).join(", ");
    const [seen, changed] = [named((scope) => !writes(scope)), named(writes)];
    return [seen && words.see(seen), changed && words.change(changed)].filter(Boolean).join(" · ");
  };
}

function useAreaName(): (scope: string) => string {
  const words: Record<string, unknown> = useWords(programWords);
  return (scope) => {
    const [area = scope] = scope.split(":");
    const known = words[area];
    return typeof known === "string" ? known : area.replaceAll("_", " ");
  };
}

function writes(scope: string): boolean {
  return scope.endsWith(":write");
}
