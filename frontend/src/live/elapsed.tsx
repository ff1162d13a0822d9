import { useSyncExternalStore } from "react";
import { clock } from "@/ui/format";

const listeners = new Set<() => void>();
let second = Math.floor(Date.now() / 1000);
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(() => {
    second = Math.floor(Date.now() / 1000);
    listeners.forEach((tell) => {
      tell();
    });
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** How long it has been since a moment, as a clock that runs. */
export function Elapsed({ since, label }: { since: string; label: string }) {
  const now = useSyncExternalStore(subscribe, () => second);
  return (
    <span role="timer" aria-label={label} aria-live="off">
      {clock(now - Math.floor(Date.parse(since) / 1000))}
    </span>
  );
}
