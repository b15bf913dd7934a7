import { readFileSync } from "node:fs"
import { referenceOf } from "@candour/domain/reference.ts"
import { expect, type Page, test } from "@playwright/test"
import { kentAtWork, look, recorded, unfold } from "./staff.ts"
import { startTriage, type TriageHouse, tell } from "./triage-house.ts"

test.use({ viewport: { width: 1280, height: 900 } })
test.describe.configure({ mode: "serial", timeout: 400_000 })

const ACCOUNT = "He drove past the allotments three evenings and read her number plate into his radio."
const NOTE = "The shift log names him on two of the evenings."
const UNSENT = "Ask the control room for the log of"
const TASK = "Secure the audit log of the vehicle system."
const PERSON = { name: "PC Dafydd Morgan", number: "4417", unit: "Ashford Police Station" }

/** Everything the browsers sent, of every person: what a server could have read. */
const sent: string[] = []
let house: TriageHouse
let lead: Page
let officer: Page
let second: Page

test.beforeAll(async ({ browser }) => {
  house = await startTriage()
  const desk = await kentAtWork(browser, house, sent, "Dan Whitlock", "Ruth Adeyemi")
  ;[lead, officer, second] = [desk[0].page, desk[1].page, desk[2].page]
})
test.afterAll(async () => house?.stop())

async function open(page: Page, report: string): Promise<void> {
  await page.goto(`${house.url}/report/${report}`)
  const why = page.getByLabel("To review or check it")
  if (await why.isVisible()) await why.check()
  await page.getByRole("button", { name: "Open the report" }).click()
  await expect(page.locator("#words")).toContainText(ACCOUNT)
}

async function describe(page: Page, person: Partial<typeof PERSON>): Promise<void> {
  const form = await unfold(page, "Describe a person concerned")
  if (person.name) await form.getByLabel("Name or nickname").fill(person.name)
  if (person.number) await form.getByLabel("Warrant, collar").fill(person.number)
  if (person.unit) await form.getByLabel("Unit, station").fill(person.unit)
}

test("a second report about one person is found while they are described, and a lead says that it is the same", async () => {
  const earlier = await tell(house.database, "kent", { account: ACCOUNT })
  const later = await tell(house.database, "kent", { account: ACCOUNT })
  await open(officer, earlier)
  await describe(officer, PERSON)
  await expect(officer.locator("#reported-before")).toContainText("No other report of this force has these.")
  await officer.getByRole("button", { name: "Record the person" }).click()
  await recorded(officer)
  await expect(officer.locator("#concerned-people")).toContainText("PC Dafydd Morgan · 4417 · Ashford Police Station")

  await open(lead, later)
  await describe(lead, { name: "Dai Morgan", unit: "Ashford nick" })
  const before = lead.locator("#reported-before")
  await expect(before).toContainText("1 other report may be about this person.")
  await expect(before).toContainText("Very likely the same person. Agrees in")
  await expect(before.getByRole("link", { name: referenceOf(earlier) })).toBeVisible()
  await look(lead, "reported-before")
  await lead.getByRole("button", { name: "Record the person" }).click()
  await recorded(lead)
  await lead.getByRole("button", { name: /^Same person/ }).click()
  await recorded(lead)
  await expect(lead.locator("#concerned-people")).toContainText("Confirmed: the same person")
  await expect(lead.locator("#history")).toContainText(`Person 1 is the same person as in ${referenceOf(earlier)}`)
  await look(lead, "people-concerned")
})

test("notes, tasks and clocks stand on the page; what was typed and not sent comes back, and officers see each other", async () => {
  const report = await tell(house.database, "kent", { account: ACCOUNT })
  await open(officer, report)
  const note = await unfold(officer, "Add a note")
  await note.getByLabel("Fact").check()
  await note.getByLabel("Note", { exact: true }).fill(NOTE)
  await note.getByRole("button", { name: "Keep the note" }).click()
  await recorded(officer)
  await expect(officer.locator("#history")).toContainText(NOTE)

  const task = await unfold(officer, "Give somebody a task")
  await task.getByLabel("What is to be done?").fill(TASK)
  await task.getByLabel("Who does it?").selectOption({ label: "Ruth Adeyemi" })
  await task.getByLabel("By which day?").fill("2030-01-04")
  await task.getByRole("button", { name: "Give the task" }).click()
  await recorded(officer)
  await expect(officer.locator("#clocks")).toContainText("Task of event")

  await (await unfold(officer, "Add a note")).getByLabel("Note", { exact: true }).fill(UNSENT)
  await expect(officer.locator("#draft-kept")).toContainText("What you typed is kept")
  await officer.reload()
  await officer.getByRole("button", { name: "Open the report" }).click()
  await expect(officer.getByLabel("Note", { exact: true })).toHaveValue(UNSENT)
  await expect(officer.locator("#draft-kept")).toContainText("back in the forms below")

  // Once it is sent it is no draft any more.
  const back = await unfold(officer, "Add a note")
  await back.getByLabel("Opinion").check()
  const forgotten = officer.waitForResponse(
    (answer) => answer.url().endsWith("/draft") && answer.request().method() === "POST",
  )
  await back.getByRole("button", { name: "Keep the note" }).click()
  await recorded(officer)
  await forgotten
  await officer.reload()
  await officer.getByRole("button", { name: "Open the report" }).click()
  await expect(officer.locator("#history")).toContainText(UNSENT)
  await expect(officer.getByLabel("Note", { exact: true })).toHaveValue("")

  await open(second, report)
  await expect(second.getByText("Dan Whitlock has this report open too.")).toBeVisible()
  await expect(second.getByLabel("Note", { exact: true })).toHaveValue("")
  const done = await unfold(second, /Task for Ruth Adeyemi/)
  await expect(done).toContainText(TASK)
  await look(second, "task")
  await done.getByRole("button", { name: "It is done" }).click()
  await recorded(second)
  await expect(second.locator("#history")).toContainText("Did the task of event")
})

