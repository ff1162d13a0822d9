import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import { useToast } from "@/ui/toast";
import { leadQueries, type Lead } from "./queries";
import { leadWords } from "./words";

/** What somebody is called here. */
export function called(lead: Pick<Lead, "name" | "phone">) {
  return lead.name ?? phone(lead.phone);
}

/** Makes two people one, and two again; the toast takes the former back. */
export function useMerging() {
  const words = useWords(leadWords);
  const toast = useToast();
  const queries = useQueryClient();
  const onSettled = () =>
    Promise.all(
      [leadQueries.all, ["calls"], ["messages"], ["appointments"]].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
  const undoing = useMutation({
    mutationFn: (merged: Lead) =>
      body(api.POST("/api/v1/leads/{id}/unmerge", { params: { path: { id: merged.id } } })),
    onSuccess: (apart) => {
      toast.done(words.apart(called(apart)));
    },
    onError: toast.failed,
    onSettled,
  });
  const merging = useMutation({
    mutationFn: ({ into, tag, merged }: { into: Lead; tag: string | undefined; merged: Lead }) =>
      body(
        api.POST("/api/v1/leads/{id}/merge", {
          params: { path: { id: into.id }, header: { "If-Match": tag } },
          body: { lead_id: merged.id },
        }),
      ),
    onSuccess: (whole, { merged }) => {
      toast.undo(words.merged(called(merged), called(whole)), () => {
        undoing.mutate(merged);
      });
    },
    onError: toast.failed,
    onSettled,
  });
  return { merging, undoing };
}
