import { defineConfig } from "vitest/config"

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    include: [
      "{apps,packages}/**/*.test.{ts,tsx}",
      "infra/**/*.test.ts",
      "tests/{isolation,faults,founding}/**/*.test.ts",
    ],
    globalSetup: ["./vitest.setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
