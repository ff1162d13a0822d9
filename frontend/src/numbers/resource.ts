import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body, bodyAndTag } from "@/api/client";
import { ApiProblem } from "@/api/problem";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import type { Resource } from "@/ui/versioned";
import { numberQueries, receptionistChoices, type PhoneNumber } from "./queries";
import { numberWords } from "./words";

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
