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
  plugins: [tanstackRouter({ target: "react" }), latePages, react()],
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
