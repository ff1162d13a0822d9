import { Card, Group, Title, UnstyledButton } from "@mantine/core";
import { IconCircleCheckFilled } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/catalogue";
import classes from "./step-card.module.css";
import { setupWords } from "./words";

/** One step, folded to its title unless it is its turn. */
export function StepCard(props: {
  number: number;
  title: string;
  done: boolean;
  open: boolean;
  show: () => void;
  children: ReactNode;
}) {
  const words = useWords(setupWords);
  return (
    <Card component="section" aria-label={props.title} p="lg">
      <Title order={2} size="h3">
        <UnstyledButton
          className={classes.title}
          aria-expanded={props.open}
          onClick={props.show}
          disabled={props.open}
        >
          <Group gap="sm" wrap="nowrap">
            {props.done ? (
              <IconCircleCheckFilled size={24} className={classes.done} aria-label={words.done} />
            ) : (
              <span className={classes.number} aria-hidden>
                {props.number}
              </span>
            )}
            {props.title}
          </Group>
        </UnstyledButton>
      </Title>
      {props.open && <div className={classes.content}>{props.children}</div>}
    </Card>
  );
}
