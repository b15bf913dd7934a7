import { readFileSync } from "node:fs"
import { referenceOf } from "@candour/domain/reference.ts"
import { expect, test } from "@playwright/test"
import { firstSignIn, giveAccess, kentAtWork, look, type Member, recorded, unfold } from "./staff.ts"
import { startTriage, type TriageHouse, tell } from "./triage-house.ts"

test.describe.configure({ mode: "serial", timeout: 120_000 })

let house: TriageHouse
let lead: Member
let officer: Member
let near: Member
let report = ""
const sent: string[] = []
const join = (
  browser: Parameters<typeof firstSignIn>[0],
  name: string,
  shownName: string,
  role: "lead" | "officer" | "figures",
) => firstSignIn(browser, house, { tenant: "kent", name, shownName, roles: [role] }, sent)

test.beforeAll(async ({ browser }) => {
  house = await startTriage()
  ;[lead, officer, near] = await kentAtWork(browser, house, sent, "Dan Whitlock", "Priya Nair")
  report = await tell(house.database, "kent", { account: "Sergeant Marsh at Dover read my file.", howKnown: "told" })
})
test.afterAll(() => house.stop())

const openReport = async ({ page }: Member) => {
  await page.goto(`${house.url}/report/${report}`)
  const reason = page.getByLabel("Other")
  if (await reason.isVisible()) await reason.check()
  await page.getByRole("button", { name: /^Open/ }).click()
  await expect(page.getByText("Sergeant Marsh at Dover read my file.")).toBeVisible()
}

test("a lead says what a colleague is near to; it is sealed, and a lead reads and mends it", async () => {
  const { page } = lead
  await page.goto(`${house.url}/people`)
  await look(page, "near-people")
  await page.getByRole("link", { name: "Say or change what Priya Nair is near to" }).click()
  await expect(page.getByText("Nothing has been said of this colleague yet")).toBeVisible()
  await page.getByLabel("Units they work in").fill("Dover Response\nSandgate")
  await page.getByLabel("Surnames").fill("Nair")
  await page.getByRole("button", { name: "Save" }).click()
  await expect(page.getByText("Saved. It holds from now on")).toBeVisible()
  expect(sent.filter((request) => request.includes("Sandgate"))).toEqual([])
  await page.reload()
  await expect(page.getByLabel("Units they work in")).toHaveValue("Dover Response\nSandgate")
  await expect(page.getByText("Last said by Grace Hollis")).toBeVisible()
  await look(page, "near-said")
})

test("an officer too near is stopped, though nothing but hashes says so", async () => {
  await openReport(officer)
  const form = await unfold(officer.page, /Describe/)
  await form.getByLabel("Name").fill("Sgt Susan Marsh")
  await form.getByLabel("Unit, station").fill("Dover response team")
  await form.getByRole("button").last().click()
  await recorded(officer.page)

  await near.page.goto(`${house.url}/report/${report}`)
  await expect(near.page.getByText("You can’t open this report")).toBeVisible()
  await expect(near.page.getByRole("button", { name: /^Open/ })).toHaveCount(0)
  await look(near.page, "near-stopped")
})

test("the lead sees it and lets them in", async () => {
  const { page } = lead
  await page.goto(`${house.url}/unit`)
  const row = page.getByRole("row", { name: new RegExp(referenceOf(report)) })
  await expect(row).toContainText("Priya Nair")
  await expect(row).toContainText("Still stopped")
  await look(page, "near-unit")
  await row.getByRole("link").click()
  await expect(page.getByText("Was stopped from opening it")).toBeVisible()
  const form = await unfold(page, "Too near: let somebody in")
  await form
    .getByLabel("Who may open it")
    .selectOption({ label: "Priya Nair: works, or worked, in the unit of a person concerned" })
  await look(page, "near-let-in")
  await form.getByRole("button", { name: "Let them in" }).click()
  await recorded(page)
  await expect(page.getByText("Let Priya Nair in, who was stopped")).toBeVisible()
  await openReport(near)
})

test("a lead who is too near reads nothing either, and gives it to somebody who isn’t", async ({ browser }) => {
  const second = await join(browser, "second.lead", "Amir Sood", "lead")
  await giveAccess(lead, house, "Amir Sood")
  await lead.page.getByRole("link", { name: "Say or change what Amir Sood is near to" }).click()
  await lead.page.getByLabel("People in their line of command").fill("MARSH, Sue")
  await lead.page.getByRole("button", { name: "Save" }).click()
  await expect(lead.page.getByText("Saved. It holds from now on")).toBeVisible()

  await second.page.goto(`${house.url}/report/${report}`)
  await expect(second.page.getByText("Another lead can let you in")).toBeVisible()
  await look(second.page, "near-lead")
  await second.page.getByLabel("Who should hold it?").selectOption({ label: "Dan Whitlock" })
  await second.page.getByRole("button", { name: "Assign" }).click()
  await recorded(second.page)
  await officer.page.goto(`${house.url}/report/${report}`)
  await expect(officer.page.locator("#top")).toContainText("You")
})

test("a FOI officer reads the figures, downloads them, and is refused a report", async ({ browser }) => {
  const { page } = await join(browser, "figures.kent", "Colin Webb", "figures")
  await page.waitForURL(`${house.url}/figures`)
  await expect(page.getByText("As at")).not.toHaveCount(0)
  await look(page, "figures")
  await page.emulateMedia({ media: "print" })
  await expect(page.getByRole("button", { name: "Show" })).toBeHidden()
  await page.emulateMedia({ media: "screen" })
  const downloading = page.waitForEvent("download")
  await page.getByRole("link", { name: "Every table (CSV)" }).click()
  const csv = readFileSync(await (await downloading).path(), "utf8")
  expect(csv).toMatch(/^as_at,known,from,to,line,force,/)
  expect(csv).toContain(",all,all,contacts,contacts,1")
  await page.getByLabel("Line", { exact: true }).selectOption("National line")
  await page.getByRole("button", { name: "Show" }).click()
  await expect(page.getByText("By one line: National line.")).toBeVisible()
  await page.getByRole("link", { name: "Make an FOI pack" }).click()
  await expect(page.getByText("These figures can answer a request.")).toBeVisible()
  await look(page, "figures-carried")
  for (const path of [`/report/${report}`, "/queue", "/people", "/unit", "/search"])
    expect((await page.goto(`${house.url}${path}`))?.status()).toBe(404)
})
