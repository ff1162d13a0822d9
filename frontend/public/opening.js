// Runs before the first paint, while everything else is still on its way: so that a dark page never flashes white, and so
// that what would be found out to be needed only round trips later is sent for at once.
(() => {
  const stored = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // Storage is switched off: follow the system, and load as the page goes.
    }
  };

  const chosen = stored("mantine-color-scheme-value");
  const dark =
    chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");

  // The files of the pages, as vite.config.ts wrote them down: {files: ["a.js"], pages: {login: [0]}}.
  const signedIn = stored("frontdesk-signed-in") !== null;
  const { files = [], pages = {} } = JSON.parse(document.currentScript.dataset.files ?? "{}");
  const path = signedIn ? location.pathname.replace(/^[/]|[/]$/g, "") : "login";
  const list = path.replace(/[/].*/, "");
  const oneOf = `${list}/*`;
  const wide = matchMedia("(min-width: 68em)").matches; // as in src/ui/wide.ts: what is one of a list has that beside it
  const places = path in pages ? [path] : oneOf in pages ? [oneOf, ...(wide ? [list] : [])] : [""];
  for (const file of new Set(places.flatMap((place) => pages[place] ?? []))) {
    const link = document.createElement("link");
    const style = files[file].endsWith(".css");
    link.rel = style ? "preload" : "modulepreload";
    link.as = style ? "style" : "script";
    link.crossOrigin = "";
    link.href = `/assets/${files[file]}`;
    document.head.append(link);
  }

  // Who it is: src/auth/browser.ts takes the answer. One tab at a time, as there.
  if (signedIn && navigator.locks !== undefined) {
    const renewal = navigator.locks.request("frontdesk-refresh", () =>
      fetch("/api/v1/auth/refresh", { method: "POST", credentials: "same-origin" }),
    );
    renewal.catch(() => undefined);
    window.frontdeskRenewal = renewal;
  }
})();
