import type { Schema } from "@/api/client";

export type Call = Schema<"Call">;
export type Turn = Schema<"Turn">;

/** Words of a turn that is not over. `system` and empty: there is no such turn after all. */
export interface Caption {
  index: number;
  speaker: Schema<"Speaker">;
  text: string;
}

export interface ToolAtWork {
  name: string;
  started_at: string;
}

/** A message of the live connection; what is not listed here is only worth reading lists again. */
export type LiveEvent = { at: string } & (
  | {
      type: "live.snapshot";
      data: {
        calls: (Call & { turns: Turn[]; partial: Caption | null; tool: ToolAtWork | null })[];
      };
    }
  | { type: "call.started" | "call.updated" | "call.ended" | "call.analyzed"; data: Call }
  | { type: "turn.partial"; data: Caption & { call_id: string } }
  | { type: "turn.final"; data: Turn & { call_id: string } }
  | { type: "tool.started"; data: { call_id: string; name: string } }
  | { type: "tool.finished"; data: { call_id: string; name: string; ok: boolean } }
  | {
      type:
        | "lead.created"
        | "lead.updated"
        | "message.taken"
        | "message.updated"
        | "appointment.booked"
        | "appointment.cancelled"
        | "stats.tick";
      data: unknown;
    }
);
