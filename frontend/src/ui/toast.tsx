import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useWords } from "@/i18n/catalogue";
import { useReason } from "./states";
import { uiWords } from "./words";

const SHORT_MS = 3000;
const LONG_MS = 8000;

/** Says what was done, or what could not be; `undo` takes it back. */
export function useToast() {
  const words = useWords(uiWords);
  const reason = useReason();
  return {
    done: (message: string) => {
      notifications.show({ message, autoClose: SHORT_MS });
    },
    saved: () => {
      notifications.show({ id: "saved", message: words.saved, autoClose: SHORT_MS });
    },
    undo: (message: string, undo: () => void) => {
      const id = notifications.show({
        autoClose: LONG_MS,
        withCloseButton: false,
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Text>{message}</Text>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                notifications.hide(id);
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
      notifications.show({
        title: words.failed,
        message: reason(error),
        color: "red.8",
        autoClose: LONG_MS,
      });
    },
  };
}
