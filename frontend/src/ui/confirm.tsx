import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { createContext, use, useState, type ReactNode } from "react";
import { useWords } from "@/i18n/catalogue";
import { uiWords } from "./words";

export interface Question {
  title: string;
  /** What will happen, and what cannot be undone. */
  body: ReactNode;
  /** A verb with its object: "Release number". */
  action: string;
  /** Something is lost. */
  danger?: boolean;
}

const Ask = createContext<(question: Question) => Promise<boolean>>(() => Promise.resolve(false));

/** `if (await confirm({ title, body, action })) …` */
export function useConfirm() {
  return use(Ask);
}

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const words = useWords(uiWords);
  const [asked, setAsked] = useState<Question & { answer: (yes: boolean) => void }>();
  const [open, setOpen] = useState(false);
  const ask = (question: Question) =>
    new Promise<boolean>((answer) => {
      setAsked({ ...question, answer });
      setOpen(true);
    });
  const close = (yes: boolean) => {
    asked?.answer(yes);
    setOpen(false);
  };
  return (
    <Ask value={ask}>
      {children}
      <Modal opened={open} onClose={() => close(false)} title={asked?.title} zIndex={400}>
        <Stack>
          <Text component="div">{asked?.body}</Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => close(false)}>
              {words.cancel}
            </Button>
            <Button
              color={asked?.danger === true ? "red.8" : undefined}
              data-autofocus
              onClick={() => close(true)}
            >
              {asked?.action}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Ask>
  );
}
