import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { useWords } from "@/i18n/catalogue";
import { numberQueries } from "@/numbers/queries";
import { CallMe } from "@/practice/call-me";
import { phone } from "@/ui/format";
import { narrowed } from "@/ui/days";
import { InfiniteList } from "@/ui/infinite-list";
import { PageHeader } from "@/ui/page-header";
import { EmptyState } from "@/ui/states";
import { CallFilters } from "./call-filters";
import { CallRow } from "./call-row";
import classes from "./calls.module.css";
import type { CallFilter } from "./filter";
import { useCallKeys, useCalls } from "./use-calls";
import { callWords } from "./words";

/** The calls that the address asks for, and what narrows them down. */
export default function CallList(props: { filter: CallFilter; chosen: string | undefined }) {
  const { filter, chosen } = props;
  const words = useWords(callWords);
  const navigate = useNavigate();
  const search = useRef<HTMLInputElement>(null);
  const query = useCalls(filter);
  useCallKeys(query.data, chosen, () => search.current?.focus());
  const show = (next: CallFilter) => {
    void navigate({ to: ".", search: next, replace: true, resetScroll: false });
  };

  return (
    <>
      <PageHeader title={words.title} name={words.name} />
      <CallFilters
        filter={filter}
        ref={search}
        change={(change) => {
          show(narrowed({ ...filter, ...change }));
        }}
      />
      <InfiniteList
        query={query}
        rowHeight={84}
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
            <NoCallsYet />
          )
        }
      >
        {(calls) => (
          <ul className={classes.list} aria-label={words.listed(calls.length)}>
            {calls.map((call) => (
              <li key={call.id}>
                <CallRow call={call} current={call.id === chosen} />
              </li>
            ))}
          </ul>
        )}
      </InfiniteList>
    </>
  );
}

function NoCallsYet() {
  const words = useWords(callWords);
  const { data: number } = useQuery(numberQueries.first());
  return (
    <EmptyState title={words.noneYet} action={<CallMe />}>
      {words.noneYetText(number == null ? words.yourNumber : phone(number))}
    </EmptyState>
  );
}
