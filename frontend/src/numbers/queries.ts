import { queryOptions } from "@tanstack/react-query";
import { api, body, type Schema } from "@/api/client";

export type PhoneNumber = Schema<"PhoneNumber">;
export type NumberOffer = Schema<"NumberOffer">;

export interface NumberFilter {
  country: "US" | "CA" | "GB";
  type: Schema<"NumberType">;
  area_code?: string;
  contains?: string;
}

/** While a number is between us and Twilio. */
const SETTLING_MS = 2000;

/** More than any business has; the list is one page. */
const ALL = 200;

export const numberQueries = {
  all: ["numbers"] as const,
  list: () =>
    queryOptions({
      queryKey: [...numberQueries.all, "list"],
      queryFn: async ({ signal }) =>
        (
          await body(
            api.GET("/api/v1/phone-numbers", { params: { query: { limit: ALL } }, signal }),
          )
        ).data,
      refetchInterval: ({ state }) =>
        state.data?.some((number) => number.state !== "active") === true ? SETTLING_MS : false,
    }),
  /** The number that callers dial. */
  first: () =>
    queryOptions({
      queryKey: [...numberQueries.all, "first"],
      queryFn: ({ signal }) =>
        body(api.GET("/api/v1/phone-numbers", { params: { query: { limit: 1 } }, signal })).then(
          (page) => page.data[0]?.number ?? null,
        ),
    }),
  available: (filter: NumberFilter) =>
    queryOptions({
      queryKey: [...numberQueries.all, "available", filter],
      queryFn: async ({ signal }) =>
        (
          await body(
            api.GET("/api/v1/phone-numbers/available", { params: { query: filter }, signal }),
          )
        ).data,
    }),
  importable: () =>
    queryOptions({
      queryKey: [...numberQueries.all, "importable"],
      queryFn: async ({ signal }) =>
        (await body(api.GET("/api/v1/phone-numbers/importable", { signal }))).data,
    }),
};

/** Who can be chosen to answer. */
export const receptionistChoices = () =>
  queryOptions({
    queryKey: ["receptionists", "choices"],
    queryFn: async ({ signal }) =>
      (await body(api.GET("/api/v1/receptionists", { params: { query: { limit: ALL } }, signal })))
        .data,
  });
