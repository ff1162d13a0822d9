import { Card, Group, Text } from "@mantine/core";
import { IconMessageQuestion } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useWords } from "@/i18n/catalogue";
import { SoftLink } from "@/ui/soft-link";
import { knowledgeQueries } from "./queries";
import { knowledgeWords } from "./words";

/** How many questions callers asked in vain, and the way to answer them; nothing if there are none. */
export function UnansweredCount() {
  const words = useWords(knowledgeWords);
  const waiting = useQuery(knowledgeQueries.unanswered()).data?.length ?? 0;
  if (waiting === 0) {
    return null;
  }
  return (
    <Card>
      <Group gap="sm" wrap="nowrap">
        <IconMessageQuestion size={20} stroke={1.5} aria-hidden />
        <Text>{words.askedInVain(waiting)}</Text>
        <SoftLink to="/receptionist/knowledge">{words.answerThem}</SoftLink>
      </Group>
    </Card>
  );
}
