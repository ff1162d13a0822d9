import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body, bodyAndTag, type Schema } from "@/api/client";
import { ApiProblem } from "@/api/problem";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import type { Resource } from "@/ui/versioned";
import { numberWords } from "./words";

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

/** What a number is called, and who answers it. */
export type NumberUse = Pick<PhoneNumber, "label" | "receptionist_id">;

/** How a number is read and written, and its fields in words. */
export function useNumberResource(id: string): Resource<NumberUse> {
  const words = useWords(numberWords);
  const keep = useKeep();
  const { data: receptionists } = useQuery(receptionistChoices());
  return {
    read: async () => {
      const read = await bodyAndTag(
        api.GET("/api/v1/phone-numbers/{id}", { params: { path: { id } } }),
      );
      keep(read.value);
      return read;
    },
    write: async (patch, tag) => {
      const saved = await bodyAndTag(
        api.PATCH("/api/v1/phone-numbers/{id}", {
          params: { path: { id }, header: { "If-Match": tag } },
          body: patch,
        }),
      );
      keep(saved.value);
      return saved;
    },
    show: (field, value) =>
      field === "label"
        ? { name: words.label, text: value ?? words.noLabel }
        : {
            name: words.answeredBy,
            text: receptionists?.find((one) => one.id === value)?.name ?? words.usual,
          },
  };
}

/** Shows a number as the service has just told it. */
function useKeep() {
  const queries = useQueryClient();
  return (changed: PhoneNumber) => {
    queries.setQueryData(numberQueries.list().queryKey, (numbers) =>
      numbers?.map((number) => (number.id === changed.id ? changed : number)),
    );
  };
}

/** What one can do with numbers; each leaves the list right. */
export function useNumberActions() {
  const queries = useQueryClient();
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: numberQueries.all }),
      queries.invalidateQueries({ queryKey: ["practice"] }),
    ]);
  const keep = useKeep();
  return {
    buy: useMutation({
      mutationFn: (number: string) => body(api.POST("/api/v1/phone-numbers", { body: { number } })),
      onSettled: refresh,
    }),
    bring: useMutation({
      mutationFn: (number: string) =>
        body(api.POST("/api/v1/phone-numbers/import", { body: { number } })),
      onSettled: refresh,
    }),
    verify: useMutation({
      mutationFn: (id: string) =>
        body(api.POST("/api/v1/phone-numbers/{id}/verify", { params: { path: { id } } })),
      onSuccess: keep,
    }),
    release: useMutation({
      mutationFn: async (id: string) => {
        const { response } = await api.DELETE("/api/v1/phone-numbers/{id}", {
          params: { path: { id } },
        });
        return response.status === 204;
      },
      onSettled: refresh,
    }),
  };
}

/** What the service says about the number that was asked for, as a sentence about that number. */
export function aboutNumber(failure: unknown, number: string): unknown {
  const said = failure instanceof ApiProblem ? failure.errors[0] : undefined;
  return failure instanceof ApiProblem && said?.pointer === "/number"
    ? new ApiProblem(failure.status, failure.kind, `${phone(number)} ${said.detail}`)
    : failure;
}
