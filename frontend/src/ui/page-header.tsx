import { Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** The question's answer in words, and what can be done about it. `name` is the tab's title if the words are long. */
export function PageHeader(props: {
  title: string;
  name?: string;
  about?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <Group component="header" justify="space-between" align="flex-start" gap="sm" mb="lg">
      <title>{`${props.name ?? props.title} · Frontdesk`}</title>
      <Stack gap={4}>
        <Title order={1}>{props.title}</Title>
        {props.about !== undefined && (
          <Text c="dimmed" maw="72ch">
            {props.about}
          </Text>
        )}
      </Stack>
      {props.actions !== undefined && <Group gap="xs">{props.actions}</Group>}
    </Group>
  );
}
