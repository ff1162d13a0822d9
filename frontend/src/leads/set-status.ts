import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useWords } from "@/i18n/catalogue";
import { useToast } from "@/ui/toast";
import { useVersionedSave } from "@/ui/versioned";
import { leadQueries, type Lead, type LeadStatus } from "./queries";
import { useLeadResource } from "./resource";
import { leadWords } from "./words";

/** Sets how far a lead has come; the toast takes it back. */
export function useSetLeadStatus() {
  const words = useWords(leadWords);
  const toast = useToast();
  const queries = useQueryClient();
  const resource = useLeadResource();
  const save = useVersionedSave();
  const { mutate } = useMutation({
    mutationFn: ({ id, from, to }: { id: string; from: LeadStatus; to: LeadStatus }) =>
      save(resource(id), { status: from }, { status: to }),
    onError: toast.failed,
    onSettled: () => queries.invalidateQueries({ queryKey: leadQueries.all }),
  });
  return ({ id, status: from }: Lead, to: LeadStatus) => {
    mutate(
      { id, from, to },
      {
        onSuccess: ({ value: { status: now } }) => {
          toast.undo(words.nowIs(words[now]), () => {
            mutate({ id, from: now, to: from });
          });
        },
      },
    );
  };
}
