import { existsSync } from "node:fs"
import { defineConfig } from "@playwright/test"

const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync)

export default defineConfig({
  testDir: "tests/journeys",
  outputDir: "test-results",
  reporter: "list",
  timeout: 90_000,
  workers: 1,
  use: {
    trace: "off",
    launchOptions: {
      ...(chromium && { executablePath: chromium }),
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
})
