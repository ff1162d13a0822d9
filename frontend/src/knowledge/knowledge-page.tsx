import { Button, Modal, Stack } from "@mantine/core";
import { IconFileText, IconPlus } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useManages } from "@/auth/managers-only";
import { useWords } from "@/i18n/catalogue";
import { OfUsual } from "@/receptionist/of-usual";
import { InfiniteList } from "@/ui/infinite-list";
import { PageHeader } from "@/ui/page-header";
import { EmptyState } from "@/ui/states";
import { uiWords } from "@/ui/words";
import { EntryForm } from "./entry-form";
import { EntryRow } from "./entry-row";
import classes from "./knowledge.module.css";
import { knowledgeQueries, type Entry } from "./queries";
import { UnansweredList } from "./unanswered-list";
import { knowledgeWords } from "./words";

/** What the receptionist knows, and what callers asked in vain. */
export function KnowledgePage() {
  const words = useWords(knowledgeWords);
  return <OfUsual title={words.name} page={(id) => <OfReceptionist id={id} />} />;
}

type Opened = { entry: Entry } | { kind: Entry["kind"] };

function OfReceptionist({ id }: { id: string }) {
  const words = useWords(knowledgeWords);
  const common = useWords(uiWords);
  const queries = useQueryClient();
  const manages = useManages();
  const entries = useInfiniteQuery(knowledgeQueries.entries(id));
  const unanswered = useQuery(knowledgeQueries.unanswered());
  const [opened, setOpened] = useState<Opened>();
  const waiting = unanswered.data?.length ?? 0;
  const close = () => {
    setOpened(undefined);
    void queries.invalidateQueries({ queryKey: knowledgeQueries.all });
  };
  return (
    <>
      <PageHeader
        name={words.name}
        title={waiting > 0 ? words.waiting(waiting) : words.title}
        about={words.about}
        actions={
          manages && (
            <>
              <Button
                variant="default"
                leftSection={<IconFileText size={16} stroke={1.5} aria-hidden />}
                onClick={() => setOpened({ kind: "document" })}
              >
                {words.addDocument}
              </Button>
              <Button
                leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
                onClick={() => setOpened({ kind: "question" })}
              >
                {words.addQuestion}
              </Button>
            </>
          )
        }
      />
      <Stack gap="lg" maw={720}>
        {waiting > 0 && <UnansweredList questions={unanswered.data ?? []} />}
        <InfiniteList
          query={entries}
          rowHeight={84}
          empty={<EmptyState title={words.empty}>{words.emptyText}</EmptyState>}
        >
          {(rows) => (
            <ul className={classes.list} aria-label={words.name}>
              {rows.map((entry) => (
                <EntryRow
                  key={entry.id}
                  entry={entry}
                  edit={manages ? () => setOpened({ entry }) : undefined}
                />
              ))}
            </ul>
          )}
        </InfiniteList>
      </Stack>
      <Modal
        opened={opened !== undefined}
        onClose={() => setOpened(undefined)}
        size="lg"
        title={
          opened === undefined
            ? null
            : "entry" in opened
              ? words.edit
              : opened.kind === "question"
                ? words.addQuestion
                : words.addDocument
        }
        closeButtonProps={{ "aria-label": common.close }}
      >
        {opened !== undefined && (
          <EntryForm
            receptionist={id}
            entry={"entry" in opened ? opened.entry : undefined}
            kind={"entry" in opened ? opened.entry.kind : opened.kind}
            close={close}
          />
        )}
      </Modal>
    </>
  );
}
