import { useMediaQuery } from "@mantine/hooks";

/** Whether a list and what is chosen of it have room side by side. */
export function useWide(): boolean {
  return useMedia("(min-width: 68em)");
}

/** Whether the places stand in a rail on the left, as in app/shell.module.css; else they are in a bar at the bottom. */
export function useRail(): boolean {
  return useMedia("(min-width: 48em)");
}

function useMedia(query: string): boolean {
  return useMediaQuery(query, undefined, { getInitialValueInEffect: false });
}
