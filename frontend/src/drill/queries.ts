import { queryOptions } from "@tanstack/react-query";
import { api, body, type Schema } from "@/api/client";

export type Drill = Schema<"Drill">;

/** How often it is looked how far a walk has come. */
const SOON_MS = 1000;

export const drillQueries = {
  /** The last walk of a receptionist; null if there was none. */
  last: (receptionist: string) =>
    queryOptions({
      queryKey: ["drills", receptionist],
      queryFn: async ({ signal }) => {
        const params = { path: { id: receptionist } };
        return (
          (await body(api.GET("/api/v1/receptionists/{id}/drill", { params, signal }))).last ?? null
        );
      },
      refetchInterval: ({ state }) =>
        state.data != null && state.data.ended_at == null ? SOON_MS : false,
    }),
};
