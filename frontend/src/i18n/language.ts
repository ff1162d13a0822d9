import { useSyncExternalStore } from "react";

export const LANGUAGES = { en: "English", es: "Español", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = "frontdesk-language";
const listeners = new Set<() => void>();
let current = chosen() ?? preferred();
show();

export function language(): Language {
  return current;
}

/** The reader's own way of writing numbers and dates, in the language of the page. */
export function locale(): string {
  return navigator.languages.find((tag) => tag.split("-")[0] === current) ?? current;
}

export function setLanguage(next: Language) {
  current = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Storage is switched off: it holds for this page.
  }
  show();
  listeners.forEach((listener) => {
    listener();
  });
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, language);
}

export function useLocale(): string {
  useLanguage();
  return locale();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function show() {
  document.documentElement.lang = current;
}

function chosen(): Language | undefined {
  try {
    const stored = localStorage.getItem(KEY);
    return stored !== null && isLanguage(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

function preferred(): Language {
  return (
    navigator.languages
      .map((tag) => tag.split("-")[0] ?? "")
      .find((tag): tag is Language => isLanguage(tag)) ?? "en"
  );
}

function isLanguage(tag: string): tag is Language {
  return tag in LANGUAGES;
}
