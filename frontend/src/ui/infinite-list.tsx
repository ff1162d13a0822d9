import { Button, Center } from "@mantine/core";
import { useInViewport } from "@mantine/hooks";
import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useEffect, type ReactNode } from "react";
import { useWords } from "@/i18n/catalogue";
import { ErrorState, SkeletonList } from "./states";
import { uiWords } from "./words";

/** The rows of an endless list (`useInfiniteQuery(pages(…))`); reads on when its end comes into sight. */
export function InfiniteList<Row>(props: {
  query: UseInfiniteQueryResult<Row[]>;
  children: (rows: Row[]) => ReactNode;
  empty: ReactNode;
  rowHeight?: number;
}) {
  const { query } = props;
  const { ref, inViewport } = useInViewport();
  const words = useWords(uiWords);
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (inViewport && hasNextPage && !isFetching && !isError) {
      void fetchNextPage();
    }
  }, [inViewport, hasNextPage, isFetching, isError, fetchNextPage]);

  if (query.isPending) {
    return <SkeletonList rowHeight={props.rowHeight} />;
  }
  if (query.data === undefined) {
    return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  }
  if (query.data.length === 0) {
    return props.empty;
  }
  return (
    <>
      {props.children(query.data)}
      {query.isError && <ErrorState error={query.error} retry={() => void fetchNextPage()} />}
      {hasNextPage && (
        <Center ref={ref} p="md">
          <Button
            variant="subtle"
            loading={query.isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {words.loadMore}
          </Button>
        </Center>
      )}
    </>
  );
}
