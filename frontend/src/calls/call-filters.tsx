import { NativeSelect } from "@mantine/core";
import type { Ref } from "react";
import { useWords } from "@/i18n/catalogue";
import { Filters } from "@/ui/filters";
import { SearchField } from "@/ui/search-field";
import { DIRECTIONS, OUTCOMES, type CallFilter } from "./filter";
import { callWords } from "./words";

/** What narrows the calls down. `change` takes what is different from now on. */
export function CallFilters({
  filter,
  change,
  ref,
}: {
  filter: CallFilter;
  change: (filter: CallFilter) => void;
  /** The search field. */
  ref: Ref<HTMLInputElement>;
}) {
  const words = useWords(callWords);
  return (
    <Filters
      filter={filter}
      change={change}
      search={
        <SearchField
          ref={ref}
          label={words.search}
          value={filter.q}
          onSearch={(q) => change({ q })}
        />
      }
      choices={
        <>
          <NativeSelect
            aria-label={words.whatHappened}
            value={filter.outcome ?? ""}
            data={[
              { value: "", label: words.allOutcomes },
              ...OUTCOMES.map((value) => ({ value, label: words[value] })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              change({ outcome: OUTCOMES.find((known) => known === value) })
            }
          />
          <NativeSelect
            aria-label={words.direction}
            value={filter.direction ?? ""}
            data={[
              { value: "", label: words.bothWays },
              ...DIRECTIONS.map((value) => ({ value, label: words[value] })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              change({ direction: DIRECTIONS.find((known) => known === value) })
            }
          />
        </>
      }
    />
  );
}
