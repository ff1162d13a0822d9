import { useHotkeys, type HotkeyItem } from "@mantine/hooks";

/**
 * Fast hands in a list: `j` and `k` choose the next and the one before, `/` goes to the search, and further keys act on
 * the one that is chosen. They rest while somebody types.
 */
export function useListKeys<Row extends { id: string }>(list: {
  rows: Row[];
  chosen: string | undefined;
  choose: (row: Row) => void;
  search?: () => void;
  keys?: Record<string, (row: Row) => void>;
}) {
  const at = list.rows.findIndex((row) => row.id === list.chosen);
  const go = (to: number) => {
    const row = list.rows[Math.max(0, Math.min(to, list.rows.length - 1))];
    if (row !== undefined) {
      list.choose(row);
    }
  };
  const keys = Object.entries(list.keys ?? {}).map<HotkeyItem>(([key, act]) => [
    key,
    () => {
      const row = list.rows[at];
      if (row !== undefined) {
        act(row);
      }
    },
  ]);
  useHotkeys([
    ["j", () => go(at + 1)],
    ["k", () => go(at - 1)],
    ["/", () => list.search?.()],
    ...keys,
  ]);
}
