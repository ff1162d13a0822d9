import { useBlocker } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
import { useConfirm } from "./confirm";
import { uiWords } from "./words";

/** Asks before a page is left on which something is not saved yet. */
export function useUnsavedGuard(unsaved: boolean) {
  const words = useWords(uiWords);
  const confirm = useConfirm();
  useBlocker({
    shouldBlockFn: async () =>
      unsaved &&
      !(await confirm({
        title: words.unsavedTitle,
        body: words.unsavedText,
        action: words.leave,
        danger: true,
      })),
    enableBeforeUnload: () => unsaved,
  });
}
