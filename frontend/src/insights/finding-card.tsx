import { Button, Card, Group, Text, Title } from "@mantine/core";
import { useId, useState, type ReactNode } from "react";
import { useWords } from "@/i18n/catalogue";
import { insightWords } from "./words";

/** A chart under the sentence that it shows, or the same as a table. */
export function FindingCard(props: {
  name: string;
  sentence: string;
  chart: ReactNode;
  table: ReactNode;
}) {
  const words = useWords(insightWords);
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} p="lg">
      <Group justify="space-between" align="flex-start" gap="sm" mb="md">
        <div>
          <Text size="xs" c="dimmed" id={id}>
            {props.name}
          </Text>
          <Title order={2} size="h3">
            {props.sentence}
          </Title>
        </div>
        <Button variant="subtle" size="compact-sm" mx={-8} onClick={() => setAsTable(!asTable)}>
          {asTable ? words.asChart : words.asTable}
        </Button>
      </Group>
      {asTable ? props.table : props.chart}
    </Card>
  );
}
