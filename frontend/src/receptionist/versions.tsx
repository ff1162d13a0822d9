import { Badge, Button, Card, Group, Text, Title } from "@mantine/core";
import { lazy, Suspense, useId, useState } from "react";
import type { Schema } from "@/api/client";
import { late } from "@/api/late";
import { useWords } from "@/i18n/catalogue";
import { useConfirm } from "@/ui/confirm";
import type { Versioned } from "@/ui/versioned";
import { When } from "@/ui/when";
import { letterWords } from "./letter-words";
import classes from "./offer-list.module.css";
import type { Receptionist } from "./queries";
import { useRestore } from "./restore";
import { receptionistWords } from "./words";

const Comparison = lazy(() => late(() => import("./comparison")));

/** What was published before, to go back to. */
export function Versions(props: {
  id: string;
  versions: Schema<"ReceptionistVersion">[];
  /** The draft was replaced. */
  onRestored: (draft: Versioned<Receptionist>) => void;
}) {
  const words = useWords(receptionistWords);
  const confirm = useConfirm();
  const heading = useId();
  const restore = useRestore(props.id, props.onRestored);
  const ask = async (version: Schema<"ReceptionistVersion">) => {
    const yes = await confirm({
      title: words.restoreTitle(version.number),
      body: words.restoreText,
      action: words.restore,
    });
    if (yes) {
      restore.mutate(version);
    }
  };
  return (
    <Card component="section" aria-labelledby={heading} p="lg">
      <Title order={2} size="h3" id={heading}>
        {words.versions}
      </Title>
      <ul className={classes.list}>
        {props.versions.map((version, i) => (
          <li key={version.id} className={classes.entry}>
            <div className={classes.item}>
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
                  <Button variant="subtle" size="compact-sm" onClick={() => void ask(version)}>
                    {words.restore}
                  </Button>
                </Group>
              )}
            </div>
            {version.number > 1 && <WhatChanged id={props.id} number={version.number} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What is different in a version from the one before it. */
function WhatChanged({ id, number }: { id: string; number: number }) {
  const letter = useWords(letterWords);
  const [shown, setShown] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={shown}
        onClick={() => setShown(!shown)}
      >
        {shown ? letter.hideChanged(number) : letter.whatChanged(number)}
      </Button>
      {shown && (
        <Suspense>
          <Comparison
            id={id}
            before={String(number - 1)}
            after={String(number)}
            label={letter.whatChanged(number)}
          />
        </Suspense>
      )}
    </>
  );
}
