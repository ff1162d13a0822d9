import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body, type Schema } from "@/api/client";

export type LogIn = Schema<"MeSessionView">;

export const logInQueries = {
  all: ["log-ins"] as const,
  /** The last used first. */
  list: () =>
    queryOptions({
      queryKey: [...logInQueries.all, "list"],
      queryFn: async ({ signal }) => (await body(api.GET("/api/v1/me/sessions", { signal }))).data,
    }),
};

/** Ends log-ins, one after the other; the list is read again whether it worked or not. */
export function useEndLogIns() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (ended: LogIn[]) => {
      for (const { id } of ended) {
        await body(api.DELETE("/api/v1/me/sessions/{id}", { params: { path: { id } } }));
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: logInQueries.all }),
  });
}
