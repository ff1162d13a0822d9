import { Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { numberQueries } from "@/numbers/queries";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import { setupWords } from "./words";
import { useSaySetup } from "./queries";

/** The number that customers will dial. */
export function NumberStep(props: { goOn: () => void; skip: ReactNode }) {
  const words = useWords(setupWords);
  const say = useSaySetup();
  const { data: number } = useQuery(numberQueries.first());
  return (
    <Stack>
      <Text>{number == null ? words.noNumber : words.haveNumber(phone(number))}</Text>
      <Group gap="xs">
        <Button component={Link} to="/numbers">
          {words.chooseNumber}
        </Button>
        {number != null && (
          <Button
            variant="default"
            loading={say.isPending}
            onClick={() => say.mutate({ step: "number", state: "done" }, { onSuccess: props.goOn })}
          >
            {words.enough}
          </Button>
        )}
        {props.skip}
      </Group>
    </Stack>
  );
}
