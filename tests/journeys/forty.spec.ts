import { asOwner } from "@candour/database/as.ts"
import { referralGround } from "@candour/domain/event.ts"
import { type CDPSession, expect, type Page, test } from "@playwright/test"
import { sql } from "drizzle-orm"
import { kentAtWork, look } from "./staff.ts"
import { startTriage, type TriageHouse, tell } from "./triage-house.ts"

test.use({ viewport: { width: 1280, height: 900 } })
test.describe.configure({ mode: "serial", timeout: 600_000 })

/** What a morning brings: how it is told, and the unit's key for it; without one it is assessed question by question. */
const MORNING = [
  ...Array.from({ length: 13 }, () => ["The officer at the front desk rolled his eyes.", "1"] as const),
  ...Array.from({ length: 12 }, () => ["He shouted at my neighbour over a parking ticket.", "2"] as const),
  ...Array.from({ length: 12 }, () => ["My bicycle was stolen, and nobody rang me back.", "3"] as const),
  ...Array.from({ length: 3 }, () => ["He looks up my sister on the computer at work.", undefined] as const),
]

let house: TriageHouse
let lead: Page
let network: CDPSession
let presses = 0
let trips = 0

test.beforeAll(async ({ browser }) => {
  house = await startTriage()
  ;[{ page: lead }] = await kentAtWork(browser, house, [])
})
test.afterAll(async () => house?.stop())

test("a lead writes the unit's usual decisions, each under a key", async () => {
  await lead.goto(`${house.url}/settings`)
  await lead.getByRole("link", { name: "Usual decisions" }).click()
  await look(lead, "usual-none")
  for (const [name, severity] of [
    ["Manner alone", "No breach"],
    ["Manner, to learn from", "Practice requiring improvement"],
  ] as const) {
    await lead.getByLabel("An assessment without a referral").check()
    await lead.getByRole("button", { name: "Next" }).click()
    await lead.getByRole("button", { name: "Save" }).click()
    await expect(lead.getByText("Write a name of up to 60 characters.").first()).toBeVisible()
    await look(lead, "usual-problem")
    await lead.getByLabel("Name").fill(name)
    await lead.getByLabel("Main threat").selectOption({ index: 1 })
    await lead.getByRole("radio", { name: severity }).check()
    await lead.getByLabel("How many people concerned?").fill("1")
    await lead.getByLabel("Reason, in words").fill("Manner and tone. Kept in case others tell us of the same person.")
    await lead.getByRole("button", { name: "Save" }).click()
    await expect(lead.getByText("Saved.")).toBeVisible()
  }
  await lead.getByLabel("That it is set aside").check()
  await lead.getByRole("button", { name: "Next" }).click()
  await lead.getByLabel("Name").fill("Poor service: to complaints")
  await lead.getByLabel("What is it about?").selectOption("service")
  await lead.getByRole("button", { name: "Save" }).click()
  await expect(lead.getByText("Poor service: to complaints")).toBeVisible()
  await look(lead, "usual")
})

