import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { isoDate } from "@/ui/format";
import { useListKeys } from "@/ui/list-keys";
import { useNow } from "@/ui/when";
import { useWide } from "@/ui/wide";
import { useZone } from "@/ui/zone";
import { question, type CallFilter } from "./filter";
import { callQueries, type Call } from "./queries";

/** The calls that the address asks for. */
export function useCalls(filter: CallFilter) {
  const zone = useZone();
  return useInfiniteQuery(callQueries.list(question(filter, isoDate(useNow(), zone), zone)));
}

/** Lets people go through the calls with the keys of a list, and beside the one that is open. */
export function useCallKeys(
  rows: Call[] | undefined,
  chosen: string | undefined,
  search?: () => void,
) {
  const navigate = useNavigate();
  const wide = useWide();
  useListKeys({
    rows: rows ?? [],
    chosen,
    choose: (call) => {
      void navigate({
        to: "/calls/$callId",
        params: { callId: call.id },
        search: true,
        replace: chosen !== undefined,
        resetScroll: !wide,
      });
    },
    search,
  });
}
