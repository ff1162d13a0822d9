import { Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useWords } from "@/i18n/catalogue";
import { useConfirm } from "@/ui/confirm";
import { phone } from "@/ui/format";
import { knownCallerQueries } from "./queries";
import { useTreating } from "./use-treating";
import { callerWords } from "./words";

/** Takes no more calls from a number, once that was confirmed; says so where it is blocked already. */
export function BlockCaller({ number }: { number: string }) {
  const words = useWords(callerWords);
  const confirm = useConfirm();
  const { add, forget } = useTreating();
  const { data } = useQuery(knownCallerQueries.list());
  const known = data?.find((caller) => caller.number === number);
  const ask = async () => {
    const sure = await confirm({
      title: words.blockTitle(phone(number)),
      body: words.blockText,
      action: words.blockAction,
      danger: true,
    });
    if (sure) {
      add.mutate({ number, treatment: "blocked", note: null });
    }
  };
  return known === undefined ? (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      ml={-8}
      mt="xs"
      disabled={data === undefined}
      loading={add.isPending}
      onClick={() => void ask()}
    >
      {words.block}
    </Button>
  ) : (
    <Text size="sm" c="dimmed" mt="xs">
      {words[`is_${known.treatment}`]}{" "}
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={words[`forget_${known.treatment}`](phone(number))}
        loading={forget.isPending}
        onClick={() => {
          forget.mutate(known);
        }}
      >
        {words[`forgetShort_${known.treatment}`]}
      </Button>
    </Text>
  );
}
