import { createContext, lazy, Suspense, use, useState, type ReactNode } from "react";
import { late } from "@/api/late";

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

const ConfirmDialog = lazy(() => late(() => import("./confirm-dialog")));

export function ConfirmProvider({ children }: { children: ReactNode }) {
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
      {asked !== undefined && (
        <Suspense>
          <ConfirmDialog asked={asked} opened={open} close={close} />
        </Suspense>
      )}
    </Ask>
  );
}
