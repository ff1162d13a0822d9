import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { MantineProvider } from "@mantine/core";
import react from "@vitejs/plugin-react";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { cssVariables, theme } from "./src/ui/theme.ts";

// The service that `npm run dev` talks to.
const service = process.env.FRONTDESK_URL ?? "http://localhost:8080";

/** Pages are loaded as they are visited: those that the router parts from their routes, by `late`, too. */
const latePages: Plugin = {
  name: "late-pages",
  transform: {
    filter: { id: /\/src\/routes\/.*\.tsx$/, code: "tsr-split" },
    handler: (code) =>
      `import { late } from "@/api/late";\n${code.replaceAll(/=> (import\([^)]*tsr-split[^)]*\))/g, "=> late(() => $1)")}`,
  },
};

export default defineConfig(({ command }) => ({
  plugins: [
    tanstackRouter({
      target: "react",
      // What a page reads before it is drawn comes with the page.
      codeSplittingOptions: {
        defaultBehavior: [["loader", "component"], ["errorComponent"], ["notFoundComponent"]],
      },
    }),
    latePages,
    react(),
    ...mantineStyles(),
    themeStyles,
    filesOfPages,
  ],
  resolve: { alias: { "@": fileURLToPath(new URL("src", import.meta.url)) } },
  // The service puts a fresh nonce in place of this at every answer.
  html: command === "build" ? { cspNonce: "__CSP_NONCE__" } : {},
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // For scripts/bundle-size.mjs.
    manifest: true,
    // Everything is a file of its own: `data:` is not in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // A name made of the names of all pages that share a chunk would be long.
        chunkFileNames: ({ name }) => `assets/${name.replace(/~.*/, "")}-[hash].js`,
        assetFileNames: ({ names: [name = ""] }) =>
          `assets/${name.replace(/[~.].*/, "")}-[hash][extname]`,
        // Few files: over a slow line each costs a round trip. What every page needs is one; what the frame and home need
        // is another; of the rest, what is small joins what is used at the same time.
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules\/(?:react|react-dom|scheduler)\//, priority: 5 },
            { name: "start", tags: ["$initial"], priority: 4 },
            {
              name: "frame",
              test: /src\/(?:app\/shell|home\/home-page)[.]tsx|src\/routes\/_app(?:\/index)?[.]tsx[?]tsr-split/,
              priority: 3,
            },
            {
              name: "enter",
              test: /src\/auth\/(?:login|signup)-page[.]tsx|src\/routes\/(?:login|signup)[.]tsx[?]tsr-split/,
              priority: 2,
            },
            {
              name: "call",
              test: /src\/calls\/calls?-page[.]tsx|src\/routes\/_app\/calls\/(?:route|[$]callId)[.]tsx[?]tsr-split/,
              priority: 2,
            },
            { name: "toasts", test: /src\/app\/toasts[.]tsx/, priority: 2 },
            { name: "player", test: /src\/playback\/player[.]tsx/, priority: 1.6 },
            { name: "call-me", test: /src\/practice\/call-me-menu[.]tsx/, priority: 1.5 },
            {
              name: "shared",
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 3000,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  // Pages are loaded when visited: what they import is found at the start all the same.
  optimizeDeps: {
    entries: ["index.html", "src/**/*.{ts,tsx}", "!src/**/*.test.*", "!src/testing"],
  },
  server: {
    proxy: {
      "/api": { target: service, ws: true },
      "/health": { target: service },
    },
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/testing/setup.ts"],
    css: false,
    testTimeout: 30_000,
  },
}));

/** Tells public/opening.js which files each place needs beside the first ones, so that it can send for them at once. */
const filesOfPages: Plugin = {
  name: "files-of-pages",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (html, { bundle = {}, chunk: first }) => {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const files: string[] = [];
      const pages: Record<string, number[]> = {};
      const parts = chunks.flatMap((part) =>
        part.moduleIds.flatMap((id) => {
          const file = /src\/routes\/([^?]+)[.]tsx[?]tsr-split=.*component/.exec(id)?.[1];
          return file === undefined || file.startsWith("__") ? [] : [{ part, ...placeOf(file) }];
        }),
      );
      for (const { place } of parts.filter(({ around }) => !around)) {
        const needed = new Set(first?.imports).add(first?.fileName ?? "");
        const before = needed.size;
        const waiting = parts
          .filter((one) => one.place === place || (one.around && isIn(place, one.place)))
          .map(({ part }) => part);
        for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
          if (!needed.has(next.fileName)) {
            const { fileName, imports, viteMetadata } = next;
            [fileName, ...(viteMetadata?.importedCss ?? [])].forEach((file) => needed.add(file));
            waiting.push(...chunks.filter((chunk) => imports.includes(chunk.fileName)));
          }
        }
        pages[place.replace(/^_app[/]?/, "")] = [...needed]
          .slice(before)
          .map((path) => path.replace("assets/", ""))
          .map((file) => (files.includes(file) ? files.indexOf(file) : files.push(file) - 1));
      }
      const told = JSON.stringify({ files, pages }).replaceAll('"', "&quot;");
      const react = Object.keys(bundle).find((file) => file.startsWith("assets/react-"));
      return (
        html
          .replace('src="/opening.js"', `src="/opening.js" data-files="${told}"`)
          // Run by itself: the browser can answer between it and the rest.
          .replace(
            '<script type="module"',
            `<script type="module" crossorigin src="/${react ?? ""}"></script>\n    $&`,
          )
      );
    },
  },
};

/** The place of a route's file: `_app/calls/*` for `_app/calls/$callId`; `around` others, if it is the frame of a folder. */
function placeOf(file: string): { place: string; around: boolean } {
  const around = file === "_app" || file.endsWith("/route");
  const place = file.replace(/[/](?:index|route)$/, "").replaceAll(/_?[.]/g, "/");
  return { place: place.replaceAll(/[$]\w+/g, "*"), around };
}

function isIn(place: string, folder: string): boolean {
  return place === folder || place.startsWith(`${folder}/`);
}

/** What Mantine would make of our theme at every start, and put into the page: as a style sheet, with the others. */
const themeStyles: Plugin = {
  name: "theme-styles",
  resolveId: (id) => (id === "virtual:theme.css" ? `\0${id}` : undefined),
  load: (id) =>
    id === "\0virtual:theme.css"
      ? renderToStaticMarkup(
          createElement(MantineProvider, { theme, cssVariablesResolver: cssVariables }),
        ).replaceAll(/<[/]?style[^>]*>/g, "")
      : undefined,
};

/**
 * Mantine's styles: in a build, each component's come with the component, and so with the page that shows it. They are in
 * a layer below ours, so that the order in which pages are loaded changes nothing.
 */
function mantineStyles(): Plugin[] {
  const styles = fileURLToPath(new URL("node_modules/@mantine/core/styles", import.meta.url));
  return [
    {
      name: "mantine-styles",
      apply: "build",
      transform(code, id) {
        const component = /@mantine\/core\/esm\/.*\/(\w+)[.]module[.]mjs$/.exec(id)?.[1];
        const file = `${styles}/${component ?? ""}.layer.css`;
        return component !== undefined && existsSync(file)
          ? { code: `import ${JSON.stringify(file)};\n${code}`, map: null }
          : undefined;
      },
    },
    {
      name: "mantine-styles-while-developing",
      apply: "serve",
      transform(code, id) {
        return id.endsWith("/src/app/providers.tsx")
          ? { code: `import "@mantine/core/styles.layer.css";\n${code}`, map: null }
          : undefined;
      },
    },
  ];
}
