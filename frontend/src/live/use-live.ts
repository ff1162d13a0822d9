import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { useWho } from "@/auth/use-session";
import { connectLive } from "./connection";
import { liveCalls, type LiveCall } from "./live-calls";

/** Keeps this page told of what happens to the business that is signed in. */
export function useLiveConnection() {
  const queries = useQueryClient();
  const tenant = useWho()?.tenant.id;
  useEffect(() => (tenant === undefined ? undefined : connectLive(queries)), [queries, tenant]);
}

/** The calls that go on and those that just ended, newest first. */
export function useLiveCalls() {
  return {
    going: useSyncExternalStore(liveCalls.subscribe, liveCalls.going),
    ended: useSyncExternalStore(liveCalls.subscribe, liveCalls.ended),
    isKnown: useSyncExternalStore(liveCalls.subscribe, liveCalls.isKnown),
    isConnected: useSyncExternalStore(liveCalls.subscribe, liveCalls.isConnected),
  };
}

/** One call, if it goes on or has just ended. */
export function useLiveCall(id: string): LiveCall | undefined {
  return useSyncExternalStore(liveCalls.subscribe, () => liveCalls.one(id));
}

/** The same by the SID that Twilio gave it: of a call that was just placed, nothing else is known. */
export function useLiveCallOf(sid: string): LiveCall | undefined {
  return useSyncExternalStore(liveCalls.subscribe, () => liveCalls.bySid(sid));
}
