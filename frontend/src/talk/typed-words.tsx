import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/catalogue";
import { useToast } from "@/ui/toast";
import { talkWords } from "./words";

/** Words for the call, in place of a voice. */
export function TypedWords(props: {
  say: (text: string) => Promise<void>;
  /** Whether there is no other way to say something. */
  needed: boolean;
}) {
  const words = useWords(talkWords);
  const toast = useToast();
  const [text, setText] = useState("");
  const say = () => {
    const said = text.trim();
    if (said !== "") {
      setText("");
      props.say(said).catch((failure: unknown) => {
        setText(said);
        toast.failed(failure);
      });
    }
  };
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <TextInput
        label={words.type}
        placeholder={words.typeHint}
        name="text"
        maxLength={500}
        autoComplete="off"
        data-autofocus={props.needed || undefined}
        autoFocus={props.needed}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={({ key, nativeEvent }) => {
          if (key === "Enter" && !nativeEvent.isComposing) {
            say();
          }
        }}
        style={{ flex: 1 }}
      />
      <Button variant="default" onClick={say}>
        {words.send}
      </Button>
    </Group>
  );
}
