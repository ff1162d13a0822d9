import { Badge, Card, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import { PageHeader } from "@/ui/page-header";
import { EmptyState, ErrorState, SkeletonList } from "@/ui/states";
import { When } from "@/ui/when";
import { CallMe } from "./call-me";
import { practiceQueries } from "./queries";
import { practiceWords } from "./words";

/** What would have been sent to customers, if practice were not practice. */
export function PracticePage() {
  const words = useWords(practiceWords);
  const { data: outbox, error, refetch } = useQuery(practiceQueries.outbox());
  if (outbox === undefined) {
    return error === null ? (
      <SkeletonList rows={3} rowHeight={96} />
    ) : (
      <ErrorState error={error} retry={() => void refetch()} />
    );
  }
  const sent: Sent[] = [
    ...outbox.texts.map((text) => ({ ...text, kind: words.text, subject: "" })),
    ...outbox.mails.map(({ text, ...mail }) => ({ ...mail, kind: words.mail, body: text })),
  ].sort((a, b) => b.created_at.localeCompare(a.created_at));
  return (
    <>
      <PageHeader
        title={words.outboxTitle(sent.length)}
        name={words.outboxName}
        about={words.outboxAbout}
      />
      {sent.length === 0 ? (
        <EmptyState title={words.empty} action={<CallMe size="sm" />}>
          {words.emptyText}
        </EmptyState>
      ) : (
        <Stack maw={640}>
          {sent.map((one) => (
            <SentCard key={one.id} {...one} />
          ))}
        </Stack>
      )}
    </>
  );
}

interface Sent {
  id: string;
  kind: string;
  to: string;
  subject: string;
  body: string;
  created_at: string;
}

function SentCard(sent: Sent) {
  const words = useWords(practiceWords);
  return (
    <Card component="article">
      <Group justify="space-between" gap="xs" mb="xs">
        <Group gap="xs">
          <Badge variant="light" tt="none" fw={550}>
            {sent.kind}
          </Badge>
          <Text fw={550} dir="ltr">
            {words.to} {phone(sent.to)}
          </Text>
        </Group>
        <Text size="sm" c="dimmed">
          <When at={sent.created_at} />
        </Text>
      </Group>
      {sent.subject !== "" && <Text fw={550}>{sent.subject}</Text>}
      <Text dir="auto" style={{ whiteSpace: "pre-wrap" }}>
        {sent.body}
      </Text>
    </Card>
  );
}
