import { Badge, Button, Card, Group, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { api, bodyAndTag, type Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useConfirm } from "@/ui/confirm";
import { useToast } from "@/ui/toast";
import type { Versioned } from "@/ui/versioned";
import { When } from "@/ui/when";
import classes from "./offer-list.module.css";
import { receptionistQueries, type Receptionist } from "./queries";
import { receptionistWords } from "./words";

/** What was published before, to go back to. */
export function Versions(props: {
  id: string;
  versions: Schema<"ReceptionistVersion">[];
  /** The draft was replaced. */
  onRestored: (draft: Versioned<Receptionist>) => void;
}) {
  const words = useWords(receptionistWords);
  const client = useQueryClient();
  const confirm = useConfirm();
  const toast = useToast();
  const heading = useId();
  const restore = useMutation({
    mutationFn: (number: number) =>
      bodyAndTag(
        api.POST("/api/v1/receptionists/{id}/versions/{number}/restore", {
          params: { path: { id: props.id, number } },
        }),
      ),
    onSuccess: (draft, number) => {
      client.setQueryData(receptionistQueries.edited(props.id).queryKey, draft);
      toast.done(words.restored(number));
      props.onRestored(draft);
    },
    onError: toast.failed,
  });
  const ask = async (number: number) => {
    const yes = await confirm({
      title: words.restoreTitle(number),
      body: words.restoreText,
      action: words.restore,
    });
    if (yes) {
      restore.mutate(number);
    }
  };
  return (
    <Card component="section" aria-labelledby={heading} p="lg">
      <Title order={2} size="h3" id={heading}>
        {words.versions}
      </Title>
      <ul className={classes.list}>
        {props.versions.map((version, i) => (
          <li key={version.id} className={classes.item}>
            <div className={classes.text}>
              <Text fw={550}>{words.version(version.number)}</Text>
              <Text size="sm" c="dimmed">
                <When at={version.published_at} />
              </Text>
            </div>
            {i === 0 ? (
              <Badge variant="light" tt="none" fw={550}>
                {words.current}
              </Badge>
            ) : (
              <Group>
                <Button variant="subtle" size="compact-sm" onClick={() => void ask(version.number)}>
                  {words.restore}
                </Button>
              </Group>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
