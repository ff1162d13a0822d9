import { Stack, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useWords } from "@/i18n/catalogue";
import classes from "./calls.module.css";
import type { Call, Turn } from "./queries";
import { isDone, result } from "./tools";
import { callWords } from "./words";

/** What the receptionist did on a call: each deed, and what it came to. */
export function WhatHappened({ call, turns }: { call: Call; turns: readonly Turn[] }) {
  const words = useWords(callWords);
  const deeds = turns
    .flatMap((turn) => turn.tool_calls)
    .filter((tool) => isDone(tool) && tool.tool !== "end_call");
  if (deeds.length === 0) {
    const outcome = call.outcome;
    return (
      <Text c="dimmed">
        {outcome == null ? words.nothingHappened : `${words[outcome]}. ${words.nothingHappened}`}
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      {deeds.map((deed) => (
        <div key={deed.id} className={classes.done}>
          <IconCircleCheck size={18} stroke={1.5} aria-hidden />
          <div>
            <Text fw={550}>
              {deed.tool === "take_message"
                ? words.message_taken
                : deed.tool === "schedule_appointment"
                  ? words.appointment_booked
                  : words.toolOther(deed.tool)}
            </Text>
            <Text size="sm" c="dimmed" dir="auto">
              {result(deed)}
            </Text>
          </div>
        </div>
      ))}
    </Stack>
  );
}
