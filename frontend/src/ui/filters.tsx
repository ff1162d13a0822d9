import { NativeSelect, TextInput } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useWords } from "@/i18n/catalogue";
import { SPAN_NAMES, type DayFilter } from "./days";
import classes from "./filters.module.css";
import { uiWords } from "./words";

const CHOSEN_DAYS = "chosen";

/** What narrows a list down: a search perhaps, some choices, and the days. `change` takes what is different from now on. */
export function Filters(props: {
  search?: ReactNode;
  choices: ReactNode;
  filter: DayFilter;
  change: (filter: DayFilter) => void;
}) {
  const { filter, change } = props;
  const words = useWords(uiWords);
  const dated = filter.from !== undefined || filter.to !== undefined;
  const [choosing, setChoosing] = useState(dated);
  const days = filter.days ?? (choosing || dated ? CHOSEN_DAYS : "");
  return (
    <div className={classes.filters}>
      {props.search}
      <div className={classes.choices}>
        {props.choices}
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
