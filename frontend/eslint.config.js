import js from "@eslint/js";
import query from "@tanstack/eslint-plugin-query";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

// Who may import whom: what is shared knows nothing of the pages.
const shared = ["api", "auth", "business", "i18n", "ui"];

export default tseslint.config(
  { ignores: ["dist", "src/api/schema.d.ts", "src/routeTree.gen.ts"] },
  js.configs.recommended,
  {
    files: ["src/**/*.{ts,tsx}", "browser/**/*.ts"],
    extends: [
      ...tseslint.configs.strictTypeChecked,
      ...query.configs["flat/recommended"],
      hooks.configs.flat["recommended-latest"],
    ],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // TanStack Router throws redirects.
      "@typescript-eslint/only-throw-error": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false, properties: false } },
      ],
    },
  },
  {
    files: shared.map((folder) => `src/${folder}/**`),
    ignores: ["**/*.test.{ts,tsx}"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["@/*/**"].concat(shared.map((f) => `!@/${f}/**`)),
              message: "What is shared knows no page.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["public/**"],
    languageOptions: {
      globals: {
        document: "readonly",
        fetch: "readonly",
        localStorage: "readonly",
        location: "readonly",
        matchMedia: "readonly",
        navigator: "readonly",
        window: "readonly",
      },
    },
  },
  {
    files: ["*.js", "*.mjs", "*.cjs", "scripts/**", "browser/*.mjs"],
    languageOptions: {
      globals: { process: "readonly", console: "readonly", URL: "readonly", module: "writable" },
    },
  },
  {
    // Holds functions that run in the page.
    files: ["browser/lighthouse.mjs"],
    languageOptions: { globals: { fetch: "readonly", localStorage: "readonly" } },
  },
);
