import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { ApiProblem } from "@/api/problem";

/** How often a practice call is looked after. */
const LOOK_MS = 1500;

/** A practice call that was placed from this page. */
export interface Running {
  callSid: string;
  scenario: string;
}

export const practiceQueries = {
  all: ["practice"] as const,
  /** The practice account and its callers; null where calls are real. */
  sandbox: () =>
    queryOptions({
      queryKey: [...practiceQueries.all, "sandbox"],
      queryFn: async ({ signal }) => {
        try {
          return await body(api.GET("/api/v1/sandbox", { signal }));
        } catch (failure) {
          if (failure instanceof ApiProblem && failure.status === 404) {
            return null;
          }
          throw failure;
        }
      },
      staleTime: 60_000,
    }),
  outbox: () =>
    queryOptions({
      queryKey: [...practiceQueries.all, "outbox"],
      queryFn: ({ signal }) => body(api.GET("/api/v1/sandbox/outbox", { signal })),
      refetchInterval: 5000,
    }),
  /** The practice call that was placed last; null if none was. */
  running: () =>
    queryOptions({
      queryKey: [...practiceQueries.all, "running"],
      queryFn: () => Promise.resolve<Running | null>(null),
      staleTime: Infinity,
      gcTime: Infinity,
    }),
  /** Whether a practice call is over. */
  isOver: (callSid: string) =>
    queryOptions({
      queryKey: [...practiceQueries.all, "over", callSid],
      queryFn: async ({ signal }) => {
        const seen: unknown = await body(
          api.GET("/api/v1/sandbox/calls/{callSid}", { params: { path: { callSid } }, signal }),
        );
        return isOver(seen);
      },
      refetchInterval: ({ state }) => (state.data === true ? false : LOOK_MS),
    }),
};

const GOING_ON = new Set(["queued", "ringing", "in-progress"]);

function isOver(seen: unknown): boolean {
  return (
    typeof seen === "object" &&
    seen !== null &&
    "status" in seen &&
    typeof seen.status === "string" &&
    !GOING_ON.has(seen.status)
  );
}

/** Lets a simulated caller ring one of the business's numbers. */
export function usePracticeCall() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (call: { scenario: string; to: string }) =>
      body(api.POST("/api/v1/sandbox/calls", { body: call })),
    onSuccess: ({ call_sid: callSid }, { scenario }) => {
      const placed: Running = { callSid, scenario };
      queries.setQueryData(practiceQueries.running().queryKey, placed);
      void queries.invalidateQueries({ queryKey: ["calls"] });
    },
  });
}

/** The practice call that was placed last, and whether it is over. */
export function useRunning(): (Running & { over: boolean }) | undefined {
  const { data: running } = useQuery(practiceQueries.running());
  const { data: over } = useQuery({
    ...practiceQueries.isOver(running?.callSid ?? ""),
    enabled: running != null,
  });
  return running == null ? undefined : { ...running, over: over === true };
}