test("a message that could make a source of somebody is warned of, and the third waits for a lead", async () => {
  const report = await tell(house.database, "kent", { account: ACCOUNT, who: { name: "Dafydd Morgan" } })
  await open(officer, report)
  const write = async (text: string) => {
    const form = await unfold(officer, "Write to the reporter")
    await form.getByLabel("Message", { exact: true }).fill(text)
    return form
  }
  const risky = await write("Could you find out when Morgan is on duty?")
  await expect(risky.locator("#message-warnings")).toContainText(
    "“find out” may ask them to find out or get something.",
  )
  await expect(risky.locator("#message-warnings")).toContainText("“Morgan” names somebody.")
  await look(officer, "message-warned")
  await risky.getByLabel("Message", { exact: true }).fill("")
  await risky.getByLabel("Begin with").selectOption({ label: "We have read it" })
  await expect(risky.locator("#message-warnings")).toBeEmpty()
  await risky.getByRole("button", { name: "Send the message" }).click()
  await recorded(officer)
  await (await write("We are still reading.")).getByRole("button", { name: "Send the message" }).click()
  await recorded(officer)
  await expect(officer.getByText("Two messages have gone out.")).toBeVisible()

  await open(lead, report)
  await lead.getByRole("button", { name: "Allow officers two more messages" }).click()
  await recorded(lead)
  await officer.reload()
  await expect(officer.getByText("Two messages have gone out.")).toHaveCount(0)
})

test("a restricted report is there for the people named alone, and an export takes a second person", async () => {
  const report = await tell(house.database, "kent", { account: ACCOUNT })
  await open(lead, report)
  const restrict = await unfold(lead, "Restrict it to named people")
  await restrict.getByLabel("Grace Hollis").check()
  await restrict.getByLabel("Reason, in words").fill("About a colleague.")
  await restrict.getByRole("button", { name: "Restrict it" }).click()
  await expect(restrict.getByText(/^Name two people at least/)).toBeVisible()
  await restrict.getByLabel("Dan Whitlock").check()
  await restrict.getByRole("button", { name: "Restrict it" }).click()
  await recorded(lead)
  await expect(lead.locator("#history")).toContainText("Restricted to Grace Hollis, Dan Whitlock")

  await second.goto(`${house.url}/report/${report}`)
  await second.getByRole("button", { name: "Open the report" }).click()
  await expect(second.getByText("This report is restricted to named people, and you aren’t one of them.")).toBeVisible()

  await open(officer, report)
  const ask = await unfold(officer, "Ask to export it")
  await ask.getByLabel("In which form?").selectOption("json")
  await ask.getByLabel("Why it leaves Candour").fill("For the force’s case system.")
  await ask.getByRole("button", { name: "Ask a second person" }).click()
  await recorded(officer)
  await open(lead, report)
  const allow = await unfold(lead, /Allow the export/)
  await expect(allow).toContainText("For the force’s case system.")
  await look(lead, "export-allow")
  await allow.getByRole("button", { name: "Allow it" }).click()
  await recorded(lead)

  await open(officer, report)
  const downloading = officer.waitForEvent("download")
  await (await unfold(officer, /Take the export/)).getByRole("button", { name: "Take it" }).click()
  const file = await (await downloading).path()
  const exported = JSON.parse(readFileSync(file, "utf8"))
  expect(exported.said[0].answer).toBe(ACCOUNT)
  expect(exported.reference).toBe(referenceOf(report))
  await recorded(officer)
  await expect(officer.locator("#history")).toContainText("Exported, as asked in event")
})

test("settings are a lead's to change, and nothing that was typed crossed the wire in the clear", async () => {
  await lead.goto(`${house.url}/settings`)
  await look(lead, "settings")
  await lead.getByLabel("On-call number").fill("ring me")
  await lead.getByRole("button", { name: "Save" }).first().click()
  await expect(lead.getByRole("alert")).toContainText("Write a telephone number")
  await expect(lead.getByLabel("On-call number")).toHaveValue("ring me")
  await look(lead, "settings-error")
  await lead.getByLabel("On-call number").fill("01622 690690")
  await lead.getByRole("button", { name: "Save" }).first().click()
  await expect(lead.getByText("Saved.")).toBeVisible()
  await officer.goto(`${house.url}/settings`)
  await expect(officer.getByText("A lead of this desk can change these.")).toBeVisible()

  const everything = sent.join("\n")
  expect(everything).toContain("/concerned")
  for (const secret of [ACCOUNT, NOTE, UNSENT, TASK, ...Object.values(PERSON), "Dafydd", "About a colleague"])
    expect([secret, everything.includes(secret)]).toEqual([secret, false])
})
