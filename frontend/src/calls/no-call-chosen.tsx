import { Center, Text } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import { callWords } from "./words";

/** What stands beside the list until a call is chosen. */
export function NoCallChosen() {
  const words = useWords(callWords);
  return (
    <Center mih={240}>
      <Text c="dimmed">{words.choose}</Text>
    </Center>
  );
}
