import { useLanguage, type Language } from "./language";

type Message = string | ((...args: never[]) => string);
type Messages = Record<string, Message>;

/** The same keys, each a text or a function of the same arguments. */
type Translation<M extends Messages> = {
  [Key in keyof M]: M[Key] extends (...args: infer Args) => string
    ? (...args: Args) => string
    : string;
};

export type Catalogue<M extends Messages> = Record<Language, Translation<M>>;

/** A feature's words in every language. A key that one of them misses, or has too many, is a type error. */
export function catalogue<const M extends Messages>(words: {
  en: M;
  es: NoInfer<Translation<M>>;
  de: NoInfer<Translation<M>>;
}): Catalogue<M> {
  return words as unknown as Catalogue<M>;
}

/** The words in the reader's language. */
export function useWords<M extends Messages>(words: Catalogue<M>): Translation<M> {
  return words[useLanguage()];
}
