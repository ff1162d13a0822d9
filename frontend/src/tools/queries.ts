import { api, body, type Schema } from "@/api/client";
import { pages } from "@/api/pages";

export type Tool = Schema<"HttpTool">;
export type Trial = Schema<"Trial">;

export const METHODS = [
  "get",
  "post",
  "put",
  "patch",
  "delete",
] as const satisfies Tool["method"][];

export const toolQueries = {
  all: ["tools"] as const,
  /** The tools of a receptionist, newest first. */
  list: (id: string) =>
    pages([...toolQueries.all, "list", id], (cursor, signal) =>
      body(
        api.GET("/api/v1/receptionists/{id}/tools", {
          params: { path: { id }, query: { cursor } },
          signal,
        }),
      ),
    ),
};
