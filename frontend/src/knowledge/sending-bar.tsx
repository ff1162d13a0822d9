import { Progress, Stack, Text } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import { knowledgeWords } from "./words";

/** How much of a file is there; once it is, it is being read. */
export function SendingBar({ part }: { part: number }) {
  const words = useWords(knowledgeWords);
  const percent = Math.floor(part * 100);
  const says = percent < 100 ? words.sending(percent) : words.reading;
  return (
    <Stack gap={4}>
      <Progress.Root size="sm">
        <Progress.Section
          value={percent}
          animated={percent === 100}
          aria-label={words.sendingName}
          aria-valuetext={says}
        />
      </Progress.Root>
      <Text size="xs" c="dimmed" role="status">
        {says}
      </Text>
    </Stack>
  );
}
