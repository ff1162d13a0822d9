import { queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";

export const PERIODS = ["7d", "30d", "90d"] as const;
export type Period = (typeof PERIODS)[number];

export const statsQueries = {
  all: ["stats"] as const,
  summary: (period: Period) =>
    queryOptions({
      queryKey: [...statsQueries.all, "summary", period],
      queryFn: ({ signal }) =>
        body(api.GET("/api/v1/stats/summary", { params: { query: { period } }, signal })),
    }),
  callsByDay: (period: Period) =>
    queryOptions({
      queryKey: [...statsQueries.all, "by-day", period],
      queryFn: ({ signal }) =>
        body(
          api.GET("/api/v1/stats/timeseries", {
            params: { query: { metric: "calls", group_by: "day", period } },
            signal,
          }),
        ),
    }),
  week: (period: Period) =>
    queryOptions({
      queryKey: [...statsQueries.all, "week", period],
      queryFn: ({ signal }) =>
        body(api.GET("/api/v1/stats/heatmap", { params: { query: { period } }, signal })),
    }),
};
