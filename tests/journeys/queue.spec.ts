import { asOwner } from "@candour/database/as.ts"
import { referenceOf } from "@candour/domain/reference.ts"
import type { Role } from "@candour/domain/role.ts"
import { type Browser, expect, type Page, test } from "@playwright/test"
import { sql } from "drizzle-orm"
import { firstSignIn, look } from "./staff.ts"
import { startTriage, type TriageHouse, tell } from "./triage-house.ts"

test.use({ viewport: { width: 1280, height: 900 } })
test.describe.configure({ mode: "serial", timeout: 400_000 })

const TITLE = "Number plate read into a radio"

/** Everything the browsers sent, of every person: what a server could have read. */
const sent: string[] = []
let house: TriageHouse
let lead: Page
let officer: Page
let danger = ""
let unread = ""
const told: string[] = []

test.beforeAll(async ({ browser }) => {
  house = await startTriage()
  lead = await join(browser, "lead.kent", "Grace Hollis", ["lead"])
  await lead.getByRole("button", { name: "Open this desk" }).click()
  await expect(lead.getByRole("heading", { name: "My day" })).toBeVisible()
  await look(lead, "my-day-empty")
  officer = await join(browser, "officer.kent", "Dan Whitlock", ["officer"])
  await lead.getByRole("link", { name: "People" }).click()
  await lead.getByRole("button", { name: "Give access to Dan Whitlock" }).click()
  await expect(lead.getByText("Dan Whitlock has access now.")).toBeVisible()
})
test.afterAll(async () => house?.stop())

const join = async (browser: Browser, name: string, shownName: string, roles: Role[]): Promise<Page> =>
  (await firstSignIn(browser, house, { tenant: "kent", name, shownName, roles }, sent)).page

const rowOf = (page: Page, report: string) => page.locator(`tr[data-id="${report}"]`)
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim())

test("by the keyboard alone an officer goes through what needs someone, opens it, and gives it a title", async () => {
  for (const account of [
    "He reads her number plate into his radio.",
    "She sells what is seized.",
    "Siân Pryce saw it.",
  ])
    told.push(await tell(house.database, "kent", { account }))
  danger = await tell(house.database, "kent", { account: "He says he'll be there tonight." }, { danger: "now" })

  await officer.goto(`${house.url}/`)
  await expect(officer.getByRole("heading", { name: "In danger, and nobody has acted" })).toBeVisible()
  await look(officer, "my-day")
  await officer.keyboard.press("g")
  await officer.keyboard.press("q")
  await expect(officer.getByRole("heading", { name: "Queue" })).toBeVisible()
  await expect(rowOf(officer, danger)).toContainText("Not read yet")
  await look(officer, "queue")

  await officer.keyboard.press("j")
  expect(await focused(officer)).toBe(referenceOf(danger))
  await officer.keyboard.press("j")
  await officer.keyboard.press("k")
  expect(await focused(officer)).toBe(referenceOf(danger))
  await officer.keyboard.press("o")
  await expect(officer.getByRole("heading", { name: referenceOf(danger) })).toBeVisible()

  // n goes on to the next, and never to the same one twice in a round.
  const seen: string[] = []
  await officer.goto(`${house.url}/`)
  for (let count = 0; count < 4; count += 1) {
    await officer.keyboard.press("n")
    await officer.waitForURL((url) => url.pathname.startsWith("/report/") && !seen.includes(url.pathname))
    seen.push(new URL(officer.url()).pathname)
  }
  expect(seen[0]).toBe(`/report/${danger}`)
  expect(new Set(seen).size).toBe(4)
  await officer.keyboard.press("n")
  await expect(officer.getByText("That was the last that needs someone.")).toBeVisible()
  await look(officer, "my-day-done")

  await officer.goto(`${house.url}/report/${told[0]}`)
  await officer.getByRole("button", { name: "Open the report" }).press("Enter")
  await expect(officer.locator("#words")).toContainText("number plate")
  await officer.getByLabel("Title", { exact: true }).fill("x".repeat(81))
  await officer.keyboard.press("Enter")
  await expect(officer.getByText("1 character too long. Shorten it.")).toBeVisible()
  await officer.getByLabel("Title", { exact: true }).fill(TITLE)
  await officer.keyboard.press("Enter")
  await expect(officer.getByText("The title is saved.")).toBeVisible()
  await look(officer, "report-title")

  await officer.goto(`${house.url}/queue`)
  await expect(rowOf(officer, told[0] ?? "")).toContainText(TITLE)
  await lead.goto(`${house.url}/queue`)
  await expect(rowOf(lead, told[0] ?? "")).toContainText(TITLE)
})

