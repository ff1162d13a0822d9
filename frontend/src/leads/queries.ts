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
  /** Who may be the same person. */
  similar: (id: string) =>
    queryOptions({
      queryKey: [...leadQueries.all, "similar", id],
      queryFn: ({ signal }) =>
        body(api.GET("/api/v1/leads/{id}/similar", { params: { path: { id } }, signal })).then(
          (found) => found.data,
        ),
    }),
  /** Whom a name, a number or a wish may mean. */
  meant: (q: string) =>
    queryOptions({
      queryKey: [...leadQueries.all, "meant", q],
      queryFn: ({ signal }) =>
        body(api.GET("/api/v1/leads", { params: { query: { q, limit: 6 } }, signal })).then(
          (page) => page.data,
        ),
    }),
  /** Who was found to be the same person. */
  merged: (id: string) =>
    queryOptions({
      queryKey: [...leadQueries.all, "merged", id],
      queryFn: ({ signal }) =>
        body(
          api.GET("/api/v1/leads", { params: { query: { merged_into: id, limit: 50 } }, signal }),
        ).then((page) => page.data),
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
