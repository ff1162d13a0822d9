import { useBlocker } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
import { useConfirm } from "./confirm";
import { uiWords } from "./words";

/** Asks before a page is left on which something is not saved yet; `save` is tried first, and says whether it has worked. */
export function useUnsavedGuard(unsaved: boolean, save?: () => Promise<boolean>) {
  const words = useWords(uiWords);
  const confirm = useConfirm();
  useBlocker({
    shouldBlockFn: async () =>
      unsaved &&
      (await save?.()) !== true &&
      !(await confirm({
        title: words.unsavedTitle,
        body: words.unsavedText,
        action: words.leave,
        danger: true,
      })),
    enableBeforeUnload: () => unsaved,
  });
}
