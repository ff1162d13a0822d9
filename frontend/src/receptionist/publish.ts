import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { saveAll } from "@/ui/as-you-go";
import { useToast } from "@/ui/toast";
import { changes, isStale, StillEditing, useCompare, type Versioned } from "@/ui/versioned";
import { configOf } from "./draft";
import { receptionistQueries, type Receptionist } from "./queries";
import { useDraft } from "./resource";
import { receptionistWords } from "./words";

/**
 * Saves what is not saved yet on the page, and makes the draft that is shown what callers hear. If somebody else has changed it meanwhile, both are shown, and what
 * is chosen is published.
 */
export function usePublish(id: string) {
  const words = useWords(receptionistWords);
  const queries = useQueryClient();
  const toast = useToast();
  const compare = useCompare();
  const resource = useDraft(id);

  const publish = async (seen: Versioned<Receptionist>): Promise<unknown> => {
    try {
      return await body(
        api.POST("/api/v1/receptionists/{id}/publish", {
          params: { path: { id }, header: { "If-Match": seen.tag } },
        }),
      );
    } catch (failure) {
      if (!isStale(failure)) {
        throw failure;
      }
    }
    const now = await resource.read();
    const mine = changes<Receptionist>(now.value, configOf(seen.value));
    if (Object.keys(mine).length === 0) {
      return publish(now);
    }
    switch (await compare(resource, mine, now.value)) {
      case "mine":
        return publish(await resource.write(mine, now.tag));
      case "theirs":
        return publish(now);
      case "neither":
        throw new StillEditing();
    }
  };

  return useMutation({
    mutationFn: async () => {
      const saved = await saveAll();
      const seen = queries.getQueryData(receptionistQueries.edited(id).queryKey);
      if (!saved || seen === undefined) {
        throw new StillEditing();
      }
      return publish(seen);
    },
    onSuccess: () => {
      toast.done(words.published);
      return queries.invalidateQueries({ queryKey: receptionistQueries.all });
    },
    onError: toast.failed,
  });
}
