import { Group, Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./section.module.css";

export function Section(props: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <Stack component="section" gap="xs" aria-label={props.title}>
      <Group justify="space-between">
        <Title order={2} className={classes.title}>
          {props.title}
        </Title>
        {props.aside}
      </Group>
      {props.children}
    </Stack>
  );
}
