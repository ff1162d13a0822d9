import { queryOptions } from "@tanstack/react-query";
import { api, body, bodyAndTag, type Schema } from "@/api/client";
import { pages } from "@/api/pages";
import { upload } from "@/api/upload";

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

/** Sends a document as a file, of which the service keeps the text. */
export function sendDocument(
  id: string,
  { file, ...about }: { file: File; title: string; file_name: string; expires_at: string | null },
  progress: (part: number) => void,
  signal: AbortSignal,
): Promise<Entry> {
  const said = new URLSearchParams(
    Object.entries(about).filter((entry): entry is [string, string] => entry[1] !== null),
  );
  const path = `/api/v1/receptionists/${id}/knowledge/documents?${said.toString()}`;
  return upload(path, file, progress, signal);
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
