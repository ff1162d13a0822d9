import { Stack, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useWords } from "@/i18n/catalogue";
import classes from "./calls.module.css";
import { callQueries, type Call, type Turn } from "./queries";
import { isDone, result } from "./tools";
import { Transfers } from "./transfers";
import { callWords } from "./words";

/** What left nothing to show, or is shown otherwise. */
const SILENT = [
  "end_call",
  "transfer_call",
  "check_availability",
  "search_knowledge",
  "lookup_customer",
  "update_intake",
  "set_language",
];

/** What the receptionist did on a call: each deed, and what it came to. */
export function WhatHappened({ call, turns }: { call: Call; turns: readonly Turn[] }) {
  const words = useWords(callWords);
  const deeds = turns
    .flatMap((turn) => turn.tool_calls)
    .filter((tool) => isDone(tool) && !SILENT.includes(tool.tool));
  const text = (tool: string) => {
    switch (tool) {
      case "take_message":
        return words.message_taken;
      case "schedule_appointment":
        return words.appointment_booked;
      case "move_appointment":
        return words.visitMoved;
      case "cancel_appointment":
        return words.visitCancelled;
      case "note_question":
        return words.question_noted;
      case "promise_call_back":
        return words.callBackPromised;
      case "create_customer":
        return words.customer_created;
      case "create_service_request":
        return words.request_created;
      default:
        return words.toolOther(tool);
    }
  };
  const transfers = useQuery(callQueries.transfers(call.id)).data?.transfers ?? [];
  if (deeds.length === 0 && transfers.length === 0) {
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
            <Text fw={550}>{text(deed.tool)}</Text>
            <Text size="sm" c="dimmed" dir="auto">
              {result(deed)}
            </Text>
          </div>
        </div>
      ))}
      <Transfers of={transfers} />
    </Stack>
  );
}
