import { Text } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import { CallMe } from "@/practice/call-me";
import { EmptyState } from "@/ui/states";
import type { MessageStatus } from "./queries";
import { messageWords } from "./words";

export function EmptyInbox({ status, q }: { status: MessageStatus; q: string | undefined }) {
  const words = useWords(messageWords);
  if (q !== undefined) {
    return <Text c="dimmed">{words.notFound(q)}</Text>;
  }
  return status === "done" ? (
    <EmptyState title={words.emptyDone}>{words.emptyDoneText}</EmptyState>
  ) : (
    <EmptyState title={words.emptyOpen} action={<CallMe size="sm" />}>
      <Text>{words.emptyOpenText}</Text>
      <Text fs="italic" mt="xs">
        {words.example}
      </Text>
    </EmptyState>
  );
}
