import { Button, Modal } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useManages } from "@/auth/managers-only";
import { useWords } from "@/i18n/catalogue";
import { OfUsual } from "@/receptionist/of-usual";
import { InfiniteList } from "@/ui/infinite-list";
import { PageHeader } from "@/ui/page-header";
import { EmptyState } from "@/ui/states";
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
  return <OfUsual title={words.name} page={(id) => <OfReceptionist id={id} />} />;
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
