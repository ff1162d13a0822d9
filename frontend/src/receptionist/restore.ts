import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, bodyAndTag, type Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { saveAll } from "@/ui/as-you-go";
import { useToast } from "@/ui/toast";
import { changes, isStale, StillEditing, useCompare, type Versioned } from "@/ui/versioned";
import { configOf } from "./draft";
import { receptionistQueries, type Receptionist } from "./queries";
import { useDraft } from "./resource";
import { receptionistWords } from "./words";

type Version = Schema<"ReceptionistVersion">;

/**
 * Makes an earlier version the draft again, once what is typed on the page is saved. If somebody else has changed the draft
 * meanwhile, that and the version are both shown, and what is chosen stays.
 */
export function useRestore(id: string, onRestored: (draft: Versioned<Receptionist>) => void) {
  const words = useWords(receptionistWords);
  const queries = useQueryClient();
  const toast = useToast();
  const compare = useCompare();
  const resource = useDraft(id);
  const { queryKey } = receptionistQueries.edited(id);

  const restore = async (
    version: Version,
    seen: Versioned<Receptionist>,
  ): Promise<Versioned<Receptionist>> => {
    try {
      return await bodyAndTag(
        api.POST("/api/v1/receptionists/{id}/versions/{number}/restore", {
          params: { path: { id, number: version.number }, header: { "If-Match": seen.tag } },
        }),
      );
    } catch (failure) {
      if (!isStale(failure)) {
        throw failure;
      }
    }
    const now = await resource.read();
    const others = changes(configOf(seen.value), configOf(now.value));
    if (Object.keys(others).length === 0) {
      return restore(version, now);
    }
    switch (await compare(resource, version.config, now.value)) {
      case "mine":
        return restore(version, now);
      case "theirs":
        return now;
      case "neither":
        throw new StillEditing();
    }
  };

  return useMutation({
    mutationFn: async (version: Version) => {
      const saved = await saveAll();
      const seen = queries.getQueryData(queryKey);
      if (!saved || seen === undefined) {
        throw new StillEditing();
      }
      return restore(version, seen);
    },
    onSuccess: (draft, { number, config }) => {
      queries.setQueryData(queryKey, draft);
      void queries.invalidateQueries({ queryKey: receptionistQueries.made(id) });
      if (Object.keys(changes(configOf(draft.value), config)).length === 0) {
        toast.done(words.restored(number));
      }
      onRestored(draft);
    },
    onError: toast.failed,
  });
}
