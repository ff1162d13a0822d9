import { Card, Group, Stack, Text, UnstyledButton } from "@mantine/core";
import { IconCircleCheckFilled, IconCircleDashed } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
import classes from "./checklist.module.css";
import { setupQueries } from "./queries";
import { setupWords } from "./words";

/** What a new business has not done yet; gone when all is done. */
export function Checklist() {
  const words = useWords(setupWords);
  const { data: steps } = useQuery(setupQueries.steps());
  if (steps === undefined || steps.every((step) => step.state === "done")) {
    return null;
  }
  const left = steps.filter((step) => step.state !== "done").length;
  return (
    <Card component="section" aria-label={words.checklist(left)}>
      <Stack gap="xs">
        <Text fw={550}>{words.checklist(left)}</Text>
        {steps.map(({ key, state }) => (
          <Group key={key} gap="xs" wrap="nowrap">
            {state === "done" ? (
              <IconCircleCheckFilled size={20} className={classes.done} aria-label={words.done} />
            ) : (
              <IconCircleDashed size={20} stroke={1.5} className={classes.open} aria-hidden />
            )}
            {state === "done" ? (
              <Text c="dimmed">{words[key]}</Text>
            ) : (
              <UnstyledButton
                className={classes.step}
                renderRoot={(props) => <Link to="/welcome" search={{ step: key }} {...props} />}
              >
                {words[key]}
              </UnstyledButton>
            )}
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
