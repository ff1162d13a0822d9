import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

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
    tanstackRouter({ target: "react" }),
    latePages,
    react(),
    ...mantineStyles(),
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
            { name: "frame", test: /src\/(?:app\/shell|home\/home-page)[.]tsx/, priority: 3 },
            { name: "enter", test: /src\/auth\/(?:login|signup)-page[.]tsx/, priority: 2 },
            { name: "calls", test: /src\/calls\/calls?-page[.]tsx/, priority: 2 },
            { name: "toasts", test: /src\/app\/toasts[.]tsx/, priority: 2 },
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
      const frame = chunks.find(({ facadeModuleId }) => facadeModuleId?.includes("/_app.tsx?"));
      const files: string[] = [];
      const pages: Record<string, number[]> = {};
      for (const page of chunks) {
        const [, inFrame, route] =
          /src\/routes\/(_app[/.])?(\w+)[^?]*[?]tsr-split=component/.exec(
            page.facadeModuleId ?? "",
          ) ?? [];
        if (route === undefined) {
          continue;
        }
        const needed = new Set(first?.imports).add(first?.fileName ?? "");
        const told = needed.size;
        const waiting = inFrame !== undefined && frame !== undefined ? [page, frame] : [page];
        for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
          if (!needed.has(next.fileName)) {
            const { fileName, imports, viteMetadata } = next;
            [fileName, ...(viteMetadata?.importedCss ?? [])].forEach((file) => needed.add(file));
            waiting.push(...chunks.filter((chunk) => imports.includes(chunk.fileName)));
          }
        }
        const place = route === "index" || route === "tsx" ? "" : route;
        const known = new Set(pages[place]);
        for (const file of [...needed].slice(told).map((path) => path.replace("assets/", ""))) {
          known.add(files.includes(file) ? files.indexOf(file) : files.push(file) - 1);
        }
        pages[place] = [...known];
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
