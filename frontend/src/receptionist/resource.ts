import { useQueryClient } from "@tanstack/react-query";
import { api, bodyAndTag } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import type { Resource } from "@/ui/versioned";
import { patienceOf, type Patience } from "./listening";
import { receptionistQueries, type Receptionist } from "./queries";
import { receptionistWords } from "./words";

/** The draft: how it is read and written, and its fields in words. */
export function useDraft(id: string): Resource<Receptionist> {
  const client = useQueryClient();
  const words = useWords(receptionistWords);
  return {
    read: () => client.query({ ...receptionistQueries.edited(id), staleTime: 0 }),
    write: async (patch, tag) => {
      const saved = await bodyAndTag(
        api.PATCH("/api/v1/receptionists/{id}", {
          params: { path: { id }, header: { "If-Match": tag } },
          body: patch,
        }),
      );
      client.setQueryData(receptionistQueries.edited(id).queryKey, saved);
      return saved;
    },
    show: (field, value) => {
      switch (field) {
        case "intake":
          return {
            name: words.intake,
            text: (value as Receptionist["intake"])
              .map(
                ({ question, required }) => `${question}${required ? ` (${words.mustAsk})` : ""}`,
              )
              .join("\n"),
          };
        case "languages":
          return { name: words.languages, text: (value as string[]).join(", ") };
        case "greeting_interruptible":
          return { name: words.interruptible, text: value === true ? words.yes : words.no };
        case "listening":
          return {
            name: words.patience,
            text: listeningText(value as Receptionist["listening"], words),
          };
        default: {
          const names: Partial<Record<keyof Receptionist, string>> = {
            name: words.persona,
            greeting: words.greeting,
            disclosure: words.disclosure,
            greeting_voice: words.greetingVoice,
            instructions: words.instructions,
            after_hours: words.afterHours,
            voice: words.voiceName,
            model: words.model,
            speed: words.speed,
          };
          return { name: names[field] ?? field, text: text(value) ?? words.empty };
        }
      }
    },
  };
}

function text(value: Receptionist[keyof Receptionist]): string | undefined {
  return typeof value === "object" && value !== null
    ? JSON.stringify(value)
    : (value?.toString() ?? undefined);
}

/** How it listens, in words, and the numbers in which two versions may differ. */
function listeningText(listening: Receptionist["listening"], words: Record<Patience, string>) {
  const numbers = Object.entries(listening)
    .filter(([, value]) => typeof value === "number")
    .map(([, value]) => value);
  return `${words[patienceOf(listening)]} (${numbers.join(", ")})`;
}
