import { queryOptions } from "@tanstack/react-query";
import { api, body, bodyAndTag, type Schema } from "@/api/client";

export type Receptionist = Schema<"Receptionist">;
export type Config = Schema<"ReceptionistConfig">;

/** How often it is looked whether the greeting has been made meanwhile. */
const LOOK_MS = 5000;

const ALL = { query: { limit: 200 } };

export const receptionistQueries = {
  all: ["receptionists"] as const,
  /** The one who answers where nobody chose another. */
  usual: () =>
    queryOptions({
      queryKey: [...receptionistQueries.all, "usual"],
      queryFn: async ({ signal }) => {
        const { data } = await body(api.GET("/api/v1/receptionists", { params: ALL, signal }));
        return data.find((one) => one.is_default)?.id ?? null;
      },
      staleTime: Infinity,
    }),
  /** One as it is being edited, with its ETag. */
  edited: (id: string) =>
    queryOptions({
      queryKey: [...receptionistQueries.all, "edited", id],
      queryFn: ({ signal }) =>
        bodyAndTag(api.GET("/api/v1/receptionists/{id}", { params: { path: { id } }, signal })),
    }),
  /** What is made of one as it is being edited. */
  made: (id: string) => [...receptionistQueries.all, "made", id] as const,
  /** What was published, newest first. */
  versions: (id: string) =>
    queryOptions({
      queryKey: [...receptionistQueries.all, "versions", id],
      queryFn: async ({ signal }) => {
        const params = { path: { id }, query: { limit: 20 } };
        return (await body(api.GET("/api/v1/receptionists/{id}/versions", { params, signal })))
          .data;
      },
    }),
  /** What differs between two versions, named as the service names them. */
  differences: (id: string, before: string, after: string) =>
    queryOptions({
      queryKey: [...receptionistQueries.made(id), "differences", before, after],
      queryFn: ({ signal }) =>
        body(
          api.GET("/api/v1/receptionists/{id}/differences", {
            params: { path: { id }, query: { before, after } },
            signal,
          }),
        ),
    }),
  /** Whether what callers are greeted with is recorded, and if not, why. */
  greeting: (id: string) =>
    queryOptions({
      queryKey: [...receptionistQueries.all, "greeting", id],
      queryFn: ({ signal }) =>
        body(api.GET("/api/v1/receptionists/{id}/greeting", { params: { path: { id } }, signal })),
      // Made within moments of publishing, or not.
      refetchInterval: ({ state }) => (state.data?.recorded === false ? LOOK_MS : false),
    }),
  /** What the model is told before a call, as it is edited now. */
  prompt: (id: string) =>
    queryOptions({
      queryKey: [...receptionistQueries.made(id), "prompt"],
      queryFn: ({ signal }) =>
        body(
          api.GET("/api/v1/receptionists/{id}/prompt", {
            params: { path: { id }, query: { version: "draft" } },
            signal,
          }),
        ),
    }),
};

export const serviceQueries = {
  all: ["services"] as const,
  offered: () =>
    queryOptions({
      queryKey: [...serviceQueries.all, "offered"],
      queryFn: async ({ signal }) =>
        (await body(api.GET("/api/v1/services", { params: ALL, signal }))).data,
    }),
};

export const staffQueries = {
  all: ["staff"] as const,
  bookable: () =>
    queryOptions({
      queryKey: [...staffQueries.all, "bookable"],
      queryFn: async ({ signal }) =>
        (await body(api.GET("/api/v1/staff", { params: ALL, signal }))).data,
    }),
};