test("the keys are listed, and can be turned off", async () => {
  await officer.goto(`${house.url}/queue`)
  await officer.locator("[data-ready]").first().waitFor({ state: "attached" })
  await officer.keyboard.press("?")
  await expect(officer.getByRole("dialog", { name: "Keys of these pages" })).toBeVisible()
  await look(officer, "keys")
  await officer.getByLabel("Use single keys as shortcuts").uncheck()
  await officer.getByRole("button", { name: "Close" }).click()
  await officer.keyboard.press("j")
  expect(await focused(officer)).not.toBe(referenceOf(danger))
  await officer.reload()
  await officer.keyboard.press("n")
  await officer.getByRole("button", { name: "Keys" }).click()
  await officer.getByLabel("Use single keys as shortcuts").check()
  await officer.getByRole("button", { name: "Close" }).click()
  await officer.keyboard.press("j")
  expect(await focused(officer)).toBe(referenceOf(danger))
})

test("an officer takes a report by its key; a lead assigns and sets aside several at once, each refusal in its row", async () => {
  await officer.goto(`${house.url}/queue`)
  await expect(rowOf(officer, told[0] ?? "")).toContainText(TITLE)
  await rowOf(officer, told[0] ?? "")
    .getByRole("link")
    .focus()
  await officer.keyboard.press("a")
  await expect(officer.getByText("Recorded for 1 report.")).toBeVisible()
  await expect(rowOf(officer, told[0] ?? "")).toContainText("You")
  await expect(officer.getByLabel("Assign to", { exact: true })).toHaveCount(0)

  await lead.goto(`${house.url}/queue?view=unassigned`)
  await rowOf(lead, told[1] ?? "")
    .getByRole("link")
    .focus()
  await lead.keyboard.press("x")
  await rowOf(lead, told[2] ?? "")
    .getByRole("link")
    .focus()
  await lead.keyboard.press("x")
  await expect(lead.getByText("2 reports selected")).toBeVisible()
  await look(lead, "bulk")
  await lead.getByRole("button", { name: "Assign", exact: true }).click()
  await expect(lead.getByText("Choose who should hold them.")).toBeVisible()
  await lead.getByLabel("Assign to", { exact: true }).selectOption({ label: "Dan Whitlock" })
  await lead.getByRole("button", { name: "Assign", exact: true }).click()
  await expect(lead.getByText("Recorded for 2 reports.")).toBeVisible()
  await expect(rowOf(lead, told[1] ?? "")).toHaveCount(0)

  // The officer has opened one of them; the other nobody has.
  unread = await tell(house.database, "kent", { account: "It was in Scotland, I think." })
  await lead.goto(`${house.url}/queue`)
  await lead.getByLabel("Select all of this page").check()
  for (const other of [danger, told[1], told[2]])
    await rowOf(lead, other ?? "")
      .getByRole("checkbox")
      .uncheck()
  await lead.getByLabel(/^Set aside/).selectOption({ label: "it belongs to Scotland" })
  await lead.getByRole("button", { name: "Set aside" }).click()
  await expect(lead.getByText("Recorded for 1 report. 1 report not changed")).toBeVisible()
  await expect(rowOf(lead, unread)).toContainText("Open the report first")
  await expect(rowOf(lead, unread).getByRole("checkbox")).toBeChecked()
  await look(lead, "bulk-refused")
  await lead.goto(`${house.url}/queue?view=closed`)
  await expect(rowOf(lead, told[0] ?? "")).toContainText("Closed")
})

