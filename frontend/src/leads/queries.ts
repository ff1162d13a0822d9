import { queryOptions } from "@tanstack/react-query";
import { api, body, bodyAndTag, type Schema } from "@/api/client";
import { pages } from "@/api/pages";

export type Lead = Schema<"Lead">;
export type LeadStatus = Schema<"LeadStatus">;

export const LEAD_STATUSES = [
  "new",
  "contacted",
  "qualified",
  "won",
  "lost",
] as const satisfies LeadStatus[];

export interface LeadFilter {
  status?: LeadStatus;
  q?: string;
}

export const leadQueries = {
  all: ["leads"] as const,
  /** Newest first. */
  list: (filter: LeadFilter) =>
    pages([...leadQueries.all, "list", filter], (cursor, signal) =>
      body(api.GET("/api/v1/leads", { params: { query: { ...filter, cursor } }, signal })),
    ),
  /** With its ETag. */
  one: (id: string) =>
    queryOptions({
      queryKey: [...leadQueries.all, "one", id],
      queryFn: ({ signal }) =>
        bodyAndTag(api.GET("/api/v1/leads/{id}", { params: { path: { id } }, signal })),
    }),
  calls: (id: string) =>
    queryOptions({
      queryKey: ["calls", "of lead", id],
      queryFn: ({ signal }) =>
        body(
          api.GET("/api/v1/calls", { params: { query: { lead_id: id, limit: 20 } }, signal }),
        ).then((page) => page.data),
    }),
};
