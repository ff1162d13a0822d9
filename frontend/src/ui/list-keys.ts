import { useWords } from "@/i18n/catalogue";
import { useShortcuts, type Shortcut } from "./shortcuts";
import { uiWords } from "./words";

/**
 * Fast hands in a list: `j` and `k` choose the next and the one before, `/` goes to the search, and further keys act on
 * the one that is chosen. They rest while somebody types.
 */
export function useListKeys<Row extends { id: string }>(list: {
  rows: Row[];
  chosen: string | undefined;
  choose: (row: Row) => void;
  search?: () => void;
  keys?: (Pick<Shortcut, "key" | "does"> & { run: (row: Row) => void })[];
}) {
  const words = useWords(uiWords);
  const at = list.rows.findIndex((row) => row.id === list.chosen);
  const go = (to: number) => {
    const row = list.rows[Math.max(0, Math.min(to, list.rows.length - 1))];
    if (row !== undefined) {
      list.choose(row);
    }
  };
  useShortcuts([
    { key: "j", does: words.next, run: () => go(at + 1) },
    { key: "k", does: words.before, run: () => go(at - 1) },
    ...(list.search === undefined ? [] : [{ key: "/", does: words.search, run: list.search }]),
    ...(list.keys ?? []).map(({ run, ...key }) => ({
      ...key,
      run: () => {
        const row = list.rows[at];
        if (row !== undefined) {
          run(row);
        }
      },
    })),
  ]);
}
