import { Text } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import { CallMe } from "@/practice/call-me";
import { EmptyState } from "@/ui/states";
import type { LeadFilter } from "./queries";
import { leadWords } from "./words";

export function EmptyLeads({ filter }: { filter: LeadFilter }) {
  const words = useWords(leadWords);
  if (filter.q !== undefined) {
    return <Text c="dimmed">{words.notFound(filter.q)}</Text>;
  }
  return filter.status === undefined || filter.status === "new" ? (
    <EmptyState title={words.empty} action={<CallMe size="sm" />}>
      {words.emptyText}
    </EmptyState>
  ) : (
    <EmptyState title={words.emptyStatus}>{words.emptyStatusText}</EmptyState>
  );
}
