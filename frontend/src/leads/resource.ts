import { useQueryClient } from "@tanstack/react-query";
import { api, bodyAndTag } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import type { Resource, Versioned } from "@/ui/versioned";
import { question } from "./intake";
import { leadQueries, type Lead, type LeadStatus } from "./queries";
import { leadWords } from "./words";

/** What of a lead people change. */
export interface LeadDetails {
  name: string | null;
  phone: string;
  email: string | null;
  intent: string | null;
  status: LeadStatus;
  /** By question; an empty one is not known any more. */
  fields: Record<string, { value: string }>;
}

export function detailsOf(lead: Lead): LeadDetails {
  const { name = null, phone, email = null, intent = null, status } = lead;
  const fields = Object.entries(lead.fields).map(([key, { value }]) => [key, { value }] as const);
  return { name, phone, email, intent, status, fields: Object.fromEntries(fields) };
}

/** Leads: how one is read and written, and its fields in words. */
export function useLeadResource(): (id: string) => Resource<LeadDetails> {
  const client = useQueryClient();
  const words = useWords(leadWords);
  const details = ({ value, tag }: Versioned<Lead>) => ({ value: detailsOf(value), tag });
  return (id) => ({
    read: async () => details(await client.query({ ...leadQueries.one(id), staleTime: 0 })),
    write: async ({ fields, ...patch }, tag) => {
      const saved = await bodyAndTag(
        api.PATCH("/api/v1/leads/{id}", {
          params: { path: { id }, header: { "If-Match": tag } },
          body: { ...patch, ...(fields !== undefined && { fields: withoutEmpty(fields) }) },
        }),
      );
      client.setQueryData(leadQueries.one(id).queryKey, saved);
      await client.invalidateQueries({ queryKey: leadQueries.all });
      return details(saved);
    },
    show: (field, value) => {
      switch (field) {
        case "status":
          return { name: words.status, text: words[value as LeadStatus] };
        case "fields":
          return {
            name: words.details,
            text: Object.entries(value as LeadDetails["fields"])
              .map(([key, answer]) => `${question(key)}: ${answer.value}`)
              .join("\n"),
          };
        default: {
          const names = {
            name: words.fullName,
            phone: words.phone,
            email: words.email,
            intent: words.wants,
          };
          return { name: names[field], text: value as string | null };
        }
      }
    },
  });
}

/** In a merge patch `null` is what takes away. */
function withoutEmpty(fields: LeadDetails["fields"]) {
  return Object.fromEntries(
    Object.entries(fields).map(([key, answer]) => [
      key,
      answer.value === "" ? (null as never) : answer,
    ]),
  );
}
