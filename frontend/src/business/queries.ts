import { queryOptions } from "@tanstack/react-query";
import { api, body, bodyAndTag } from "@/api/client";

export const businessQueries = {
  all: ["business"] as const,
  /** The profile. */
  profile: () =>
    queryOptions({
      queryKey: [...businessQueries.all, "profile"],
      queryFn: ({ signal }) => body(api.GET("/api/v1/business", { signal })),
      staleTime: 60_000,
    }),
  /** The profile with its ETag, for editing. */
  edited: () =>
    queryOptions({
      queryKey: [...businessQueries.all, "edited"],
      queryFn: ({ signal }) => bodyAndTag(api.GET("/api/v1/business", { signal })),
    }),
};
