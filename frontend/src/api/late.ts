import { service } from "./service";

/**
 * Loads a part of the app that is fetched once it is needed: `late(() => import("./palette"))`. If the service is away,
 * the part comes when that is back, and the page stays as it is until then.
 */
export async function late<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch {
    await service.back();
    return load();
  }
}

/** Asks once more for style sheets that did not come, when the service is back: what loads parts of the app does not. */
export function fetchMissingStyles() {
  const again = new WeakSet<HTMLLinkElement>();
  document.addEventListener(
    "error",
    ({ target: missing }) => {
      if (
        missing instanceof HTMLLinkElement &&
        missing.rel === "stylesheet" &&
        !again.has(missing)
      ) {
        const link = document.createElement("link");
        link.rel = missing.rel;
        link.href = missing.href;
        again.add(link);
        void service.back().then(() => missing.replaceWith(link));
      }
    },
    { capture: true },
  );
}
