import { queryOptions } from "@tanstack/react-query";
import { api, body, bodyAndTag, type Schema } from "@/api/client";
import { pages } from "@/api/pages";

export type Entry = Schema<"KnowledgeEntry">;
/** What can be changed of an entry. */
export type EntryDetails = Pick<Entry, "title" | "text"> & { expires_at?: string | null };
export type Unanswered = Schema<"UnansweredQuestion">;

export const knowledgeQueries = {
  all: ["knowledge"] as const,
  /** What a receptionist knows, newest first. */
  entries: (id: string) =>
    pages([...knowledgeQueries.all, "entries", id], (cursor, signal) =>
      body(
        api.GET("/api/v1/receptionists/{id}/knowledge", {
          params: { path: { id }, query: { cursor, limit: 100 } },
          signal,
        }),
      ),
    ),
  /** What waits for an answer, newest first. */
  unanswered: () =>
    queryOptions({
      queryKey: [...knowledgeQueries.all, "unanswered"],
      queryFn: async ({ signal }) =>
        (
          await body(
            api.GET("/api/v1/unanswered-questions", {
              params: { query: { status: "open", limit: 200 } },
              signal,
            }),
          )
        ).data,
    }),
};

/** How one entry is read. */
export function readEntry(id: string, entryId: string) {
  return bodyAndTag(
    api.GET("/api/v1/receptionists/{id}/knowledge/{entryId}", {
      params: { path: { id, entryId } },
    }),
  );
}

/** How one entry is changed. */
export function writeEntry(
  id: string,
  entryId: string,
  patch: Partial<EntryDetails>,
  tag: string | undefined,
) {
  return bodyAndTag(
    api.PATCH("/api/v1/receptionists/{id}/knowledge/{entryId}", {
      params: { path: { id, entryId }, header: { "If-Match": tag } },
      body: patch,
    }),
  );
}
