import { useEffect, useRef, type RefObject } from "react";

/** Scrolls an element into sight when it becomes the chosen one of its list. */
export function useInSight<Shown extends Element>(chosen: boolean): RefObject<Shown | null> {
  const ref = useRef<Shown>(null);
  useEffect(() => {
    if (chosen) {
      ref.current?.scrollIntoView({ block: "nearest" });
    }
  }, [chosen]);
  return ref;
}
