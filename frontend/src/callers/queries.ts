import { queryOptions } from "@tanstack/react-query";
import { api, body, type Schema } from "@/api/client";

export type KnownCaller = Schema<"KnownCaller">;
export type Treatment = KnownCaller["treatment"];

export const knownCallerQueries = {
  all: ["known-callers"] as const,
  /** The numbers whose calls are treated otherwise, newest first. */
  list: () =>
    queryOptions({
      queryKey: [...knownCallerQueries.all, "list"],
      queryFn: async ({ signal }) =>
        (
          await body(
            api.GET("/api/v1/known-callers", { params: { query: { limit: 200 } }, signal }),
          )
        ).data,
    }),
};
