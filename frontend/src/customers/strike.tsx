import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useWords } from "@/i18n/catalogue";
import { useConfirm } from "@/ui/confirm";
import { useToast } from "@/ui/toast";
import { customerQueries } from "./queries";
import { customerWords } from "./words";

/** Deletes something for good, once that was confirmed. */
export function Strike(props: {
  label: string;
  title: string;
  text: string;
  strike: () => Promise<unknown>;
  then?: () => void;
}) {
  const words = useWords(customerWords);
  const toast = useToast();
  const confirm = useConfirm();
  const queries = useQueryClient();
  const striking = useMutation({
    mutationFn: props.strike,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: customerQueries.all });
      toast.done(words.struck);
      props.then?.();
    },
    onError: toast.failed,
  });
  const ask = async () => {
    const { title, text } = props;
    if (await confirm({ title, body: text, action: words.strikeAction, danger: true })) {
      striking.mutate();
    }
  };
  return (
    <Button
      variant="subtle"
      size="xs"
      c="var(--fd-loss)"
      aria-label={props.label}
      loading={striking.isPending}
      onClick={() => void ask()}
    >
      {words.strike}
    </Button>
  );
}
