import type { Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { callWords } from "./words";

type ToolCall = Schema<"ToolCall">;

/** What the receptionist did, in words. */
export function useToolWords() {
  const words = useWords(callWords);
  const done = (tool: string) => {
    switch (tool) {
      case "take_message":
        return words.toolTake;
      case "schedule_appointment":
        return words.toolBook;
      case "end_call":
        return words.toolEnd;
      default:
        return words.toolOther(tool);
    }
  };
  return {
    done: (call: ToolCall) => {
      const said = isDone(call) ? undefined : (saying(call) ?? call.tool);
      return said === undefined ? done(call.tool) : words.toolFailed(said);
    },
    doing: (tool: string) => {
      switch (tool) {
        case "take_message":
          return words.doingTake;
        case "schedule_appointment":
          return words.doingBook;
        case "end_call":
          return words.doingEnd;
        default:
          return words.doingOther(tool);
      }
    },
  };
}

export function isDone(call: ToolCall): boolean {
  return field(call.output, "ok") === true;
}

/** What the receptionist was given to say about it; for a message, the message itself. */
export function result(call: ToolCall): string {
  const text = call.tool === "take_message" ? field(call.arguments, "text") : saying(call);
  return typeof text === "string" ? text : "";
}

function saying(call: ToolCall): string | undefined {
  const say = field(call.output, "say");
  return typeof say === "string" ? say : undefined;
}

function field(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? (of as Record<string, unknown>)[name] : undefined;
}
