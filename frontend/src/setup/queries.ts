import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body, type Schema } from "@/api/client";
import { ApiProblem } from "@/api/problem";
import { useToast } from "@/ui/toast";

/** How often it is looked whether the greeting is made. */
const LOOK_MS = 1000;

export type SetupStep = Schema<"SetupStep">;
export type SetupState = Schema<"SetupState">;

export const STEPS = ["business", "practice_call", "number"] as const satisfies SetupStep[];

export const setupQueries = {
  all: ["setup"] as const,
  /** The steps of the first run, in their order. */
  steps: () =>
    queryOptions({
      queryKey: setupQueries.all,
      queryFn: ({ signal }) =>
        body(api.GET("/api/v1/business/setup", { signal })).then((setup) => setup.steps),
    }),
  /** Who answers where nobody chose another. */
  usual: () =>
    queryOptions({
      queryKey: [...setupQueries.all, "usual"],
      queryFn: async ({ signal }) => {
        const { data } = await body(api.GET("/api/v1/receptionists", { signal }));
        return data.find((receptionist) => receptionist.is_default) ?? null;
      },
      staleTime: Infinity,
    }),
  /** What callers hear first; null until it has been made. */
  greeting: () =>
    queryOptions({
      queryKey: [...setupQueries.all, "greeting"],
      queryFn: async ({ signal }) => {
        const { data } = await body(api.GET("/api/v1/receptionists", { signal }));
        const id = data.find((receptionist) => receptionist.is_default)?.id;
        return id === undefined ? null : await greeting(id, signal);
      },
      staleTime: Infinity,
      refetchInterval: ({ state }) => (state.data === null ? LOOK_MS : false),
    }),
};

async function greeting(id: string, signal: AbortSignal): Promise<Blob | null> {
  try {
    return await body(
      api.GET("/api/v1/receptionists/{id}/greeting-audio", {
        params: { path: { id } },
        parseAs: "blob",
        signal,
      }),
    );
  } catch (failure) {
    if (failure instanceof ApiProblem && failure.status === 404) {
      return null;
    }
    throw failure;
  }
}

/** Says how far a step is. */
export function useSaySetup() {
  const toast = useToast();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: { step: SetupStep; state: SetupState }) =>
      body(api.PATCH("/api/v1/business/setup", { body: change })).then((setup) => setup.steps),
    onSuccess: (steps) => {
      queries.setQueryData(setupQueries.steps().queryKey, steps);
    },
    onError: (failure) => {
      toast.failed(failure);
    },
  });
}
