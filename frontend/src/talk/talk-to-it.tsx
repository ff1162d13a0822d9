import { Card, Skeleton, Stack, Text, Title } from "@mantine/core";
import { lazy, Suspense, useId } from "react";
import { late } from "@/api/late";
import { useManages } from "@/auth/managers-only";
import { useWords } from "@/i18n/catalogue";
import { talkWords } from "./words";

const TalkPanel = lazy(() => late(() => import("./talk-panel")));

/** A call to the receptionist from this browser; nothing for those who may not change it. The telephone itself comes late. */
export function TalkToIt(props: {
  receptionist: string;
  language: string;
  /** Whether callers hear another version than the one that is edited. */
  hasDraft?: boolean;
  onOver?: () => void;
}) {
  const words = useWords(talkWords);
  const heading = useId();
  if (!useManages()) {
    return null;
  }
  return (
    <Card component="section" aria-labelledby={heading} p="lg">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h3" id={heading}>
            {words.title}
          </Title>
          <Text c="dimmed">{words.about}</Text>
        </div>
        <Suspense fallback={<Skeleton height={36} width={120} />}>
          <TalkPanel {...props} />
        </Suspense>
      </Stack>
    </Card>
  );
}
