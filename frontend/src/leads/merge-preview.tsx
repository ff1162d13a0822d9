import { List, Text } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import { question } from "./intake";
import { called } from "./merging";
import type { Lead } from "./queries";
import { leadWords } from "./words";

/** What comes of it when `other` is found to be `lead`. */
export function MergePreview({ lead, other }: { lead: Lead; other: Lead }) {
  const words = useWords(leadWords);
  const added: [string, string][] = [];
  const gap = (name: string, own?: string | null, theirs?: string | null) => {
    if (own == null && theirs != null) {
      added.push([name, theirs]);
    }
  };
  gap(words.fullName, lead.name, other.name);
  gap(words.email, lead.email, other.email);
  gap(words.wants, lead.intent, other.intent);
  for (const [key, answer] of Object.entries(other.fields)) {
    const own = lead.fields[key];
    if (own === undefined || (answer.verified && !own.verified)) {
      added.push([question(key), answer.value]);
    }
  }
  return (
    <>
      <Text>{words.mergePreview(called(other), called(lead))}</Text>
      <List size="sm" aria-label={words.whatComes}>
        <List.Item>{words.theirCallsCome(other.call_ids.length)}</List.Item>
        <List.Item>{words.numberLeads(phone(other.phone))}</List.Item>
        {added.map(([name, value]) => (
          <List.Item key={name}>
            {name}: <span dir="auto">{value}</span>
          </List.Item>
        ))}
      </List>
    </>
  );
}
