import { useEffect, useRef, useSyncExternalStore } from "react";

/** A key that does something on this page, and the words that say what. */
export interface Shortcut {
  /** One key as the keyboard sends it: "j", "/", "?". */
  key: string;
  does: string;
  run: () => void;
}

let active: readonly (readonly Shortcut[])[] = [];
const listeners = new Set<() => void>();

function change(next: typeof active) {
  active = next;
  listeners.forEach((listener) => {
    listener();
  });
}

/** All shortcuts of the page that is shown, for listing them. */
export function useActiveShortcuts(): readonly Shortcut[] {
  const groups = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => active,
  );
  return groups.flat();
}

/** While the page is shown, its keys work: except while somebody types, and with Ctrl, Alt or ⌘ held. */
export function useShortcuts(shortcuts: readonly Shortcut[]) {
  const newest = useRef(shortcuts);
  useEffect(() => {
    newest.current = shortcuts;
  });
  const told = shortcuts.map(({ key, does }) => `${key} ${does}`).join("\n");
  useEffect(() => {
    const group = newest.current;
    change([...active, group]);
    return () => {
      change(active.filter((other) => other !== group));
    };
  }, [told]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.defaultPrevented ||
        isBusy(event)
      ) {
        return;
      }
      const found = newest.current.find(({ key }) => key === event.key);
      if (found !== undefined) {
        event.preventDefault();
        found.run();
      }
    };
    window.addEventListener("keydown", pressed);
    return () => {
      window.removeEventListener("keydown", pressed);
    };
  }, []);
}

/** Somebody types, or a dialog is open over the page. */
function isBusy(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : undefined;
  return (
    target?.isContentEditable === true ||
    target?.closest("input, textarea, select, [role=dialog], [role=listbox]") != null ||
    document.querySelector("[role=dialog]") !== null
  );
}