test("forty unread reports of a morning, by the keyboard alone", async () => {
  for (const [account] of MORNING) await tell(house.database, "kent", { account })
  const times = await measuredFrom(lead)
  await lead.goto(`${house.url}/`)
  await expect(
    lead
      .getByRole("link", { name: "Start" })
      .or(lead.getByRole("heading", { name: "My day" }))
      .first(),
  ).toBeVisible()
  await lead.locator("[data-ready]").first().waitFor({ state: "attached" })
  trips = 0

  const began = performance.now()
  await press("n")
  for (let count = 0; count < MORNING.length; count += 1) {
    const words = lead.locator("#words:not([hidden])")
    await words.waitFor()
    const said = await words.textContent()
    const [, key] = MORNING.find(([account]) => said?.includes(account)) ?? []
    const reference = await lead.locator("h1 .candour-reference").textContent()
    if (count === 0) {
      await press("d")
      await expect(lead.getByRole("dialog", { name: "Decide" })).toBeVisible()
      await look(lead, "usual-dialog")
      await tabTo("go-on")
      await press("Space")
      await press("Escape")
      trips = 0
    }
    await press("d")
    if (key !== undefined) await press(key)
    else await assessByKeyboard()
    if (count < MORNING.length - 1) await expect(lead.locator("h1 .candour-reference")).not.toHaveText(reference ?? "")
  }
  await expect(lead.getByText("That was the last that needs someone.")).toBeVisible()
  const seconds = (performance.now() - began) / 1_000

  const { rows } = await asOwner(house.database, (transaction) =>
    transaction.execute<{ kind: string; count: number }>(
      sql`select kind, count(*)::integer as count from event where kind in ('opened', 'assessed', 'set-aside') group by kind`,
    ),
  )
  expect(Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))).toEqual({
    opened: 40,
    assessed: 28,
    "set-aside": 12,
  })
  const { opened } = await times()
  console.log(
    `${MORNING.length} reports by keyboard: ${presses} key presses (${(presses / MORNING.length).toFixed(1)} each), ` +
      `${trips} round trips (${(trips / MORNING.length).toFixed(1)} each), ${seconds.toFixed(0)} s; ` +
      `from asking to open to its words: median ${median(opened).toFixed(0)} ms`,
  )
})

function press(key: string): Promise<void> {
  presses += 1
  return lead.keyboard.press(key)
}

async function typeIn(words: string): Promise<void> {
  presses += words.length
  await lead.keyboard.type(words)
}

const focusedId = () => lead.evaluate(() => document.activeElement?.id ?? "")

/** Presses Tab until the control with this id has the focus. */
async function tabTo(id: string): Promise<void> {
  for (let count = 0; count < 60; count += 1) {
    if ((await focusedId()) === id) return
    await press("Tab")
  }
  throw new Error(`Tab never came to ${id}.`)
}

/** The form's questions, answered one by one; then on to the next report. */
async function assessByKeyboard(): Promise<void> {
  await press("a")
  await expect.poll(focusedId).toBe("assessed-threat")
  await press("ArrowDown")
  await press("ArrowDown")
  await tabTo("assessed-severity")
  for (let count = 0; count < 3; count += 1) await press("ArrowDown")
  await tabTo("assessed-persons")
  await typeIn("1")
  // Past the nine questions, each with the focus once, to the press that answers those that nobody has.
  for (const ground of referralGround.options) await tabTo(`assessed-ground-${ground}`)
  await press("Tab")
  await press("Enter")
  await tabTo("assessed-words")
  await typeIn("Checks without a reason.")
  await press("Tab")
  await press("Enter")
  await expect(lead.locator("#decided")).toHaveText("Recorded.")
  await press("n")
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Counts what goes to the server, and measures in the page how long an opening takes. */
async function measuredFrom(page: Page): Promise<() => Promise<{ opened: number[] }>> {
  network = await page.context().newCDPSession(page)
  await network.send("Network.enable")
  network.on("Network.requestWillBeSent", () => {
    trips += 1
  })
  network.on("Network.requestServedFromCache", () => {
    trips -= 1
  })
  await page.exposeFunction("noteOpening", (milliseconds: number) => opened.push(milliseconds))
  const opened: number[] = []
  await page.addInitScript(() => {
    let asked = 0
    document.addEventListener(
      "submit",
      ({ target }) => {
        if ((target as HTMLElement).id === "open") asked = performance.now()
      },
      true,
    )
    document.addEventListener("DOMContentLoaded", () => {
      const words = document.getElementById("words")
      if (words === null) return
      new MutationObserver(() => {
        if (!words.hidden)
          void (globalThis as unknown as { noteOpening(taken: number): void }).noteOpening(performance.now() - asked)
      }).observe(words, { attributes: true, attributeFilter: ["hidden"] })
    })
  })
  return async () => ({ opened })
}
