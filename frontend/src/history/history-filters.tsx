import { NativeSelect } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useWords } from "@/i18n/catalogue";
import { programQueries } from "@/programs/queries";
import { teamQueries } from "@/team/queries";
import { Filters } from "@/ui/filters";
import { NAMELESS, RESOURCES, type HistoryFilter } from "./filter";
import { historyWords } from "./words";

/** What narrows the lines down. `change` takes what is different from now on. */
export function HistoryFilters(props: {
  filter: HistoryFilter;
  change: (filter: HistoryFilter) => void;
}) {
  const { filter, change } = props;
  const words = useWords(historyWords);
  const { data: members = [] } = useInfiniteQuery(teamQueries.members());
  const { data: programs = [] } = useInfiniteQuery(programQueries.list());
  const known = [
    ...members.map(({ user_id, name, email }) => ({ value: user_id, label: name || email })),
    ...programs.map(({ id, name }) => ({ value: id, label: words.program(name) })),
    ...NAMELESS.map((value) => ({ value, label: words[value] })),
  ];
  const { who } = filter;
  const gone = who !== undefined && !known.some(({ value }) => value === who);
  return (
    <Filters
      filter={filter}
      change={change}
      choices={
        <>
          <NativeSelect
            aria-label={words.who}
            value={who ?? ""}
            data={[
              { value: "", label: words.anybody },
              ...known,
              ...(gone ? [{ value: who, label: words.somebodyGone }] : []),
            ]}
            onChange={({ currentTarget: { value } }) => change({ who: value })}
          />
          <NativeSelect
            aria-label={words.what}
            value={filter.what ?? ""}
            data={[
              { value: "", label: words.anything },
              ...RESOURCES.map((value) => ({ value, label: words[value] })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              change({ what: RESOURCES.find((one) => one === value) })
            }
          />
        </>
      }
    />
  );
}
