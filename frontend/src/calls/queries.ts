import { queryOptions } from "@tanstack/react-query";
import { api, body, type Schema } from "@/api/client";
import { pages } from "@/api/pages";
import type { question } from "./filter";

export type Call = Schema<"Call">;
export type Turn = Schema<"Turn">;
export type CallEvent = Schema<"CallEvent">;
export type Transfer = Schema<"Transfer">;
export type KnowledgeUse = Schema<"KnowledgeUsesUse">;

/** What a list of calls is narrowed down by. */
type CallQuestion = ReturnType<typeof question>;

export const callQueries = {
  all: ["calls"] as const,
  /** Newest first. */
  list: (filter: CallQuestion) =>
    pages([...callQueries.all, "list", filter], (cursor, signal) =>
      body(api.GET("/api/v1/calls", { params: { query: { ...filter, cursor } }, signal })),
    ),
  one: (id: string) =>
    queryOptions({
      queryKey: [...callQueries.all, "one", id],
      queryFn: ({ signal }) =>
        body(api.GET("/api/v1/calls/{id}", { params: { path: { id } }, signal })),
    }),
  transcript: (id: string) =>
    queryOptions({
      queryKey: [...callQueries.all, "transcript", id],
      queryFn: ({ signal }) =>
        body(api.GET("/api/v1/calls/{id}/transcript", { params: { path: { id } }, signal })),
    }),
  /** To whom the caller was handed over, or was to be. */
  transfers: (id: string) =>
    queryOptions({
      queryKey: [...callQueries.all, "transfers", id],
      queryFn: ({ signal }) =>
        body(api.GET("/api/v1/calls/{id}/transfers", { params: { path: { id } }, signal })),
    }),
  /** Which turns came from what the receptionist knows. */
  knowledge: (id: string) =>
    queryOptions({
      queryKey: [...callQueries.all, "knowledge", id],
      queryFn: ({ signal }) =>
        body(api.GET("/api/v1/calls/{id}/knowledge", { params: { path: { id } }, signal })),
    }),
  /** What was recorded of it, and how that stands. */
  recording: (id: string) =>
    queryOptions({
      queryKey: [...callQueries.all, "recording", id],
      queryFn: ({ signal }) =>
        body(api.GET("/api/v1/calls/{id}/recording/details", { params: { path: { id } }, signal })),
    }),
  /** What happened, oldest first. */
  events: (id: string) =>
    pages([...callQueries.all, "events", id], (cursor, signal) =>
      body(
        api.GET("/api/v1/calls/{id}/events", {
          params: {
            path: { id },
            query: { limit: 200, cursor: cursor === undefined ? undefined : Number(cursor) },
          },
          signal,
        }),
      ),
    ),
  /** The lead that a call left. */
  lead: (id: string) =>
    queryOptions({
      queryKey: ["leads", "of call", id],
      queryFn: ({ signal }) =>
        body(api.GET("/api/v1/leads/{id}", { params: { path: { id } }, signal })),
    }),
};

/** Whether somebody is on the line. */
export function isGoing(call: Call): boolean {
  return call.ended_at == null && ["queued", "ringing", "in_progress"].includes(call.state);
}
