import { Stack, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import classes from "./captions.module.css";
import { useLiveCallOf } from "./use-live";

/** Whose words are whose, and what stands in their place. */
interface CaptionWords {
  captions: string;
  connecting: string;
  caller: string;
  receptionist: string;
  over: string;
}

/** What is said in a call, as it is said. */
export function Captions({ callSid, words }: { callSid: string; words: CaptionWords }) {
  const live = useLiveCallOf(callSid);
  const turns = [
    ...(live?.turns ?? []).map(({ heard_text, ...turn }) => ({
      ...turn,
      text: heard_text ?? turn.text,
    })),
    ...(live?.partials ?? []),
  ].filter(({ speaker }) => speaker !== "system");
  const end = useRef<HTMLDivElement>(null);
  const lines = turns.length;
  useEffect(() => {
    end.current?.scrollIntoView({ block: "nearest" });
  }, [lines]);
  return (
    <Stack
      gap="xs"
      className={classes.captions}
      role="log"
      aria-label={words.captions}
      tabIndex={0}
    >
      {turns.length === 0 && <Text c="dimmed">{words.connecting}</Text>}
      {turns.map((turn) => (
        <div key={turn.index} className={classes.turn} data-speaker={turn.speaker}>
          <Text size="xs" c="dimmed">
            {turn.speaker === "caller" ? words.caller : words.receptionist}
          </Text>
          <Text dir="auto">{turn.text}</Text>
        </div>
      ))}
      {live?.over === true && (
        <Text size="sm" c="dimmed">
          {words.over}
        </Text>
      )}
      <div ref={end} />
    </Stack>
  );
}
