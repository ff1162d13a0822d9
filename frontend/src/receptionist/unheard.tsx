import { Card, Stack, Text, Title } from "@mantine/core";
import { lazy, Suspense, useId } from "react";
import { late } from "@/api/late";
import { useWords } from "@/i18n/catalogue";
import { SkeletonList } from "@/ui/states";
import { letterWords } from "./letter-words";

const Comparison = lazy(() => late(() => import("./comparison")));

/** What was changed and callers do not hear yet, beside what they hear. */
export function Unheard({ id }: { id: string }) {
  const letter = useWords(letterWords);
  const heading = useId();
  return (
    <Card component="section" aria-labelledby={heading} p="lg">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h3" id={heading}>
            {letter.unheard}
          </Title>
          <Text c="dimmed">{letter.unheardAbout}</Text>
        </div>
        <Suspense fallback={<SkeletonList rows={1} rowHeight={80} />}>
          <Comparison id={id} before="published" after="draft" label={letter.unheard} toPublish />
        </Suspense>
      </Stack>
    </Card>
  );
}
