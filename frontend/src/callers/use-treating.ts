import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import { useToast } from "@/ui/toast";
import { knownCallerQueries, type KnownCaller, type Treatment } from "./queries";
import { callerWords } from "./words";

/** Says how calls from a number are treated. */
export function treat(number: string, treatment: Treatment, note: string | null) {
  return body(api.POST("/api/v1/known-callers", { body: { number, treatment, note } }));
}

/** Puts a number on the list, and takes it off; each can be taken back. */
export function useTreating() {
  const words = useWords(callerWords);
  const toast = useToast();
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: knownCallerQueries.all });
  const add = useMutation({
    mutationFn: ({ number, treatment, note }: Pick<KnownCaller, "number" | "treatment" | "note">) =>
      treat(number, treatment, note ?? null),
    onSuccess: async (caller) => {
      await again();
      toast.undo(words[`done_${caller.treatment}`](phone(caller.number)), () => {
        forget.mutate(caller);
      });
    },
    onError: toast.failed,
  });
  const forget = useMutation({
    mutationFn: ({ id }: KnownCaller) =>
      body(api.DELETE("/api/v1/known-callers/{id}", { params: { path: { id } } })),
    onSuccess: async (_, caller) => {
      await again();
      toast.undo(words[`forgotten_${caller.treatment}`](phone(caller.number)), () => {
        add.mutate(caller);
      });
    },
    onError: toast.failed,
  });
  return { add, forget };
}
