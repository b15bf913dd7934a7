import { existsSync } from "node:fs"
import { chromium, type Page } from "@playwright/test"
import { inWords, type Row } from "./timing.ts"

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync)
/** As slow as a phone: design §8 measures so. */
const SLOWED = 6
const TYPED = ["maidstone", "newport", "wolverhampton", "gwent police", "birmnigham", "st ives", "caerdydd", "sw1a 1aa"]

/**
 * Milliseconds in the page from a key that is pressed until the list under the box says so, on a processor slowed six
 * times: once with empty hands, which waits for the files and builds their index, and once with the files there.
 */
export async function measureSuggestions(base: string, row: Row): Promise<void> {
  const browser = await chromium.launch({
    ...(CHROMIUM && { executablePath: CHROMIUM }),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  })
  try {
    const page = await (await browser.newContext()).newPage()
    const session = await page.context().newCDPSession(page)
    await page.goto(`${base}/find-force`)
    await page.getByRole("combobox").waitFor()
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED })
    for (const [when, repeat] of [
      ["first time, files and index included", 1],
      ["files there", 3],
    ] as const) {
      const taken: number[] = []
      for (let time = 0; time < repeat; time += 1)
        for (const text of TYPED) taken.push(...(await keyPresses(page, text)))
      row(`key press to suggestion, slowed ${SLOWED}×: ${when}`, inWords(taken))
    }
  } finally {
    await browser.close()
  }
}

/** Types `text` key by key; the milliseconds each key took that changed the list. */
async function keyPresses(page: Page, text: string): Promise<number[]> {
  await page.getByRole("combobox").fill("")
  const taken: number[] = []
  for (const key of text) {
    await page.evaluate(() => {
      const box = document.querySelector<HTMLInputElement>("#hint")
      const list = document.querySelector(".autocomplete__menu")
      if (!box || !list) throw new Error("The page has no box that suggests.")
      const measured = window as unknown as { taken: Promise<number | undefined> }
      measured.taken = new Promise((resolve) => {
        let begun = 0
        box.addEventListener("input", () => (begun = performance.now()), { once: true, capture: true })
        const seen = new MutationObserver(() => {
          seen.disconnect()
          resolve(performance.now() - begun)
        })
        seen.observe(list, { childList: true, subtree: true, characterData: true })
        setTimeout(() => resolve(undefined), 1_500)
      })
    })
    await page.keyboard.type(key)
    const milliseconds = await page.evaluate(() => (window as unknown as { taken: Promise<number | undefined> }).taken)
    if (milliseconds !== undefined) taken.push(milliseconds)
  }
  return taken
}