test("filters and a saved view live in the address, and work without script", async ({ browser }) => {
  const bare = await (
    await browser.newContext({
      javaScriptEnabled: false,
      storageState: await officer.context().storageState(),
    })
  ).newPage()
  await bare.goto(`${house.url}/queue?view=mine`)
  await expect(bare.getByRole("checkbox")).toHaveCount(0)
  await bare.getByText("Filter", { exact: true }).click()
  await bare.getByLabel("Category").selectOption({ label: "Partner" })
  await bare.getByLabel("Stage").selectOption({ label: "Received" })
  await bare.getByRole("button", { name: "Apply filters" }).click()
  expect(new URL(bare.url()).searchParams.get("category")).toBe("partner")
  await expect(bare.getByRole("link", { name: "Remove filter Category: Partner" })).toBeVisible()

  await bare.getByText("Save this view").click()
  await bare.getByRole("button", { name: "Save", exact: true }).click()
  await expect(bare.getByText("Give it a name of 1 to 40 characters.")).toBeVisible()
  await bare.getByLabel("Name of this view").fill("Mine about partners")
  await bare.getByRole("button", { name: "Save", exact: true }).click()
  const saved = bare.getByRole("navigation", { name: "Your saved views" })
  await expect(saved.getByRole("link", { name: "Mine about partners" })).toHaveAttribute("aria-current", "page")

  await bare.getByRole("link", { name: "Remove filter Category: Partner" }).click()
  expect(new URL(bare.url()).searchParams.get("category")).toBeNull()
  await saved.getByRole("link", { name: "Mine about partners" }).click()
  expect(new URL(bare.url()).searchParams.get("category")).toBe("partner")
  await officer.goto(bare.url())
  await look(officer, "queue-filtered")
  await lead.goto(`${house.url}/queue`)
  await expect(lead.getByText("Mine about partners")).toHaveCount(0)
  await saved.getByRole("button", { name: "Remove the saved view Mine about partners" }).click()
  await expect(saved).toHaveCount(0)
  await bare.goto(`${house.url}/?view=mine&stage=received`)
  expect(new URL(bare.url()).pathname).toBe("/queue")
  await bare.context().close()
})

test("words are found in what an officer may open, in their browser; a lead sees how many were opened for it", async () => {
  await officer.goto(`${house.url}/queue`)
  await officer.keyboard.press("/")
  await expect(officer.getByRole("heading", { name: "Search" })).toBeVisible()
  await look(officer, "search")
  await officer.getByRole("button", { name: "Build the index" }).click()
  await expect(officer.getByText("4 reports can be searched.")).toBeVisible()
  await officer.getByLabel("Words, a title or a reference").fill("sian pryce")
  await officer.keyboard.press("Enter")
  await expect(officer.getByText("1 report found.")).toBeVisible()
  const result = officer.locator("#results li")
  await expect(result.locator("mark")).toHaveText(["Siân", "Pryce"])
  await look(officer, "search-found")
  await officer.getByLabel("Words, a title or a reference").fill("unicorn")
  await officer.keyboard.press("Enter")
  await expect(officer.getByText("Nothing found.")).toBeVisible()
  await officer.getByLabel("Words, a title or a reference").fill(referenceOf(unread))
  await officer.keyboard.press("Enter")
  await result.getByRole("link").click()
  await expect(officer.getByText("Opened by the search of")).toHaveCount(0)
  await expect(officer.locator("#history")).toContainText("search")
  // Nobody has read it by that.
  await officer.goto(`${house.url}/queue`)
  await expect(rowOf(officer, unread)).toContainText("Not read yet")

  await lead.goto(`${house.url}/search`)
  await expect(lead.getByRole("row", { name: /Dan Whitlock .* 4/ })).toBeVisible()
  await look(lead, "search-lead")
  await officer.goto(`${house.url}/search`)
  await expect(officer.getByText("Who built an index")).toHaveCount(0)
})

test("the queue says that a report is restricted", async () => {
  await officer.goto(`${house.url}/report/${told[2]}`)
  await asOwner(house.database, (transaction) =>
    transaction.execute(sql`update report set restricted_to =
      array(select id from staff where tenant = 'kent' order by id) where id = ${told[2]}`),
  )
  await officer.goto(`${house.url}/queue`)
  await expect(rowOf(officer, told[2] ?? "")).toContainText("Restricted")
})

test("no title, no saved word and nothing that was searched for left a browser", () => {
  const all = sent.join("\n")
  expect(all).toContain("/title")
  for (const secret of [TITLE, "sian", "Pryce", "unicorn", "x".repeat(81)]) expect(all).not.toContain(secret)
})
