import { expect, type Page, test } from "@playwright/test"
import { kentAtWork, recorded, unfold } from "./staff.ts"
import { startTriage, type TriageHouse, tell } from "./triage-house.ts"

test.use({ viewport: { width: 1280, height: 900 } })
test.describe.configure({ mode: "serial", timeout: 240_000 })

const sent: string[] = []
let house: TriageHouse
let lead: Page
let report: string

test.beforeAll(async ({ browser }) => {
  house = await startTriage()
  ;[{ page: lead }] = await kentAtWork(browser, house, sent, "Dan Whitlock")
  report = await tell(house.database, "kent", { account: "He read her plate into his radio.", howKnown: "told" })
})
test.afterAll(async () => house?.stop())

async function open(page: Page): Promise<void> {
  await page.goto(`${house.url}/report/${report}`)
  await page.getByRole("button", { name: "Open the report" }).click()
  await expect(page.getByLabel("Title", { exact: true })).toBeVisible()
  await expect(page.locator("#words")).toBeVisible()
}

/** The fields of every form that records something, and of the title. */
const FIELDS = "form[data-decision] :is(input:not([type=hidden]), textarea, select), #title"

/** Types into each field, or chooses what isn't chosen, as somebody would; gives what then stands there, by id. */
const typeEverywhere = (page: Page) =>
  page.evaluate((fields) => {
    const controls = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(fields)]
    for (const control of controls) {
      if (control instanceof HTMLSelectElement) control.value = [...control.options].at(-1)?.value ?? ""
      else if (control.type === "radio" || control.type === "checkbox") (control as HTMLInputElement).checked = true
      else if (control.type === "date") control.value = "2026-12-24"
      else control.value = `7 ${control.id}`.slice(0, 60)
      control.dispatchEvent(new Event("input", { bubbles: true }))
    }
    return controls.length
  }, FIELDS)

const standing = (page: Page) =>
  page.evaluate(
    (fields) =>
      Object.fromEntries(
        [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(fields)].map(
          (control) => [
            control.id,
            control.type === "radio" || control.type === "checkbox"
              ? (control as HTMLInputElement).checked
              : control.value,
          ],
        ),
      ),
    FIELDS,
  )

/** Kinds of the page's forms that have a field. */
const kindsWithFields = (page: Page) =>
  page.evaluate(
    (fields) =>
      [...document.querySelectorAll<HTMLElement>(fields)].map(
        (control) => control.closest<HTMLElement>("form")?.dataset.decision ?? "title",
      ),
    FIELDS,
  )

async function everyFieldComesBack(): Promise<Set<string>> {
  await open(lead)
  const untouched = await standing(lead)
  const count = await typeEverywhere(lead)
  const typed = await standing(lead)
  // No two fields share an id, or one would be lost under the other.
  expect(Object.keys(typed)).toHaveLength(count)
  expect(typed).not.toEqual(untouched)
  await expect(lead.locator("#draft-kept")).toHaveText(/is kept/)
  await open(lead)
  await expect(lead.locator("#draft-kept")).toHaveText(/is back/)
  expect(await standing(lead)).toEqual(typed)
  return new Set(await kindsWithFields(lead))
}

async function clear(): Promise<void> {
  await lead.evaluate((fields) => {
    for (const form of document.querySelectorAll("form")) form.reset()
    document.querySelector(fields)?.dispatchEvent(new Event("input", { bubbles: true }))
  }, FIELDS)
  await expect(lead.locator("#draft-kept")).toBeEmpty()
}

test("what is typed in each field of a new report comes back, and nothing where it is cleared", async () => {
  const kinds = await everyFieldComesBack()
  for (const kind of [
    "title",
    "assessed",
    "concerned",
    "messaged",
    "noted",
    "tasked",
    "linked",
    "restricted",
    "set-aside",
  ])
    expect(kinds).toContain(kind)
  await clear()
  await open(lead)
  await expect(lead.locator("#draft-kept")).toBeEmpty()
  expect(Object.values(await standing(lead)).filter((value) => String(value).startsWith("7 "))).toEqual([])
})

test("so it does in an assessed one, with the information that the report presets", async () => {
  const assess = await unfold(lead, "Assess")
  await assess.getByLabel("Main threat").selectOption("systems")
  await assess.getByLabel("Gross misconduct").check()
  await assess.getByLabel("How many people concerned?").fill("2")
  for (const no of await assess.getByLabel("No", { exact: true }).all()) await no.check()
  await assess.getByLabel("Reason, in words").fill("It fits the shift.")
  await assess.getByRole("button", { name: "Record the assessment" }).click()
  await recorded(lead)
  await open(lead)
  await expect((await unfold(lead, "Draft an intelligence report")).getByLabel("Information")).toHaveValue("C")
  const kinds = await everyFieldComesBack()
  for (const kind of ["intelligence-drafted", "investigating", "outcome", "corrected", "iopc-decided", "milestone"])
    expect(kinds).toContain(kind)
  await expect(lead.getByLabel("Information")).toHaveValue("E")
})

test("what was typed never left the browser unsealed", () => {
  expect(sent.filter((each) => /7 (assessed|linked|noted|intelligence|title)/.test(each))).toEqual([])
})
