import { referenceOf } from "@candour/domain/reference.ts"
import { expect, type Page, test } from "@playwright/test"
import { kentAtWork, look, recorded, unfold } from "./staff.ts"
import { startTriage, type TriageHouse, tell } from "./triage-house.ts"

test.use({ viewport: { width: 1280, height: 900 } })
test.describe.configure({ mode: "serial", timeout: 240_000 })

const WHY = "Both name the allotments in Ash Lane."
const TITLE = "The plates in Ash Lane"
const PERSON = { name: "Dafydd Morgan", number: "4417", unit: "Ashford Police Station" }

const sent: string[] = []
let house: TriageHouse
let lead: Page
let officer: Page
let one: string
let two: string

test.beforeAll(async ({ browser }) => {
  house = await startTriage()
  ;[{ page: lead }, { page: officer }] = await kentAtWork(browser, house, sent, "Dan Whitlock")
  one = await tell(house.database, "kent", { account: "He read her plate into his radio.", howKnown: "saw" })
  two = await tell(house.database, "kent", { account: "He waits at the allotments." })
})
test.afterAll(async () => house?.stop())

async function openReport(page: Page, report: string): Promise<void> {
  await page.goto(`${house.url}/report/${report}`)
  await page.getByRole("button", { name: "Open the report" }).click()
  await expect(page.locator("#words")).toBeVisible()
  await expect(page.locator("#title-form")).toBeVisible()
}

const linked = (page: Page) => page.locator("#linked")

test("a report is linked by its reference, and stands on both pages with its title", async () => {
  await openReport(officer, two)
  await officer.getByLabel("Title", { exact: true }).fill(TITLE)
  await officer.getByRole("button", { name: "Save the title" }).click()
  await expect(officer.locator("#title-said")).not.toBeEmpty()

  await openReport(officer, one)
  await expect(linked(officer)).toContainText("No other report of this desk is linked to this one.")
  const form = await unfold(officer, "Link another report")
  const errors = form.locator(".govuk-error-message")
  await form.getByRole("button").click()
  await expect(errors.filter({ hasText: "Type the reference of a report, or choose one." })).toBeVisible()
  await expect(form.getByText("Choose one.", { exact: true })).toBeVisible()
  await look(officer, "link-errors")
  await form.getByLabel("Its reference").fill("0000-0000")
  await form.getByLabel("What do they have in common?").selectOption("incident")
  await form.getByRole("button").click()
  await expect(errors.filter({ hasText: "No report that you may link has this reference." })).toBeVisible()
  await form.getByLabel("Its reference").fill(referenceOf(one))
  await form.getByRole("button").click()
  await expect(errors.filter({ hasText: "That is this report." })).toBeVisible()
  await form.getByLabel("Its reference").fill(` ${referenceOf(two).toLowerCase()}`)
  await form.getByLabel("In words").fill(WHY)
  await form.getByRole("button").click()
  await recorded(officer)
  await expect(linked(officer)).toContainText("Linked: the same incident")
  await expect(linked(officer)).toContainText(TITLE)
  await expect(linked(officer)).toContainText(WHY)
  await look(officer, "linked-here")

  await linked(officer)
    .getByRole("link", { name: referenceOf(two) })
    .click()
  await expect(linked(officer)).toContainText(referenceOf(one))
  await expect(linked(officer)).toContainText("Dan Whitlock")
  await expect(linked(officer)).not.toContainText(WHY)
  await linked(officer).getByText("Recorded at other reports").click()
  await expect(linked(officer)).toContainText(`${referenceOf(one)} was linked to this report: the same incident`)
  await look(officer, "linked-there")
})

test("a link is refused twice, and taken away from the other side", async () => {
  await openReport(officer, two)
  const again = await unfold(officer, "Link another report")
  await again.getByLabel("Its reference").fill(`${house.url}/report/${one}`)
  await again.getByLabel("What do they have in common?").selectOption("other")
  await again.getByRole("button").click()
  await expect(again.getByText("These two are linked already.")).toBeVisible()
  const unlink = await unfold(officer, `No longer linked to ${referenceOf(one)}`)
  await unlink.getByRole("button").click()
  await recorded(officer)
  await expect(linked(officer)).toContainText("No other report of this desk is linked to this one.")
  await officer.goto(`${house.url}/report/${one}`)
  await expect(linked(officer)).toContainText("No other report of this desk is linked to this one.")
})

