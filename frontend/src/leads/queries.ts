import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body, bodyAndTag, type Schema } from "@/api/client";
import { pages } from "@/api/pages";
import { useWords } from "@/i18n/catalogue";
import { useToast } from "@/ui/toast";
import { leadWords } from "./words";

export type Lead = Schema<"Lead">;
export type LeadStatus = Schema<"LeadStatus">;
export type LeadChange = Schema<"LeadDetailsPatch">;

export const LEAD_STATUSES = [
  "new",
  "contacted",
  "qualified",
  "won",
  "lost",
] as const satisfies LeadStatus[];

export interface LeadFilter {
  status?: LeadStatus;
  q?: string;
}

export const leadQueries = {
  all: ["leads"] as const,
  /** Newest first. */
  list: (filter: LeadFilter) =>
    pages([...leadQueries.all, "list", filter], (cursor, signal) =>
      body(api.GET("/api/v1/leads", { params: { query: { ...filter, cursor } }, signal })),
    ),
  /** With its ETag. */
  one: (id: string) =>
    queryOptions({
      queryKey: [...leadQueries.all, "one", id],
      queryFn: ({ signal }) =>
        bodyAndTag(api.GET("/api/v1/leads/{id}", { params: { path: { id } }, signal })),
    }),
  calls: (id: string) =>
    queryOptions({
      queryKey: ["calls", "of lead", id],
      queryFn: ({ signal }) =>
        body(
          api.GET("/api/v1/calls", { params: { query: { lead_id: id, limit: 20 } }, signal }),
        ).then((page) => page.data),
    }),
};

/** Sets how far a lead has come; the toast takes it back. */
export function useSetLeadStatus() {
  const words = useWords(leadWords);
  const toast = useToast();
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ id, status }: { id: string; status: LeadStatus }) =>
      body(api.PATCH("/api/v1/leads/{id}", { params: { path: { id } }, body: { status } })),
    onError: (failure) => {
      toast.failed(failure);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: leadQueries.all }),
  });
  return (lead: Lead, status: LeadStatus) => {
    const before = lead.status;
    mutate(
      { id: lead.id, status },
      {
        onSuccess: () => {
          toast.undo(words.nowIs(words[status]), () => {
            mutate({ id: lead.id, status: before });
          });
        },
      },
    );
  };
}
