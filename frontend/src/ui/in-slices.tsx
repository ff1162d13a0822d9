import { useDeferredValue, type ReactNode } from "react";

/** Draws a large part of a page a little later and in slices: between them the browser answers to whoever uses it. */
export function InSlices({ children }: { children: ReactNode }) {
  return useDeferredValue(true, false) ? children : null;
}
