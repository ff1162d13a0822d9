import { api, body, type Schema } from "@/api/client";
import { pages } from "@/api/pages";

export type OutboundCall = Schema<"OutboundCall">;
export type OutboundState = OutboundCall["state"];

export const SCRIPT_TYPES = [
  "default",
  "follow_up",
  "appointment_reminder",
] as const satisfies Schema<"ScriptType">[];

/** Those of which more is to be heard. */
const UNDER_WAY: readonly OutboundState[] = ["scheduled", "placing", "calling"];

/** How often is looked what has become of calls that are under way. */
const LOOK_AGAIN_MS = 3000;

export const outreachQueries = {
  all: ["outreach"] as const,
  /** Newest first. */
  list: () => ({
    ...pages([...outreachQueries.all, "list"], (cursor, signal) =>
      body(api.GET("/api/v1/outbound-calls", { params: { query: { cursor } }, signal })),
    ),
    refetchInterval: (query: { state: { data?: { pages: { data: OutboundCall[] }[] } } }) =>
      query.state.data?.pages.some((page) => page.data.some(isUnderWay)) === true
        ? LOOK_AGAIN_MS
        : false,
  }),
};

function isUnderWay(call: OutboundCall): boolean {
  return (
    UNDER_WAY.includes(call.state) &&
    (call.state !== "scheduled" || new Date(call.at).getTime() - Date.now() < LOOK_AGAIN_MS)
  );
}
