import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body, type Schema } from "@/api/client";

export type Account = Schema<"AccountView">;
export type Company = Schema<"Provider">;

export const accountQueries = {
  all: ["accounts"] as const,
  /** All five companies, connected or not. */
  list: () =>
    queryOptions({
      queryKey: [...accountQueries.all, "list"],
      queryFn: async ({ signal }) =>
        (await body(api.GET("/api/v1/business/credentials", { signal }))).data,
    }),
};

/** What can be done with an account that is connected; each leaves the list right. */
export function useAccountActions(provider: Company) {
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: accountQueries.all });
  const params = { path: { provider } };
  return {
    test: useMutation({
      mutationFn: () => body(api.POST("/api/v1/business/credentials/{provider}/test", { params })),
      onSettled,
    }),
    disconnect: useMutation({
      mutationFn: () => body(api.DELETE("/api/v1/business/credentials/{provider}", { params })),
      onSettled,
    }),
  };
}
