import { Button, CloseButton, Group, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback, useHotkeys } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useRef, useState, type RefObject } from "react";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import { InfiniteList } from "@/ui/infinite-list";
import { CallMe } from "@/practice/call-me";
import { PageHeader } from "@/ui/page-header";
import { EmptyState } from "@/ui/states";
import { CallRow } from "./call-row";
import classes from "./calls.module.css";
import { callQueries, OUTCOMES, type CallFilter } from "./queries";
import { callWords } from "./words";

/** All calls. `filter` is what the address says; `onFilter` changes the address. */
export function CallsPage(props: { filter: CallFilter; onFilter: (filter: CallFilter) => void }) {
  const { filter, onFilter } = props;
  const words = useWords(callWords);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useListKeys(search, list);
  const isFiltered = filter.q !== undefined || filter.outcome !== undefined;

  return (
    <>
      <PageHeader title={words.title} name={words.name} />
      <Group gap="sm" mb="md" className={classes.filters}>
        <SearchField
          key={filter.q === undefined ? "empty" : "asked"}
          field={search}
          value={filter.q ?? ""}
          onChange={(q) => {
            onFilter({ ...filter, q: q === "" ? undefined : q });
          }}
        />
        <Select
          aria-label={words.whatHappened}
          placeholder={words.allOutcomes}
          clearable
          value={filter.outcome ?? null}
          data={OUTCOMES.map((value) => ({ value, label: words[value] }))}
          onChange={(outcome) => {
            onFilter({ ...filter, outcome: OUTCOMES.find((known) => known === outcome) });
          }}
        />
      </Group>
      <div ref={list}>
        <InfiniteList
          query={useInfiniteQuery(callQueries.list(filter))}
          rowHeight={84}
          empty={
            isFiltered ? (
              <EmptyState
                title={words.noneFound}
                action={
                  <Button
                    variant="default"
                    onClick={() => {
                      onFilter({});
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
                  <CallRow call={call} />
                </li>
              ))}
            </ul>
          )}
        </InfiniteList>
      </div>
    </>
  );
}

function NoCallsYet() {
  const words = useWords(callWords);
  const { data: numbers } = useQuery({
    queryKey: ["numbers", "first"],
    queryFn: ({ signal }) =>
      body(api.GET("/api/v1/phone-numbers", { params: { query: { limit: 1 } }, signal })),
  });
  const number = numbers?.data[0]?.number;
  return (
    <EmptyState title={words.noneYet} action={<CallMe />}>
      {words.noneYetText(number === undefined ? words.yourNumber : phone(number))}
    </EmptyState>
  );
}

/** The address follows what is typed after a moment. */
function SearchField(props: {
  field: RefObject<HTMLInputElement | null>;
  value: string;
  onChange: (q: string) => void;
}) {
  const { field, value, onChange } = props;
  const words = useWords(callWords);
  const [typed, setTyped] = useState(value);
  const tell = useDebouncedCallback((q: string) => {
    onChange(q.trim());
  }, 250);
  return (
    <TextInput
      ref={field}
      type="search"
      className={classes.search}
      aria-label={words.search}
      placeholder={words.searchHint}
      maxLength={200}
      value={typed}
      leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
      rightSection={
        typed !== "" && (
          <CloseButton
            size="sm"
            aria-label={words.clearSearch}
            onClick={() => {
              setTyped("");
              tell("");
            }}
          />
        )
      }
      onChange={({ currentTarget: { value: now } }) => {
        setTyped(now);
        tell(now);
      }}
    />
  );
}

/** `/` goes to the search, `j` and `k` through the list. */
function useListKeys(
  search: RefObject<HTMLInputElement | null>,
  list: RefObject<HTMLDivElement | null>,
) {
  const step = (by: number) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-call-row]") ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    rows[at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus();
  };
  useHotkeys([
    ["/", () => search.current?.focus()],
    [
      "j",
      () => {
        step(1);
      },
    ],
    [
      "k",
      () => {
        step(-1);
      },
    ],
  ]);
}
