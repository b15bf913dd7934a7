import { once } from "node:events"
import { existsSync } from "node:fs"
import type { AddressInfo } from "node:net"
import { serve } from "@hono/node-server"
import { type Browser, chromium, type Page } from "@playwright/test"
import { build } from "esbuild"
import { Hono } from "hono"
import { type Cable, layCable } from "./cable.ts"

const CHROMIUM = "/usr/bin/chromium"

/** A page of Chromium that has loaded some of our modules, from a server behind a cable that can be cut. */
export interface InChromium {
  page: Page
  cable: Cable
  url: string
  close(): Promise<void>
}

const bundled = async (contents: string, resolveDir: string) => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir, loader: "ts" },
    bundle: true,
    minify: true,
    format: "iife",
    globalName: "tested",
    write: false,
  })
  return outputFiles[0]?.text ?? ""
}

/**
 * Opens a page with `modules` as the global `tested`, under intake's own content policy.
 *
 * @param modules - paths of modules, seen from `folder`
 * @param app - answers everything but the page itself
 * @param html - the body of the page
 */
export async function openInChromium(
  modules: readonly string[],
  folder: string,
  app: Pick<Hono, "fetch"> = new Hono(),
  html = "",
): Promise<InChromium> {
  if (!existsSync(CHROMIUM)) throw new Error("This test needs Chromium: apt-get install chromium")
  const script = await bundled(modules.map((module) => `export * from "${module}"`).join("\n"), folder)
  const policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; require-trusted-types-for 'script'"
  const around = new Hono()
    .get("/tested.js", (c) => c.body(script, 200, { "content-type": "text/javascript" }))
    .get("/tested", (c) => {
      c.header("content-security-policy", policy)
      return c.html(
        `<!doctype html><html lang="en"><title>Tested</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/style.css"><body class="govuk-template__body">${html}<script src="/tested.js"></script></body>`,
      )
    })
    .all("*", (c) => app.fetch(c.req.raw))
  const server = serve({ fetch: around.fetch, port: 0, hostname: "127.0.0.1" })
  await once(server, "listening")
  const cable = await layCable((server.address() as AddressInfo).port)
  const browser: Browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      // A microphone that beeps, and is allowed wherever the page's own policy lets it.
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
    ],
  })
  const page = await (await browser.newContext()).newPage() // axe wants a context of its own
  const url = `http://127.0.0.1:${cable.port}`
  await page.goto(`${url}/tested`)
  return {
    page,
    cable,
    url,
    async close() {
      await browser.close()
      await cable.cut()
      server.close()
    },
  }
}
