import { Box, Button, Card } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ManagersOnly } from "@/auth/managers-only";
import { useWords } from "@/i18n/catalogue";
import { isoDate } from "@/ui/format";
import { InfiniteList } from "@/ui/infinite-list";
import { PageHeader } from "@/ui/page-header";
import { EmptyState } from "@/ui/states";
import { useNow } from "@/ui/when";
import { useZone } from "@/ui/zone";
import { narrowed } from "@/ui/days";
import { question, type HistoryFilter } from "./filter";
import { HistoryFilters } from "./history-filters";
import classes from "./history.module.css";
import { HistoryLine } from "./line";
import { historyQueries } from "./queries";
import { historyWords } from "./words";

/** Who changed what, when, and from where. `filter` is what the address says. */
export function HistoryPage({ filter }: { filter: HistoryFilter }) {
  const words = useWords(historyWords);
  return (
    <ManagersOnly name={words.name}>
      <History filter={filter} />
    </ManagersOnly>
  );
}

function History({ filter }: { filter: HistoryFilter }) {
  const words = useWords(historyWords);
  const navigate = useNavigate();
  const zone = useZone();
  const query = useInfiniteQuery(
    historyQueries.list(question(filter, isoDate(useNow(), zone), zone)),
  );
  const show = (next: HistoryFilter) => {
    void navigate({ to: ".", search: next, replace: true, resetScroll: false });
  };
  return (
    <>
      <PageHeader title={words.title} name={words.name} about={words.about} />
      <Box maw={720}>
        <HistoryFilters
          filter={filter}
          change={(change) => {
            show(narrowed({ ...filter, ...change }));
          }}
        />
        <InfiniteList
          query={query}
          rowHeight={68}
          empty={
            Object.keys(filter).length > 0 ? (
              <EmptyState
                title={words.noneFound}
                action={
                  <Button
                    variant="default"
                    onClick={() => {
                      show({});
                    }}
                  >
                    {words.clear}
                  </Button>
                }
              >
                {words.noneFoundText}
              </EmptyState>
            ) : (
              <EmptyState title={words.none}>{words.noneText}</EmptyState>
            )
          }
        >
          {(lines) => (
            <Card component="ul" p={0} className={classes.list} aria-label={words.name}>
              {lines.map((line) => (
                <HistoryLine key={line.id} line={line} />
              ))}
            </Card>
          )}
        </InfiniteList>
      </Box>
    </>
  );
}
