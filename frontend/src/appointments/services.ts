import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, body } from "@/api/client";

export const serviceQueries = {
  services: () =>
    queryOptions({
      queryKey: ["services"],
      queryFn: ({ signal }) =>
        body(api.GET("/api/v1/services", { params: { query: { limit: 200 } }, signal })).then(
          (page) => page.data.toReversed(),
        ),
      staleTime: 60_000,
    }),
};

/** What a service is called; empty while that is not known, and of one that is offered no more. */
export function useServiceNames(): (id: string) => string {
  const { data } = useQuery(serviceQueries.services());
  return (id) => data?.find((service) => service.id === id)?.name ?? "";
}
