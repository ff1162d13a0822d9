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
      case "search_knowledge":
        return words.toolSearch;
      case "lookup_customer":
        return words.toolLookup;
      case "create_customer":
        return words.toolCustomer;
      case "create_service_request":
        return words.toolRequest;
      case "note_question":
        return words.toolNote;
      case "schedule_appointment":
        return words.toolBook;
      case "check_availability":
        return words.toolCheck;
      case "move_appointment":
        return words.toolMove;
      case "cancel_appointment":
        return words.toolCancel;
      case "update_intake":
        return words.toolIntake;
      case "set_language":
        return words.toolLanguage;
      case "promise_call_back":
        return words.toolPromise;
      case "transfer_call":
        return words.toolTransfer;
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
        case "search_knowledge":
          return words.doingSearch;
        case "lookup_customer":
          return words.doingLookup;
        case "create_customer":
          return words.doingCustomer;
        case "create_service_request":
          return words.doingRequest;
        case "note_question":
          return words.doingNote;
        case "schedule_appointment":
          return words.doingBook;
        case "check_availability":
          return words.doingCheck;
        case "move_appointment":
        case "cancel_appointment":
          return words.doingChange;
        case "update_intake":
          return words.doingIntake;
        case "set_language":
          return words.doingLanguage;
        case "promise_call_back":
          return words.doingPromise;
        case "transfer_call":
          return words.doingTransfer;
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
  const argument = {
    take_message: "text",
    note_question: "question",
    create_service_request: "description",
    create_customer: "name",
  }[call.tool];
  const text = argument === undefined ? saying(call) : field(call.arguments, argument);
  return typeof text === "string" ? text : "";
}

function saying(call: ToolCall): string | undefined {
  const say = field(call.output, "say");
  return typeof say === "string" ? say : undefined;
}

function field(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? (of as Record<string, unknown>)[name] : undefined;
}
