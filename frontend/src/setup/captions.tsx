import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useWords } from "@/i18n/catalogue";
import classes from "./captions.module.css";
import { setupQueries } from "./queries";
import { setupWords } from "./words";

/** What is said in a call, as it is said. */
export function Captions({ callSid }: { callSid: string }) {
  const words = useWords(setupWords);
  const { data: said } = useQuery(setupQueries.said(callSid));
  const turns = said?.turns.filter(({ speaker }) => speaker !== "system") ?? [];
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
          <Text dir="auto">{turn.heard_text ?? turn.text}</Text>
        </div>
      ))}
      {said?.call.ended_at != null && (
        <Text size="sm" c="dimmed">
          {words.over}
        </Text>
      )}
      <div ref={end} />
    </Stack>
  );
}
