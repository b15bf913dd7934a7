/**
 * Measures what an officer waits for in their browser, in a house of its own, and prints figures; asserts nothing: signing in
 * with unlocking, opening a report, and a search index over as many reports as one may hold.
 * Usage, after a build: node tests/load/bench-desk.ts.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Database } from "@candour/database/connect.ts"
import { removeState } from "@candour/database/embedded/cluster.ts"
import { newSecret } from "@candour/sealing/sealed.ts"
import { type Browser, chromium, type Page } from "@playwright/test"
import { serverEnvironments, startServers } from "../../apps/operator/src/demo/servers.ts"
import { openHouse } from "../../apps/operator/src/house.ts"
import { opaqueSetupOf } from "../../apps/operator/src/seed/secrets.ts"
import { type DemoSignIn, seedDemo } from "../../apps/operator/src/seed/seed-demo.ts"
import { tell } from "../journeys/triage-house.ts"
import { inWords, timed } from "./timing.ts"

const FIRST_PORT = 4_780
const REPORTS = 5_000
const TIMES = 10
const AT_ONCE = 20
const ACCOUNT =
  "He came to the door in uniform on three evenings in a row and asked who else lived there, and why the car had moved. "

const row = (label: string, value: string) => console.log(`${label.padEnd(66)}${value}`)

/** Tells `count` reports of some 600 letters to `tenant`; gives their ids. */
async function tellMany(database: Database, tenant: string, count: number): Promise<string[]> {
  const answers = { account: ACCOUNT.repeat(5), howKnown: "saw" } as const
  const ids: string[] = []
  for (let from = 0; from < count; from += AT_ONCE)
    ids.push(
      ...(await Promise.all(
        Array.from({ length: AT_ONCE }, () => tell(database, tenant, answers, {}, async () => newSecret())),
      )),
    )
  return ids
}

/** Milliseconds between two keys of somebody who types fast: while they do, the page gets ready. */
const KEY_MILLISECONDS = 60

/**
 * From pressing the button until the first page of the day is painted, by the browser's own clock: a driver sees it only
 * once the page has also opened its reports' titles.
 */
async function signIn(page: Page, base: string, { name, passphrase }: DemoSignIn): Promise<number> {
  await page.goto(`${base}/sign-in`)
  await page.getByLabel("Sign-in name").fill(name)
  await page.getByLabel("Your six words").pressSequentially(passphrase, { delay: KEY_MILLISECONDS })
  await page.waitForLoadState("networkidle")
  await page.evaluate(() => {
    const noted = () => sessionStorage.setItem("pressed", String(performance.timeOrigin + performance.now()))
    document.querySelector("#sign-in button")?.addEventListener("click", noted)
  })
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.getByRole("heading", { name: "My day" }).waitFor()
  return page.evaluate(() => {
    const painted = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN
    return performance.timeOrigin + painted - Number(sessionStorage.getItem("pressed"))
  })
}

/** From asking to open a report to its words, by the page's own clock. */
async function open(page: Page, base: string, report: string): Promise<number> {
  await page.goto(`${base}/report/${report}`)
  await page.locator("[data-ready]").first().waitFor({ state: "attached" })
  await page.waitForLoadState("networkidle")
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const words = document.getElementById("words") as HTMLElement
        const asked = performance.now()
        new MutationObserver(() => resolve(performance.now() - asked)).observe(words, { attributes: true })
        document.querySelector<HTMLButtonElement>("#open button")?.click()
      }),
  )
}

/** Seconds to build the index, and the longest that the page stood still meanwhile, in milliseconds. */
async function index(page: Page, base: string): Promise<{ seconds: number; frozen: number }> {
  await page.goto(`${base}/search`)
  await page.locator("[data-ready]").first().waitFor({ state: "attached" })
  await page.evaluate(() => {
    const seen = globalThis as unknown as { longest: number }
    seen.longest = 0
    let before = performance.now()
    const look = (now: number) => {
      seen.longest = Math.max(seen.longest, now - before)
      before = now
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  const [taken = 0] = await timed(1, async () => {
    await page.locator("#build-index").click()
    await page.locator("#find:not([hidden])").waitFor({ timeout: 300_000 })
  })
  const frozen = await page.evaluate(() => (globalThis as unknown as { longest: number }).longest)
  return { seconds: taken / 1_000, frozen }
}

const folder = mkdtempSync(join(tmpdir(), "candour-bench-"))
const house = await openHouse(folder)
let browser: Browser | undefined
try {
  const signIns = await seedDemo(house, () => {})
  const reports = await tellMany(house.database, "essex", REPORTS)
  const environments = serverEnvironments(house, await opaqueSetupOf(folder), FIRST_PORT)
  const servers = await startServers(environments, join(folder, "spool"))
  try {
    const base = `http://127.0.0.1:${FIRST_PORT + 1}`
    const officer = signIns.find(({ name }) => name === "officer.essex")
    if (officer === undefined) throw new Error("The demo has no officer of Essex.")
    const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync)
    browser = await chromium.launch({
      ...(executablePath && { executablePath }),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
    })

    const signedIn: number[] = []
    for (let time = 0; time < TIMES; time += 1) {
      const page = await (await browser.newContext()).newPage()
      signedIn.push(await signIn(page, base, officer))
      await page.context().close()
    }
    row(`sign-in with unlocking, in a browser that comes first, ${TIMES} times`, inWords(signedIn))

    const page = await (await browser.newContext()).newPage()
    await signIn(page, base, officer)
    const opened: number[] = []
    for (const report of reports.slice(0, TIMES * 3)) opened.push(await open(page, base, report))
    row(`opening a report, unlocked, ${opened.length} times`, inWords(opened))

    const { seconds, frozen } = await index(page, base)
    row(
      `search index over ${REPORTS.toLocaleString("en")} reports`,
      `${seconds.toFixed(1)} s; still for ${frozen.toFixed(0)} ms at most`,
    )
  } finally {
    await servers.stop()
  }
} finally {
  await browser?.close()
  await house.database.close()
  await removeState(folder)
  rmSync(folder, { recursive: true, force: true })
}
