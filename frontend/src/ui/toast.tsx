import { Button, Group, Text } from "@mantine/core";
import { useSyncExternalStore, type ReactNode } from "react";
import { late } from "@/api/late";
import { useWords } from "@/i18n/catalogue";
import { useReason } from "./states";
import { StillEditing } from "./versioned";
import { uiWords } from "./words";

type Notice = import("@mantine/notifications").NotificationData;

type Message = string | ((hide: () => void) => ReactNode);

const SHORT_MS = 3000;
const LONG_MS = 8000;

let shown = 0;
const listeners = new Set<() => void>();

/** Whether there has been a toast on this page: until then, nothing stands ready to show one. */
export function useToasted(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => shown > 0,
  );
}

function show({ message, ...notice }: Omit<Notice, "message"> & { message: Message }) {
  const number = ++shown;
  listeners.forEach((listener) => {
    listener();
  });
  void late(() => import("@mantine/notifications")).then(({ notifications }) => {
    const id = notice.id ?? `toast-${number}`;
    const hide = () => notifications.hide(id);
    notifications.show({
      ...notice,
      id,
      message: typeof message === "function" ? message(hide) : message,
    });
  });
}

/** Says what was done, or what could not be; `undo` takes it back. */
export function useToast() {
  const words = useWords(uiWords);
  const reason = useReason();
  return {
    done: (message: string) => {
      show({ message, autoClose: SHORT_MS });
    },
    saved: () => {
      show({ id: "saved", message: words.saved, autoClose: SHORT_MS });
    },
    undo: (message: string, undo: () => void) => {
      show({
        autoClose: LONG_MS,
        withCloseButton: false,
        message: (hide) => (
          <Group justify="space-between" wrap="nowrap">
            <Text>{message}</Text>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                hide();
                undo();
              }}
            >
              {words.undo}
            </Button>
          </Group>
        ),
      });
    },
    failed: (error: unknown) => {
      if (error instanceof StillEditing) {
        return;
      }
      show({
        title: words.failed,
        message: reason(error),
        color: "red.8",
        autoClose: LONG_MS,
      });
    },
  };
}
