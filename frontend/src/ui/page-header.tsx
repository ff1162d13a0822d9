import { Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./page-header.module.css";

/** The question's answer in words, and what can be done about it. `name` is the tab's title if the words are long. */
export function PageHeader(props: {
  title: string;
  name?: string;
  /** 2: keeps the room of two lines on a phone, for words that are not known at once. */
  titleLines?: 2;
  about?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <Group component="header" justify="space-between" align="flex-start" gap="sm" mb="lg">
      <title>{`${props.name ?? props.title} · Frontdesk`}</title>
      <Stack gap={4} maw="72ch">
        <Title order={1} className={props.titleLines === 2 ? classes.two : undefined}>
          {props.title}
        </Title>
        {props.about !== undefined && <Text c="dimmed">{props.about}</Text>}
      </Stack>
      {props.actions !== undefined && <Group gap="xs">{props.actions}</Group>}
    </Group>
  );
}
