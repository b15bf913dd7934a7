import { asOwner } from "@candour/database/as.ts"
import { type Browser, expect, type Page, test } from "@playwright/test"
import { sql } from "drizzle-orm"
import { firstSignIn, look } from "./staff.ts"
import { startTriage, type TriageHouse, tell } from "./triage-house.ts"

test.use({ viewport: { width: 1280, height: 900 } })
test.describe.configure({ mode: "serial", timeout: 300_000 })

let house: TriageHouse
let desk: Page
let kent: Page
let presses = 0
const sent: string[] = []

/** Somebody who opens the desk of `tenant`. */
async function leadOf(browser: Browser, tenant: string): Promise<Page> {
  const name = `lead.${tenant}`
  const { page } = await firstSignIn(
    browser,
    house,
    { tenant, name, shownName: `Lead ${tenant}`, roles: ["lead"] },
    sent,
  )
  await page.getByRole("button", { name: "Open this desk" }).click()
  await expect(page.getByRole("heading", { name: "My day" })).toBeVisible()
  return page
}

const press = (key: string) => {
  presses += 1
  return desk.keyboard.press(key)
}
const typeIn = (words: string) => {
  presses += words.length
  return desk.keyboard.type(words)
}

test.beforeAll(async ({ browser }) => {
  house = await startTriage()
  desk = await leadOf(browser, "national-desk")
  kent = await leadOf(browser, "kent")
  await leadOf(browser, "essex")
})
test.afterAll(async () => house?.stop())

test("nothing waits at first, and the page says so", async () => {
  await desk.goto(`${house.url}/allocate`)
  await expect(desk.getByText("Nothing waits to be allocated.")).toBeVisible()
  await look(desk, "allocate-none")
})

test("reports are allocated by keyboard alone: by one key where routing had candidates, else by some letters", async () => {
  const told = (account: string, reason: "unknown" | "standards-unit", candidates?: string[]) =>
    tell(house.database, "national-desk", { account }, { reason, ...(candidates && { candidates }) })
  for (let count = 0; count < 6; count += 1)
    await told(`Case ${count}: an officer at Dartford looks people up.`, "unknown", ["kent", "essex"])
  for (let count = 0; count < 2; count += 1) await told("Somebody in the police at Chelmsford.", "unknown")

  await desk.goto(`${house.url}/allocate`)
  await desk.locator("[data-ready]").first().waitFor({ state: "attached" })
  await look(desk, "allocate")
  sent.length = 0
  presses = 0
  await press("o")
  const words = desk.locator("#words:not([hidden])")
  await words.waitFor()
  await look(desk, "allocate-open")
  for (let left = 8; left > 0; left -= 1) {
    await words.waitFor()
    const said = await words.textContent()
    const reference = await desk.locator("h2 .candour-reference").textContent()
    if (said?.includes("Chelmsford")) {
      await press("f")
      await typeIn("ess")
      await expect(desk.getByRole("button", { name: "Essex Police", exact: true })).toBeVisible()
      await press("Enter")
    } else await press("1")
    await expect(desk.locator("#before")).toContainText(
      said?.includes("Chelmsford") ? "given to Essex Police. Recorded." : "given to Kent Police. Recorded.",
    )
    await expect(desk.locator("#before")).toContainText(reference ?? "?")
  }
  await expect(desk.getByText("Nothing waits to be allocated.")).toBeVisible()
  console.log(`8 reports allocated by keyboard: ${presses} key presses (${(presses / 8).toFixed(1)} each)`)

  const { rows } = await asOwner(house.database, (transaction) =>
    transaction.execute(sql`
      select tenant, count(*)::integer as count from report group by tenant order by tenant`),
  )
  expect(rows).toEqual([
    { tenant: "essex", count: 2 },
    { tenant: "kent", count: 6 },
  ])
  const { rows: events } = await asOwner(house.database, (transaction) =>
    transaction.execute(sql`
      select kind, count(*)::integer as count from event where tenant = 'national-desk' and kind in ('opened', 'transferred')
        group by kind order by kind`),
  )
  expect(events).toEqual([
    { kind: "opened", count: 8 },
    { kind: "transferred", count: 8 },
  ])
  // The words were opened in the browser, and the reason was sealed there.
  expect(sent.join("\n")).not.toContain("Dartford")
  expect(sent.join("\n")).not.toContain("From what it says it is yours")
})

test("the force opens what it was given, with the reason", async () => {
  await kent.goto(`${house.url}/queue?view=accept`)
  await kent.locator("[data-id] a[href^='/report/']").first().click()
  await kent.getByRole("button", { name: "Open" }).first().click()
  await expect(kent.locator("#words")).toContainText("an officer at Dartford looks people up")
  await expect(kent.locator("#history")).toContainText("From what it says it is yours")
})

test("what is about a force's standards unit asks first, and doesn't go there by a slip of the finger", async () => {
  const id = await tell(
    house.database,
    "national-desk",
    { account: "Their own standards team covers it up." },
    { reason: "standards-unit", candidates: ["kent"] },
  )
  await desk.goto(`${house.url}/allocate`)
  await desk.locator("[data-ready]").first().waitFor({ state: "attached" })
  await expect(desk.getByText("Its own unit is concerned. Nobody at Kent Police should read it.")).toBeVisible()
  await desk.keyboard.press("o")
  await desk.locator("#words:not([hidden])").waitFor()
  await desk.keyboard.press("1")
  const sure = desk.getByRole("dialog", { name: "Send it to Kent Police all the same?" })
  await expect(sure).toBeVisible()
  await look(desk, "allocate-sure")
  await desk.keyboard.press("Tab")
  await expect(sure.getByRole("button", { name: "Don’t send it" })).toBeFocused()
  await desk.keyboard.press("Enter")
  await expect(sure).toBeHidden()
  await desk.keyboard.press("1")
  await desk.keyboard.press("Escape")
  await expect(sure).toBeHidden()
  const tenantOf = async () => {
    const { rows } = await asOwner(house.database, (transaction) =>
      transaction.execute<{ tenant: string }>(sql`select tenant from report where id = ${id}`),
    )
    return rows[0]?.tenant
  }
  expect(await tenantOf()).toBe("national-desk")

  await desk.keyboard.press("a")
  await expect(desk.locator("#before")).toContainText("kept at this desk. Recorded.")
  await expect(desk.getByText("Nothing waits to be allocated.")).toBeVisible()
  expect(await tenantOf()).toBe("national-desk")
})

test("j and k go through what waits, and the list says where one stands", async () => {
  for (let count = 0; count < 3; count += 1)
    await tell(house.database, "national-desk", { account: `Number ${count}` }, { reason: "reporter-chose-desk" })
  await desk.goto(`${house.url}/allocate`)
  const current = () => desk.locator(".candour-allocation a[aria-current]").textContent()
  const ready = () => desk.locator("[data-ready]").first().waitFor({ state: "attached" })
  await ready()
  const first = await current()
  await desk.keyboard.press("j")
  await expect.poll(current).not.toBe(first)
  await ready()
  await desk.keyboard.press("k")
  await expect.poll(current).toBe(first)
  await ready()
  await desk.keyboard.press("?")
  await expect(desk.getByRole("dialog", { name: "Keys of these pages" })).toContainText(
    "Give it to the force with this number",
  )
})

test("a force's lead has no such page", async () => {
  await kent.goto(`${house.url}/allocate`)
  await expect(kent.getByRole("heading", { name: "Allocate" })).toHaveCount(0)
})
