import { existsSync } from "node:fs"
import { type Browser, type CDPSession, chromium, type Page } from "@playwright/test"
import type { Row } from "./timing.ts"

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync)

/** Slow 3G as Chromium's own tools name it: 400 kbit/s each way, 400 ms there and back. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
/** How many times slower than this machine the phone's processor is. */
const SLOWER = 6

async function slowed(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send("Network.enable")
  await session.send("Network.emulateNetworkConditions", SLOW)
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER })
  return session
}

/** Bytes and requests since the last look, as the network carried them. */
function counting(session: CDPSession) {
  let [bytes, requests] = [0, 0]
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength
    requests += 1
  })
  return () => {
    const seen = `${(bytes / 1_000).toFixed(1)} kB in ${requests} requests`
    bytes = requests = 0
    return seen
  }
}

/** Milliseconds until the page was painted first; the browser notes it a little later than it shows it. */
async function paintedAfter(page: Page): Promise<number> {
  for (;;) {
    const [paint] = await page.evaluate(() =>
      performance.getEntriesByName("first-contentful-paint").map(({ startTime }) => startTime),
    )
    if (paint !== undefined) return paint
    await page.waitForTimeout(50)
  }
}

/** Seconds until Start may be pressed, and until the page is painted, with an empty cache; a browser in use has shown another page of this site before. */
async function firstPage(
  browser: Browser,
  base: string,
  javaScriptEnabled: boolean,
  isInUse: boolean,
): Promise<string> {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
  if (isInUse) await page.goto(`${base}/robots.txt`) // nothing of the first page comes with it
  const seen = counting(await slowed(page))
  const began = performance.now()
  await page.goto(base, { waitUntil: "commit" })
  await page.getByRole("button", { name: "Start" }).waitFor()
  const seconds = (performance.now() - began) / 1_000
  // By the browser's own clock: our waiting for the button runs on the slowed processor, too.
  const painted = await paintedAfter(page)
  await page.context().close()
  return `${seconds.toFixed(2)} s (painted after ${(painted / 1_000).toFixed(2)} s), ${seen()}`
}

/**
 * What a reporter with a slow phone waits for, from the first page to the receipt and to the mailbox, with an empty
 * cache: each step until its heading shows and its button may be pressed.
 */
export async function measureSlowPhone(base: string, row: Row): Promise<void> {
  const browser = await chromium.launch({
    ...(CHROMIUM && { executablePath: CHROMIUM }),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  })
  try {
    for (const javaScriptEnabled of [true, false]) {
      const how = javaScriptEnabled ? "with script" : "without"
      row(`first page, its browser just started, ${how}`, await firstPage(browser, base, javaScriptEnabled, false))
      row(`first page, in a browser in use, ${how}`, await firstPage(browser, base, javaScriptEnabled, true))
      const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
      const session = await slowed(page)
      const seen = counting(session)
      const step = async (label: string, act: () => Promise<unknown>, there: () => Promise<unknown>) => {
        const began = performance.now()
        await act()
        await there()
        row(`${label}, ${how}`, `${((performance.now() - began) / 1_000).toFixed(2)} s, ${seen()}`)
      }
      const heading = (name: string) => () => page.getByRole("heading", { name }).waitFor()
      const press = (name: string) => page.getByRole("button", { name, exact: true }).first().click()
      await page.goto(base)
      seen()
      await step(
        "which force",
        () => press("Start"),
        () => page.locator("#hint").waitFor(),
      )
      await page.locator("#hint").fill("Kent Police")
      await step("who reads it", () => press("Next"), heading("Who should read it?"))
      await page.getByRole("radio", { name: "Kent Police’s team" }).check()
      await step("tell", () => press("Next"), heading("Tell us what happened"))
      await page.getByLabel("What happened?").fill("He looked me up. ".repeat(30))
      await page.waitForTimeout(4_000) // somebody writes meanwhile, and the sealing script has come
      seen()
      await step("from Send to the receipt", () => press("Send"), heading("Keep these 20 digits"))
      const digits = (await page.locator("[data-digits]").innerText()).replace(/\D/g, "")
      await page.goto(`${base}/mailbox`)
      await page.waitForTimeout(3_000)
      seen()
      await page.getByLabel("Your 20 digits").fill(digits)
      await step("from Open to the messages", () => press("Open"), heading("Messages"))
      await page.context().close()
    }
  } finally {
    await browser.close()
  }
}
