import type { authWords } from "./words";

const SHORTEST = 10;

/** What can be said of a password before the service sees it: it knows whether it is easy to guess. */
export function passwordRule(words: Pick<(typeof authWords)["en"], "passwordShort">) {
  return (password: string) => (password.length < SHORTEST ? words.passwordShort : null);
}
