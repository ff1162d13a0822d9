import { useEffect, useState } from "react";

/** Long enough for a page to be there on a slow phone. */
export const AFTER_PAGE_MS = 2000;

/** False at first, true a moment after the page is there: for what nobody sees at once, and need not be waited for. */
export function useSoon(afterMs = AFTER_PAGE_MS): boolean {
  const [soon, setSoon] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSoon(true);
    }, afterMs);
    return () => {
      clearTimeout(timer);
    };
  }, [afterMs]);
  return soon;
}