async function describe(page: Page, report: string): Promise<void> {
  await openReport(page, report)
  const form = await unfold(page, "Describe a person concerned")
  await form.getByLabel("Name or nickname").fill(PERSON.name)
  await form.getByLabel("Warrant, collar or shoulder number").fill(PERSON.number)
  await form.getByLabel("Unit, station or team").fill(PERSON.unit)
  await form.getByRole("button", { name: "Record the person" }).click()
  await recorded(page)
}

test("a match that a lead confirms at one report stands at the other, and in its papers", async () => {
  await describe(officer, one)
  await describe(officer, two)
  await openReport(lead, one)
  await lead.getByRole("button", { name: /^Same person/ }).click()
  await recorded(lead)
  await expect(linked(lead)).toContainText("Person 1 of this report is person 1 of it")

  await openReport(lead, two)
  await expect(linked(lead)).toContainText("Person 1 of this report is person 1 of it")
  await expect(lead.locator("#concerned-people")).toContainText("Confirmed: the same person")
  await expect(lead.getByRole("button", { name: /^Same person/ })).toHaveCount(0)
  await look(lead, "matched-there")

  await openReport(officer, two)
  await officer.evaluate(() => Object.assign(window, { print: () => {} }))
  const print = await unfold(officer, "Print a paper")
  await print.getByLabel("Which paper?").selectOption("history")
  await print.getByRole("button").click()
  await expect(officer.locator(".candour-paper")).toContainText("Recorded at other reports")
  await expect(officer.locator(".candour-paper")).toContainText(
    `Person 1 of ${referenceOf(one)} is person 1 of this report`,
  )
})

test("the two are offered to each other by the person they share, with their titles", async () => {
  await openReport(officer, one)
  const form = await unfold(officer, "Link another report")
  const choice = form.getByLabel("Or choose one")
  await expect(choice.locator("optgroup")).toHaveAttribute("label", "May be about the same person")
  await expect(choice).toContainText(TITLE)
  await choice.selectOption(two)
  await form.getByLabel("What do they have in common?").selectOption("person")
  await form.getByRole("button").click()
  await recorded(officer)
  await expect(linked(officer)).toContainText("Linked: the same person concerned")
})

test("a report that is restricted keeps its title for those named, and is in no list of others", async () => {
  await openReport(lead, two)
  const restrict = await unfold(lead, "Restrict it to named people")
  await restrict.getByLabel("Grace Hollis").check()
  await restrict.getByLabel("Dan Whitlock").check()
  await restrict.getByLabel("Reason, in words").fill("A colleague.")
  await restrict.getByRole("button").click()
  await recorded(lead)
  await openReport(officer, two)
  await expect(officer.getByLabel("Title", { exact: true })).toHaveValue(TITLE)
  await officer.getByLabel("Title", { exact: true }).fill(`${TITLE} again`)
  await officer.getByRole("button", { name: "Save the title" }).click()
  await expect(officer.locator("#title-said")).not.toBeEmpty()

  // The lead's page goes on, with what it was told meanwhile.
  await openReport(lead, two)
  await expect(lead.getByLabel("Title", { exact: true })).toHaveValue(`${TITLE} again`)
  const lift = await unfold(lead, "Let the whole desk open it again")
  await lift.getByLabel("Reason, in words").fill("He has left.")
  await lift.getByRole("button").click()
  await recorded(lead)
  await officer.goto(`${house.url}/queue`)
  await expect(officer.getByText(`${TITLE} again`)).toBeVisible()
})

test("nothing of the words left a browser unsealed", () => {
  const secrets = [WHY, TITLE, PERSON.name, "A colleague."]
  expect(sent.filter((each) => secrets.some((secret) => each.includes(secret)))).toEqual([])
  expect(sent.some((each) => each.includes('"kind":"linked"'))).toBe(true)
})
