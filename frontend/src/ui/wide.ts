import { useMediaQuery } from "@mantine/hooks";

/** Whether a list and what is chosen of it have room side by side. */
export function useWide(): boolean {
  return useMediaQuery("(min-width: 68em)", undefined, { getInitialValueInEffect: false });
}
