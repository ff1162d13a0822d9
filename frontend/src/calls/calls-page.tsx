import { Button } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Outlet, useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { useWords } from "@/i18n/catalogue";
import { numberQueries } from "@/numbers/queries";
import { CallMe } from "@/practice/call-me";
import { isoDate, phone } from "@/ui/format";
import { InfiniteList } from "@/ui/infinite-list";
import { ListAndDetail } from "@/ui/list-and-detail";
import { useListKeys } from "@/ui/list-keys";
import { PageHeader } from "@/ui/page-header";
import { EmptyState } from "@/ui/states";
import { useNow } from "@/ui/when";
import { useWide } from "@/ui/wide";
import { useZone } from "@/ui/zone";
import { CallFilters } from "./call-filters";
import { CallRow } from "./call-row";
import classes from "./calls.module.css";
import { narrowed, question, type CallFilter } from "./filter";
import { callQueries, type Call } from "./queries";
import { callWords } from "./words";

/** All calls, and beside them the one that is chosen. `filter` is what the address says. */
export function CallsPage({ filter, chosen }: { filter: CallFilter; chosen: string | undefined }) {
  const words = useWords(callWords);
  const navigate = useNavigate();
  const wide = useWide();
  const zone = useZone();
  const search = useRef<HTMLInputElement>(null);
  const query = useInfiniteQuery(callQueries.list(question(filter, isoDate(useNow(), zone), zone)));
  const choose = (call: Call) => {
    void navigate({
      to: "/calls/$callId",
      params: { callId: call.id },
      search: true,
      replace: chosen !== undefined,
      resetScroll: !wide,
    });
  };
  useListKeys({
    rows: query.data ?? [],
    chosen,
    choose,
    search: () => search.current?.focus(),
  });
  const show = (next: CallFilter) => {
    void navigate({ to: ".", search: next, replace: true, resetScroll: false });
  };

  const list = (
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
  if (chosen === undefined && query.data?.length === 0) {
    return list;
  }
  return <ListAndDetail list={list} detail={<Outlet />} open={chosen !== undefined} slim />;
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
