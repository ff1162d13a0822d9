import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Tests in a real browser against a real service: see README.md.
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  test: {
    include: ["*.test.ts"],
    globalSetup: "setup.ts",
    testTimeout: 90_000,
    hookTimeout: 90_000,
    expect: { poll: { timeout: 20_000, interval: 100 } },
    maxWorkers: 3,
  },
});
