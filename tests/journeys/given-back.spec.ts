import { expect, type Page, test } from "@playwright/test"
import { firstSignIn, kentAtWork, look, recorded, unfold } from "./staff.ts"
import { startTriage, type TriageHouse, tell } from "./triage-house.ts"

test.use({ viewport: { width: 1280, height: 900 } })
test.describe.configure({ mode: "serial", timeout: 400_000 })

const ACCOUNT = "He sits two desks from the people who would read this."

const sent: string[] = []
let house: TriageHouse
let lead: Page
let officer: Page
let second: Page
let essex: Page

test.beforeAll(async ({ browser }) => {
  house = await startTriage()
  const desk = await kentAtWork(browser, house, sent, "Dan Whitlock", "Ruth Adeyemi")
  ;[lead, officer, second] = [desk[0].page, desk[1].page, desk[2].page]
  const who = { tenant: "essex", name: "lead.essex", shownName: "Mary Osei", roles: ["lead" as const] }
  essex = (await firstSignIn(browser, house, who, sent)).page
  await essex.goto(`${house.url}/open-desk`)
  await essex.getByRole("button", { name: "Open this desk" }).click()
  await expect(essex.getByRole("heading", { level: 1 })).not.toHaveText("Open this desk")
})
test.afterAll(async () => house?.stop())

async function open(page: Page, report: string): Promise<void> {
  await page.goto(`${house.url}/report/${report}`)
  await page.getByRole("button", { name: "Open the report" }).click()
  await expect(page.locator("#words")).toContainText(ACCOUNT)
}

test("a restricted report that another desk gives back opens for those named before, and for nobody else", async () => {
  const report = await tell(house.database, "kent", { account: ACCOUNT })
  await open(lead, report)
  const restrict = await unfold(lead, "Restrict it to named people")
  await restrict.getByLabel("Grace Hollis").check()
  await restrict.getByLabel("Dan Whitlock").check()
  await restrict.getByLabel("Reason, in words").fill("About a colleague.")
  await restrict.getByRole("button", { name: "Restrict it" }).click()
  await recorded(lead)
  const hand = await unfold(lead, "Hand to another desk")
  await hand.getByLabel("Which desk?").selectOption("essex")
  await hand.getByLabel("Reason, in words").fill("He moved there.")
  await hand.getByRole("button", { name: "Hand it over" }).click()
  await expect(
    lead.getByText("Moved to Essex Police").or(lead.getByText("This report has moved")).first(),
  ).toBeVisible()

  await open(essex, report)
  const back = await unfold(essex, "Give it back to Kent Police")
  await expect(back).toContainText("Kent Police had restricted this report to named people")
  await look(essex, "given-back")
  await back.getByLabel("Reason, in words").fill("He never worked here.")
  await back.getByRole("button", { name: "Give it back" }).click()
  await expect(essex.locator("#history")).toContainText("Returned to Kent Police")

  await open(officer, report)
  await expect(officer.locator("#history")).toContainText("Restricted to Grace Hollis, Dan Whitlock")
  await second.goto(`${house.url}/report/${report}`)
  await second.getByRole("button", { name: "Open the report" }).click()
  await expect(second.getByText("This report is restricted to named people, and you aren’t one of them.")).toBeVisible()
})

test("whose access a lead took, and when, is on the page of the unit's people", async () => {
  await lead.goto(`${house.url}/people`)
  await lead.getByRole("button", { name: "Take access away from Ruth Adeyemi" }).click()
  await expect(lead.getByText(/Taken away by Grace Hollis at/)).toBeVisible()
  await look(lead, "people-taken")
  await officer.goto(`${house.url}/people`)
  await expect(officer.getByText("Only a lead can give it again.")).toBeVisible()
  await look(officer, "people-taken-officer")
})
