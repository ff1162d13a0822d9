import { useSyncExternalStore } from "react";
import { session, type Who } from "./session";

export function useSession() {
  return useSyncExternalStore(session.subscribe, session.state);
}

/** Who is signed in. For pages that only people who are signed in see. */
export function useWho(): Who | undefined {
  const state = useSession();
  return "who" in state ? state.who : undefined;
}
