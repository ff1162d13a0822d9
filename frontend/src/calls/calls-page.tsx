import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { late } from "@/api/late";
import { ListAndDetail } from "@/ui/list-and-detail";
import { useSoon } from "@/ui/soon";
import { SkeletonList } from "@/ui/states";
import { useWide } from "@/ui/wide";
import type { CallFilter } from "./filter";
import { useCallKeys, useCalls } from "./use-calls";

/** Shown where there is room for it: a phone opens a call without. */
const CallList = lazy(() => late(() => import("./call-list")));

interface Asked {
  /** What the address says. */
  filter: CallFilter;
  /** The call that is open. */
  chosen: string | undefined;
}

/** All calls, and beside them the one that is chosen; where there is no room for both, one or the other. */
export function CallsPage(asked: Asked) {
  const wide = useWide();
  const soon = useSoon();
  if (wide) {
    return <Beside {...asked} />;
  }
  return (
    <>
      <Outlet />
      {asked.chosen !== undefined && soon && <Keys {...asked} />}
    </>
  );
}

function Beside(asked: Asked) {
  const { data } = useCalls(asked.filter);
  const list = (
    <Suspense fallback={<SkeletonList rowHeight={84} />}>
      <CallList {...asked} />
    </Suspense>
  );
  if (asked.chosen === undefined && data?.length === 0) {
    return list;
  }
  return <ListAndDetail list={list} detail={<Outlet />} open={asked.chosen !== undefined} slim />;
}

/** The keys of the list, where that is not shown. */
function Keys({ filter, chosen }: Asked) {
  useCallKeys(useCalls(filter).data, chosen);
  return null;
}
