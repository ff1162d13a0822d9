import { queryOptions } from "@tanstack/react-query";
import { api, body, type Schema } from "@/api/client";

export type Model = Schema<"ListedModel">;
export type ModelNotice = Schema<"ModelNotice">;

export const modelQueries = {
  /** What there is. */
  all: () =>
    queryOptions({
      queryKey: ["models"],
      queryFn: async ({ signal }) => (await body(api.GET("/api/v1/models", { signal }))).data,
    }),
  /** Other voices in which greetings can be recorded: none until an account for them is connected. */
  greetingVoices: () =>
    queryOptions({
      queryKey: ["greeting-voices"],
      queryFn: async ({ signal }) =>
        (await body(api.GET("/api/v1/greeting-voices", { signal }))).data,
    }),
  /** What receptionists use that goes away; published receptionists only. */
  notices: () =>
    queryOptions({
      queryKey: ["receptionists", "model-notices"],
      queryFn: async ({ signal }) =>
        (await body(api.GET("/api/v1/model-notices", { signal }))).data,
    }),
};

export function ofKind(models: Model[], kind: Model["kind"]): Model[] {
  return models.filter((model) => model.kind === kind);
}
