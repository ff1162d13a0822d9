import { infiniteQueryOptions, type QueryKey } from "@tanstack/react-query";

/** One page of a list, newest first. */
export interface Page<Row> {
  data: Row[];
  next_cursor?: string | null;
}

/** An endless list: pass `fetch` the cursor of the page to read. The result's `data` is the rows. */
export function pages<Row, Key extends QueryKey>(
  queryKey: Key,
  fetch: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Row>>,
) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetch(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    select: (found) => found.pages.flatMap((page) => page.data),
  });
}
