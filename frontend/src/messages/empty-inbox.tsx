import { Button, Text } from "@mantine/core";
import { Link, useRouter } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
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
    <EmptyState title={words.emptyOpen} action={<PlacePracticeCall label={words.practice} />}>
      <Text>{words.emptyOpenText}</Text>
      <Text fs="italic" mt="xs">
        {words.example}
      </Text>
    </EmptyState>
  );
}

/** Where practice exists. */
export function PlacePracticeCall({ label }: { label: string }) {
  const router = useRouter();
  return (
    "/practice" in router.routesByPath && (
      <Button component={Link} to={"/practice"} variant="default">
        {label}
      </Button>
    )
  );
}
