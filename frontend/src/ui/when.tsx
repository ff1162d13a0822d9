import { Text } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { useLocale } from "@/i18n/language";
import { time, when } from "./format";
import { useZone } from "./zone";

const listeners = new Set<() => void>();
let now = new Date();
let timer: ReturnType<typeof setInterval> | undefined;

/** The time, at most half a minute old. */
export function useNow(): Date {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      timer ??= setInterval(() => {
        now = new Date();
        listeners.forEach((tell) => {
          tell();
        });
      }, 30_000);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
      };
    },
    () => (timer === undefined && Date.now() - now.getTime() > 30_000 ? (now = new Date()) : now),
  );
}

/** When something was, by the business's clock; the whole of it on hover. */
export function When({ at }: { at: string }) {
  const zone = useZone();
  const locale = useLocale();
  const whole = time(at, zone, locale, { dateStyle: "full", timeStyle: "long" });
  return (
    <Text component="time" inherit dateTime={at} title={whole}>
      {when(at, useNow(), zone, locale)}
    </Text>
  );
}
