import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useConfirm } from "@/ui/confirm";
import { useToast } from "@/ui/toast";
import { leadQueries } from "./queries";
import { leadWords } from "./words";

/** Forgets somebody, once that was confirmed. */
export function StrikeLead({ id, name }: { id: string; name: string }) {
  const words = useWords(leadWords);
  const toast = useToast();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const strike = useMutation({
    mutationFn: () => body(api.DELETE("/api/v1/leads/{id}", { params: { path: { id } } })),
    onSuccess: async () => {
      await navigate({ to: "/leads", search: true });
      queries.removeQueries({ queryKey: leadQueries.one(id).queryKey });
      await queries.invalidateQueries({ queryKey: leadQueries.all });
      toast.done(words.struck);
    },
    onError: (failure) => {
      toast.failed(failure);
    },
  });
  const ask = async () => {
    const sure = await confirm({
      title: words.strikeTitle(name),
      body: words.strikeText,
      action: words.strikeAction,
      danger: true,
    });
    if (sure) {
      strike.mutate();
    }
  };
  return (
    <Button
      variant="subtle"
      c="var(--fd-loss)"
      ml={-18}
      style={{ alignSelf: "flex-start" }}
      loading={strike.isPending}
      onClick={() => void ask()}
    >
      {words.strike}
    </Button>
  );
}
