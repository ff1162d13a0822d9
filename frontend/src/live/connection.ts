import type { QueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { LiveEvent } from "./events";
import { liveCalls } from "./live-calls";

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/** At most so often is a list read again because of what happens. */
const BETWEEN_READS_MS = 1000;

/** The queries that each kind of event makes stale. */
const STALE: Record<string, readonly string[]> = {
  call: ["calls"],
  lead: ["leads"],
  message: ["messages"],
  appointment: ["appointments"],
  stats: ["stats"],
  live: ["calls", "leads", "messages", "appointments", "stats"],
};

/** Keeps the page told of what happens, whatever becomes of the line. Returns what ends it. */
export function connectLive(queries: QueryClient): () => void {
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = FIRST_PAUSE_MS;
  let ended = false;
  let snapshots = 0;
  const stale = new Set<string>();
  let reading: ReturnType<typeof setTimeout> | undefined;

  const connect = async () => {
    timer = undefined;
    try {
      const { ticket } = await body(api.POST("/api/v1/live/tickets"));
      if (ended) {
        return;
      }
      const address = new URL("/api/v1/live", window.location.origin);
      address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
      address.searchParams.set("ticket", ticket);
      socket = new WebSocket(address);
      socket.onmessage = ({ data }) => {
        take(JSON.parse(String(data)) as LiveEvent);
      };
      socket.onclose = comeAgain;
    } catch {
      comeAgain();
    }
  };

  const comeAgain = () => {
    if (ended) {
      return;
    }
    socket = undefined;
    liveCalls.lost();
    // Many pages that lost the same service do not all come back at once.
    timer = setTimeout(() => void connect(), pauseMs * (0.5 + Math.random()));
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  };

  const atOnce = () => {
    if (timer !== undefined) {
      clearTimeout(timer);
      void connect();
    }
  };

  const take = (event: LiveEvent) => {
    liveCalls.take(event);
    if (event.type === "live.snapshot") {
      pauseMs = FIRST_PAUSE_MS;
      snapshots += 1;
      if (snapshots === 1) {
        return; // nothing was missed
      }
    }
    STALE[event.type.slice(0, event.type.indexOf("."))]?.forEach((key) => stale.add(key));
    if (stale.size > 0) {
      reading ??= setTimeout(read, BETWEEN_READS_MS);
    }
  };

  const read = () => {
    reading = undefined;
    stale.forEach((key) => void queries.invalidateQueries({ queryKey: [key] }));
    stale.clear();
  };

  window.addEventListener("online", atOnce);
  void connect();
  return () => {
    ended = true;
    window.removeEventListener("online", atOnce);
    clearTimeout(timer);
    clearTimeout(reading);
    socket?.close();
    liveCalls.reset();
  };
}
