import { Button, Modal } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useManages } from "@/auth/managers-only";
import { useWords } from "@/i18n/catalogue";
import { receptionistQueries } from "@/receptionist/queries";
import { InfiniteList } from "@/ui/infinite-list";
import { PageHeader } from "@/ui/page-header";
import { EmptyState, ErrorState, SkeletonList } from "@/ui/states";
import { uiWords } from "@/ui/words";
import { toolQueries, type Tool } from "./queries";
import { ToolForm } from "./tool-form";
import { ToolRow } from "./tool-row";
import classes from "./tools.module.css";
import { TryForm } from "./try-form";
import { toolWords } from "./words";

/** What the receptionist may ask of the business's own systems. */
export function ToolsPage() {
  const words = useWords(toolWords);
  const usual = useQuery(receptionistQueries.usual());
  if (typeof usual.data === "string") {
    return <OfReceptionist id={usual.data} />;
  }
  return (
    <>
      <PageHeader title={words.name} />
      {usual.isError ? (
        <ErrorState error={usual.error} retry={() => void usual.refetch()} />
      ) : (
        <SkeletonList rows={3} rowHeight={84} />
      )}
    </>
  );
}

type Opened = { act: "edit"; tool?: Tool } | { act: "try"; tool: Tool };

function OfReceptionist({ id }: { id: string }) {
  const words = useWords(toolWords);
  const common = useWords(uiWords);
  const queries = useQueryClient();
  const manages = useManages();
  const tools = useInfiniteQuery(toolQueries.list(id));
  const [opened, setOpened] = useState<Opened>();
  const close = () => {
    setOpened(undefined);
    void queries.invalidateQueries({ queryKey: toolQueries.all });
  };
  return (
    <>
      <PageHeader
        name={words.name}
        title={words.title}
        about={words.about}
        actions={
          manages && (
            <Button
              leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
              onClick={() => setOpened({ act: "edit" })}
            >
              {words.add}
            </Button>
          )
        }
      />
      <InfiniteList
        query={tools}
        rowHeight={84}
        empty={<EmptyState title={words.empty}>{words.emptyText}</EmptyState>}
      >
        {(rows) => (
          <ul className={classes.list} aria-label={words.name}>
            {rows.map((tool) => (
              <ToolRow
                key={tool.id}
                tool={tool}
                acts={
                  manages
                    ? {
                        edit: () => setOpened({ act: "edit", tool }),
                        tryIt: () => setOpened({ act: "try", tool }),
                      }
                    : undefined
                }
              />
            ))}
          </ul>
        )}
      </InfiniteList>
      <Modal
        opened={opened !== undefined}
        onClose={() => setOpened(undefined)}
        size="lg"
        title={
          opened?.tool === undefined
            ? words.add
            : opened.act === "try"
              ? words.tryOne(opened.tool.name)
              : words.editOne(opened.tool.name)
        }
        closeButtonProps={{ "aria-label": common.close }}
      >
        {opened?.act === "edit" && <ToolForm receptionist={id} tool={opened.tool} close={close} />}
        {opened?.act === "try" && <TryForm tool={opened.tool} />}
      </Modal>
    </>
  );
}
