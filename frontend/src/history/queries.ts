import { api, body, type Schema } from "@/api/client";
import { pages } from "@/api/pages";
import type { question } from "./filter";

export type Line = Schema<"AuditEvent">;
export type Difference = Schema<"Difference">;

export const historyQueries = {
  all: ["history"] as const,
  /** Newest first. */
  list: (filter: ReturnType<typeof question>) =>
    pages([...historyQueries.all, "list", filter], (cursor, signal) =>
      body(api.GET("/api/v1/audit-log", { params: { query: { ...filter, cursor } }, signal })),
    ),
};
