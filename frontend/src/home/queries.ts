import { queryOptions } from "@tanstack/react-query";
import { api, body, type Schema } from "@/api/client";

export type Call = Schema<"Call">;

export const homeQueries = {
  /** Calls that go on now. */
  active: () =>
    queryOptions({
      queryKey: ["calls", "active"],
      queryFn: ({ signal }) =>
        body(api.GET("/api/v1/calls/active", { params: { query: { limit: 50 } }, signal })).then(
          (page) => page.data,
        ),
    }),
  /** What the last seven days add up to, today among them. */
  week: () =>
    queryOptions({
      queryKey: ["stats", "summary", "7d"],
      queryFn: ({ signal }) =>
        body(api.GET("/api/v1/stats/summary", { params: { query: { period: "7d" } }, signal })),
    }),
  /** Calls on each of these days. */
  days: () =>
    queryOptions({
      queryKey: ["stats", "timeseries", "7d"],
      queryFn: ({ signal }) =>
        body(
          api.GET("/api/v1/stats/timeseries", {
            params: { query: { metric: "calls", group_by: "day", period: "7d" } },
            signal,
          }),
        ),
    }),
};
