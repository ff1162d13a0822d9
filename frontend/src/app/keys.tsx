import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { lazy, Suspense } from "react";
import { late } from "@/api/late";
import { useWords } from "@/i18n/catalogue";
import { useShortcuts } from "@/ui/shortcuts";
import { appWords } from "./words";

const KeyList = lazy(() => late(() => import("./key-list")));
const Palette = lazy(() => late(() => import("./palette")));

/** The keys that work everywhere: ⌘K and ?. */
export function Keys() {
  const words = useWords(appWords);
  const [palette, { open: openPalette, close: closePalette }] = useDisclosure();
  const [help, { open: openHelp, close: closeHelp }] = useDisclosure();
  useHotkeys([["mod+K", openPalette]], []);
  useShortcuts([{ key: "?", does: words.keysShow, run: openHelp }]);
  return (
    <>
      {palette && (
        <Suspense>
          <Palette close={closePalette} />
        </Suspense>
      )}
      {help && (
        <Suspense>
          <KeyList close={closeHelp} />
        </Suspense>
      )}
    </>
  );
}
