import { useQueryClient } from "@tanstack/react-query";
import { api, bodyAndTag } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import type { Resource } from "@/ui/versioned";
import { engineWords } from "./engine-words";
import { letterWords } from "./letter-words";
import { patienceOf, type Patience } from "./listening";
import { menuWords } from "./menu-words";
import { receptionistQueries, type Receptionist } from "./queries";
import { receptionistWords } from "./words";

/** The draft: how it is read and written, and its fields in words. */
export function useDraft(id: string): Resource<Receptionist> {
  const client = useQueryClient();
  const words = useWords(receptionistWords);
  const engines = useWords(engineWords);
  const letter = useWords(letterWords);
  const menu = useWords(menuWords);
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
      void client.invalidateQueries({ queryKey: receptionistQueries.made(id) });
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
        case "transfer_targets":
          return {
            name: words.people,
            text: (value as Receptionist["transfer_targets"])
              .map(
                ({ name, number, expertise }) =>
                  `${name} (${number})${expertise == null ? "" : `: ${expertise}`}`,
              )
              .join("\n"),
          };
        case "languages":
          return { name: words.languages, text: (value as string[]).join(", ") };
        case "engine":
          return { name: engines.engine, text: engines[value as Receptionist["engine"]] };
        case "manner": {
          const { tone, pace } = value as Receptionist["manner"];
          return { name: words.tone, text: `${words[`tone_${tone}`]}, ${words[`pace_${pace}`]}` };
        }
        case "greetings": {
          const { closed, holiday } = value as Receptionist["greetings"];
          const texts = [closed, holiday].filter((one) => one != null);
          return { name: words.closedGreeting, text: texts.join("\n") || words.empty };
        }
        case "limits":
          return { name: words.limits, text: limitsText(value as Receptionist["limits"]) };
        case "escalation":
          return {
            name: letter.serious,
            text: escalationText(value as Receptionist["escalation"]),
          };
        case "menu":
          return {
            name: menu.title,
            text: (value as Receptionist["menu"])
              .map(({ key, text }) => menu.press(text, key))
              .join("\n"),
          };
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
            jurisdiction: words.jurisdiction,
            greeting_voice: words.greetingVoice,
            instructions: words.instructions,
            after_hours: words.afterHours,
            chat_model: engines.chatModel,
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

function limitsText({ minutes, spend }: Receptionist["limits"]): string {
  return spend == null
    ? `${minutes}`
    : `${minutes}, ${spend.amount_micros / 1e6} ${spend.currency}`;
}

function escalationText(of: Receptionist["escalation"]): string {
  const { emergency, anger, rules } = of;
  return [
    ...[emergency, ...rules].map(({ words, text, target }) =>
      [words.join(", "), text, target].filter((one) => one != null && one !== "").join(": "),
    ),
    of.medical_text,
    of.self_harm_text,
    [anger.after, anger.target].filter((one) => one != null).join(": "),
  ]
    .filter((line) => line != null && line !== "")
    .join("\n");
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
