import { NativeSelect, TextInput } from "@mantine/core";
import { useState, type Ref } from "react";
import { useWords } from "@/i18n/catalogue";
import { SearchField } from "@/ui/search-field";
import classes from "./call-filters.module.css";
import { DIRECTIONS, OUTCOMES, SPAN_NAMES, type CallFilter } from "./filter";
import { callWords } from "./words";

const CHOSEN_DAYS = "chosen";

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
  const [choosing, setChoosing] = useState(filter.from !== undefined || filter.to !== undefined);
  const dated = filter.from !== undefined || filter.to !== undefined;
  const days = filter.days ?? (choosing || dated ? CHOSEN_DAYS : "");
  return (
    <div className={classes.filters}>
      <SearchField
        ref={ref}
        label={words.search}
        value={filter.q}
        onSearch={(q) => change({ q })}
      />
      <div className={classes.choices}>
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
        <NativeSelect
          aria-label={words.days}
          value={days}
          data={[
            { value: "", label: words.anyDay },
            ...SPAN_NAMES.map((value) => ({ value, label: words[value] })),
            { value: CHOSEN_DAYS, label: words.chosenDays },
          ]}
          onChange={({ currentTarget: { value } }) => {
            setChoosing(value === CHOSEN_DAYS);
            change({
              days: SPAN_NAMES.find((known) => known === value),
              from: undefined,
              to: undefined,
            });
          }}
        />
      </div>
      {days === CHOSEN_DAYS && (
        <div className={classes.days}>
          <TextInput
            type="date"
            label={words.from}
            value={filter.from ?? ""}
            max={filter.to}
            onChange={({ currentTarget: { value } }) => change({ from: value })}
          />
          <TextInput
            type="date"
            label={words.to}
            value={filter.to ?? ""}
            min={filter.from}
            onChange={({ currentTarget: { value } }) => change({ to: value })}
          />
        </div>
      )}
    </div>
  );
}
