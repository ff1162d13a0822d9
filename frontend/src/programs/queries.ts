import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body, type Schema } from "@/api/client";
import { pages } from "@/api/pages";

export type Program = Schema<"ApiClient">;
export type NewProgram = Schema<"ApiClientCreated">;

export const programQueries = {
  all: ["programs"] as const,
  list: () =>
    pages([...programQueries.all, "list"], (cursor, signal) =>
      body(api.GET("/api/v1/api-clients", { params: { query: { cursor } }, signal })),
    ),
  /** All that a program can be let do. */
  scopes: () =>
    queryOptions({
      queryKey: [...programQueries.all, "scopes"],
      queryFn: async ({ signal }) =>
        (await body(api.GET("/api/v1/api-clients/scopes", { signal }))).data,
      staleTime: Infinity,
    }),
};

/** Shuts a program out; the list is read again whether it worked or not. */
export function useShutOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      body(api.DELETE("/api/v1/api-clients/{id}", { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: programQueries.all }),
  });
}
