import { existsSync } from "node:fs"
import { type Browser, chromium, type Page } from "@playwright/test"
import type { Row } from "./timing.ts"

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync)

/** Bytes over the wire and requests of what a page loads, by kind, as Chromium counts them. */
async function weigh(page: Page, go: () => Promise<unknown>): Promise<string> {
  const session = await page.context().newCDPSession(page)
  await session.send("Network.enable")
  await session.send("Network.setCacheDisabled", { cacheDisabled: true })
  const kinds = new Map<string, string>()
  const bytes = new Map<string, number>()
  session.on("Network.responseReceived", ({ requestId, type }) => void kinds.set(requestId, type))
  session.on(
    "Network.loadingFinished",
    ({ requestId, encodedDataLength }) => void bytes.set(requestId, encodedDataLength),
  )
  await go()
  await page.waitForLoadState("networkidle")
  await session.detach()
  const of = (kind: string) =>
    [...bytes].reduce((total, [id, length]) => total + (kinds.get(id) === kind ? length : 0), 0) / 1_000
  const all = [...bytes.values()].reduce((total, length) => total + length, 0) / 1_000
  const html = of("Document") + of("Fetch") + of("XHR")
  return `${all.toFixed(1)} kB in ${bytes.size} requests: HTML ${html.toFixed(1)}, CSS ${of("Stylesheet").toFixed(1)}, script ${of("Script").toFixed(1)}`
}

/** The weight of each step from the first page to the receipt, with an empty cache, with and without script. */
export async function measurePages(base: string, row: Row): Promise<void> {
  const browser: Browser = await chromium.launch({
    ...(CHROMIUM && { executablePath: CHROMIUM }),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  })
  try {
    for (const javaScriptEnabled of [true, false]) {
      const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
      const how = javaScriptEnabled ? "with script" : "without"
      row(`first page, ${how}`, await weigh(page, () => page.goto(base)))
      for (const path of ["/find-force", "/people-who-can-help", "/what-we-can-see", "/mailbox"])
        row(`${path}, ${how}`, await weigh(page, () => page.goto(base + path)))
      await page.goto(`${base}/find-force`)
      await page.locator("#hint").fill("Maidstone")
      row(
        `who should read it, ${how}`,
        await weigh(page, () =>
          page
            .getByRole("button", { name: /next|continue|find/i })
            .first()
            .click(),
        ),
      )
    }
  } finally {
    await browser.close()
  }
}
