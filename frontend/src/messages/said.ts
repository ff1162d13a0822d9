import { useWords } from "@/i18n/catalogue";
import type { Message } from "./queries";
import { messageWords } from "./words";

/** What a message says, in words: a voicemail that nobody has written down says where its words are. */
export function useSaid(): (message: Pick<Message, "kind" | "text">) => string {
  const words = useWords(messageWords);
  return ({ kind, text }) => (kind === "voicemail" && text === "" ? words.listen : text);
}
