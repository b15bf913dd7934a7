import { referenceOf } from "@candour/domain/reference.ts"
import type { Role } from "@candour/domain/role.ts"
import { type Browser, expect, type Page, test } from "@playwright/test"
import { firstSignIn, look, newPage, recorded, unfold } from "./staff.ts"
import { startTriage, type TriageHouse, tell } from "./triage-house.ts"

test.use({
  viewport: { width: 1280, height: 900 },
})
test.describe.configure({ mode: "serial", timeout: 400_000 })

const ACCOUNT = "He drove past the allotments three evenings and read her number plate into his radio."
const WHO_ELSE = "Only my aunt Philippa saw the notebook."
const CLEAN = "An officer is said to have looked up the keeper of a car without a policing purpose."
const REASON = "Consistent with what the unit knows of the shift."
const CASE = "Case 77/9341"
const MESSAGE = "Thank you for telling us. We have finished looking into this."

/** Everything the browsers sent, of every person: what a server could have read. */
const sent: string[] = []
let house: TriageHouse
let essexPassphrase = ""

test.beforeAll(async () => {
  house = await startTriage()
})
test.afterAll(async () => house?.stop())

const join = (browser: Browser, tenant: string, name: string, shownName: string, roles: Role[]) =>
  firstSignIn(browser, house, { tenant, name, shownName, roles }, sent)

const decision = (page: Page, title: string) =>
  page.locator("details", { has: page.getByRole("heading", { name: title }) })

async function openReport(page: Page, report: string): Promise<void> {
  await page.goto(`${house.url}/queue`)
  await page.getByRole("link", { name: referenceOf(report) }).click()
  await page.getByRole("button", { name: "Open the report" }).click()
  await expect(page.locator("#words")).toContainText(ACCOUNT)
}

test("a report goes from unread to closed by two people of Kent, and nobody of Essex sees it", async ({ browser }) => {
  const lead = await join(browser, "kent", "lead.kent", "Grace Hollis", ["lead"])
  await expect(lead.page.getByRole("heading", { name: "Open this desk" })).toBeVisible()
  await look(lead.page, "open-desk")
  await lead.page.getByRole("button", { name: "Open this desk" }).click()
  await expect(lead.page.getByText("Nothing is waiting for you.")).toBeVisible()
  await look(lead.page, "queue-empty")

  const officer = await join(browser, "kent", "officer.kent", "Dan Whitlock", ["officer"])
  await expect(officer.page.getByRole("heading", { name: "Waiting for access" })).toBeVisible()
  await look(officer.page, "waiting")
  await lead.page.getByRole("link", { name: "People" }).click()
  await look(lead.page, "people")
  await lead.page.getByRole("button", { name: "Give access to Dan Whitlock" }).click()
  await expect(lead.page.getByText("Dan Whitlock has access now.")).toBeVisible()

  const report = await tell(
    house.database,
    "kent",
    { account: ACCOUNT, whoElseKnows: WHO_ELSE, howKnown: "saw", who: { rank: "PC" } },
    { danger: "now" },
  )
  await officer.page.getByRole("link", { name: "Load again" }).click()
  await expect(officer.page.getByRole("heading", { name: "In danger, and nobody has acted" })).toBeVisible()
  await look(officer.page, "my-day")

  // The officer reads it, acts, and assesses it.
  await officer.page.getByRole("link", { name: referenceOf(report) }).click()
  await expect(officer.page.getByText(ACCOUNT)).toHaveCount(0)
  await look(officer.page, "report-not-opened")
  await openReport(officer.page, report)
  await expect(officer.page.locator("#words")).toContainText("Could be guessed")
  await expect(officer.page.locator("#words")).toContainText("Not answered: Name or nickname")
  await look(officer.page, "report-opened")

  const danger = await unfold(officer.page, "Danger: what did you do?")
  await danger.getByLabel("Told the duty officer").check()
  await danger.getByRole("button").click()
  await recorded(officer.page)
  await officer.page.getByRole("button", { name: "Take this report" }).click()
  await recorded(officer.page)

  await (await unfold(officer.page, "Assess")).getByRole("button", { name: "Record the assessment" }).click()
  await expect(decision(officer.page, "Assess").getByText("Choose one.").first()).toBeVisible()
  await look(officer.page, "assess-errors")
  const assess = await fillAssessment(officer.page)
  await assess.getByLabel("Main threat").selectOption("systems")
  await assess.getByLabel("Yes").nth(3).check()
  await assess.getByLabel("Reason, in words").fill(REASON)
  await assess.getByRole("button", { name: "Record the assessment" }).click()
  await recorded(officer.page)
  await expect(officer.page.locator("#history")).toContainText("Assessed: Misuse of force systems")
  await expect(officer.page.locator("#history")).toContainText(REASON)
  await expect(officer.page.locator("#history")).toContainText("Signature checked")
  await look(officer.page, "assessed")

  const draft = await unfold(officer.page, "Draft an intelligence report")
  await expect(draft.getByLabel("Information")).toHaveValue("A")
  await draft.getByLabel("Clean text").fill(CLEAN)
  await draft.getByRole("button").click()
  await recorded(officer.page)
  await expect(officer.page.getByText("waits for a second person")).toBeVisible()
  await expect(decision(officer.page, "Check the draft")).toHaveCount(0)

  // The lead says why, reads it, checks the draft, and decides to its end.
  await lead.page.goto(`${house.url}/report/${report}`)
  await expect(lead.page.getByText("Dan Whitlock holds this report. Why are you opening it?")).toBeVisible()
  await lead.page.getByRole("button", { name: "Open the report" }).click()
  await expect(lead.page.getByText("Say why you’re opening it.")).toBeVisible()
  await lead.page.getByLabel("To review or check it").check()
  await look(lead.page, "report-held")
  await lead.page.getByRole("button", { name: "Open the report" }).click()
  await expect(lead.page.locator("#words")).toContainText(ACCOUNT)
  const check = await unfold(lead.page, "Check the draft")
  await expect(check).toContainText(CLEAN)
  await look(lead.page, "check-draft")
  await check.getByRole("button", { name: "Make the intelligence report" }).click()
  await recorded(lead.page)

  const investigate = await unfold(lead.page, "Needs further investigation")
  await investigate.getByLabel("Case number").fill(CASE)
  await investigate.getByRole("button").click()
  await recorded(lead.page)
  await expect(lead.page.getByText("Closing needs an outcome for each person concerned.")).toBeVisible()
  const outcome = await unfold(lead.page, "Outcome for person 1")
  await outcome.getByLabel("Outcome").selectOption("final-warning")
  await outcome.getByRole("button").click()
  await recorded(lead.page)
  await expect(lead.page.getByText("Closing needs a last message to the reporter.")).toBeVisible()
  const message = await unfold(lead.page, "Write to the reporter")
  await message.getByLabel("Message").fill(MESSAGE)
  await message.getByRole("button").click()
  await recorded(lead.page)
  const close = await unfold(lead.page, "Close")
  await close.getByLabel("Reason, in words").fill(REASON)
  await close.getByRole("button").click()
  await recorded(lead.page)
  await expect(lead.page.getByRole("heading", { level: 1 })).toContainText("Closed")
  await look(lead.page, "closed")

  // Somebody of Essex, with a desk of their own, gets nothing.
  const essex = await join(browser, "essex", "officer.essex", "Una Marsh", ["officer"])
  await essex.page.getByRole("button", { name: "Open this desk" }).click()
  essexPassphrase = essex.passphrase
  await expect(essex.page.getByText("Nothing is waiting for you.")).toBeVisible()
  expect((await essex.page.goto(`${house.url}/report/${report}`))?.status()).toBe(404)
  await look(essex.page, "not-found")

  // Signing in again unlocks the same keys.
  await officer.page.getByRole("button", { name: "Sign out" }).click()
  await officer.page.getByLabel("Sign-in name").fill(officer.name)
  await officer.page.getByLabel("Your six words").fill(officer.passphrase)
  await look(officer.page, "sign-in")
  await officer.page.getByRole("button", { name: "Sign in" }).click()
  await officer.page.getByRole("link", { name: "Queue", exact: true }).click()
  await officer.page.getByRole("link", { name: "Closed" }).click()
  await officer.page.getByRole("link", { name: referenceOf(report) }).click()
  await officer.page.getByRole("button", { name: "Open the report" }).click()
  await expect(officer.page.locator("#history")).toContainText(MESSAGE)
  await expect(officer.page.locator("#thread")).toContainText(MESSAGE)

  const everything = sent.join("\n")
  expect(everything).toContain("/decide")
  const secrets = [
    ACCOUNT,
    WHO_ELSE,
    CLEAN,
    REASON,
    CASE,
    MESSAGE,
    lead.passphrase,
    officer.passphrase,
    essex.passphrase,
  ]
  for (const secret of secrets) {
    expect(everything).not.toContain(secret)
    expect(everything).not.toContain(encodeURIComponent(secret))
    expect(everything).not.toContain(Buffer.from(secret).toString("base64").slice(0, 20))
  }
})

const ASSESSED_BY_ESSEX = "The custody log agrees with it."

/** Answers an assessment's questions by what a person hears and sees, and leaves the words to the caller. */
async function fillAssessment(page: Page) {
  const assess = await unfold(page, "Assess")
  await assess.getByLabel("Main threat").selectOption("ppda")
  await assess.getByLabel("Gross misconduct").check()
  await assess.getByLabel("How many people concerned?").fill("1")
  for (const none of await assess.getByLabel("No", { exact: true }).all()) await none.check()
  return assess
}

test("the national desk hands a report to Essex, where two officers decide at once", async ({ browser }) => {
  const coordinator = await join(browser, "national-desk", "officer.desk", "Owen Clarke", ["officer"])
  await coordinator.page.getByRole("button", { name: "Open this desk" }).click()
  await expect(coordinator.page.getByText("Nothing is waiting for you.")).toBeVisible()
  const report = await tell(house.database, "national-desk", { account: ACCOUNT }, { reason: "unknown" })
  await openReport(coordinator.page, report)
  const move = await unfold(coordinator.page, "Hand to another desk")
  await move.getByLabel("Which desk?").selectOption("essex")
  await move.getByLabel("Reason, in words").fill(REASON)
  await look(coordinator.page, "transfer")
  await move.getByRole("button", { name: "Hand it over" }).click()
  await expect(coordinator.page.getByText("This report moved to Essex Police")).toBeVisible()
  await look(coordinator.page, "stub")
  await coordinator.page.goto(`${house.url}/queue?view=moved`)
  await expect(coordinator.page.getByRole("link", { name: referenceOf(report) })).toBeVisible()
  await look(coordinator.page, "queue-moved")

  const una = await join(browser, "essex", "lead.essex", "Ada Finch", ["lead"])
  const first = await newPage(browser, sent)
  await first.goto(`${house.url}/sign-in`)
  await first.getByLabel("Sign-in name").fill("officer.essex")
  await first.getByLabel("Your six words").fill(essexPassphrase)
  await first.getByRole("button", { name: "Sign in" }).click()
  await first.getByRole("link", { name: "People" }).click()
  await first.getByRole("button", { name: "Give access to Ada Finch" }).click()
  await expect(first.getByText("Ada Finch has access now.")).toBeVisible()

  await openReport(first, report)
  await openReport(una.page, report)
  await expect(first.locator("#history")).toContainText("Arrived from National desk")
  const slower = await fillAssessment(first)
  await slower.getByLabel("Reason, in words").fill(ASSESSED_BY_ESSEX)
  const faster = await fillAssessment(una.page)
  await faster.getByLabel("Reason, in words").fill(REASON)
  await faster.getByRole("button", { name: "Record the assessment" }).click()
  await recorded(una.page)

  // Nothing typed is lost when somebody was first, when the network is away, or when the session has ended.
  await slower.getByRole("button", { name: "Record the assessment" }).click()
  await expect(slower.getByText(/^Ada Finch decided this at .+\. Yours is kept below\.$/)).toBeVisible()
  await expect(slower.getByLabel("Reason, in words")).toHaveValue(ASSESSED_BY_ESSEX)
  await expect(first.locator("#history")).toContainText(REASON)
  await look(first, "was-first")
  await slower.getByRole("button", { name: "Record the assessment" }).click()
  await expect(slower.getByText("It has been assessed already")).toBeVisible()
  await first.context().setOffline(true)
  await slower.getByRole("button", { name: "Record the assessment" }).click()
  await expect(slower.getByText("Connection lost. What you typed is kept.")).toBeVisible()
  await first.context().setOffline(false)
  await first.context().clearCookies()
  await slower.getByRole("button", { name: "Record the assessment" }).click()
  await expect(slower.getByText("Your session has ended.")).toBeVisible()
  await expect(slower.getByLabel("Reason, in words")).toHaveValue(ASSESSED_BY_ESSEX)

  const everything = sent.join("\n")
  for (const secret of [ACCOUNT, REASON, ASSESSED_BY_ESSEX]) expect(everything).not.toContain(secret)
})

test("the queue works without JavaScript, and by the keyboard alone a report is opened and assessed", async ({
  browser,
}) => {
  const markup = `${ACCOUNT} <img src="x" id="planted" onerror="document.title = 'planted'">`
  const report = await tell(house.database, "essex", { account: markup, howKnown: "told" })
  const page = await newPage(browser, sent)
  await page.goto(`${house.url}/sign-in`)
  await page.getByLabel("Sign-in name").fill("officer.essex")
  await page.getByLabel("Your six words").fill(essexPassphrase)
  await page.keyboard.press("Enter")
  await page.waitForURL(`${house.url}/`)

  const withoutScript = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const bare = await withoutScript.newPage()
  await bare.goto(`${house.url}/queue?view=unassigned`)
  await bare.getByRole("link", { name: referenceOf(report) }).click()
  await expect(bare.locator("noscript .govuk-warning-text")).toContainText("Opening a report needs JavaScript")
  await expect(bare.getByRole("button", { name: "Open the report" })).toBeHidden()
  await withoutScript.close()

  await page.goto(`${house.url}/queue`)
  await page.getByRole("link", { name: referenceOf(report) }).focus()
  await page.keyboard.press("Enter")
  await tabTo(page, "Take this report")
  await page.keyboard.press("Enter")
  await recorded(page)
  await expect(page.locator("#decided")).toBeFocused()
  await expect(decision(page, "Assess")).toBeHidden()
  await page.getByRole("heading", { level: 1 }).click()
  await tabTo(page, "Open the report")
  await page.keyboard.press("Enter")
  await expect(page.locator("#words")).toContainText(ACCOUNT)
  await expect(page.locator("#said-title")).toBeFocused()
  await expect(page.locator("#words")).toContainText('<img src="x" id="planted"')
  await expect(page.locator("#planted")).toHaveCount(0)
  await expect(decision(page, "Assess")).toBeVisible() // the forms come a moment after the words
  await page.keyboard.press("Tab")
  await expect(page.getByLabel("Title", { exact: true })).toBeFocused()
  await tabTo(page, "Record the assessment")
  await page.keyboard.press("Enter")
  const summary = decision(page, "Assess").locator(".govuk-error-summary")
  await expect(summary).toBeFocused()
  await expect(summary.getByRole("heading", { name: "There’s a problem" })).toBeVisible()
  await expect(summary.getByRole("link")).toHaveText([
    "Main threat: Choose one.",
    "How serious, if proved? Choose one.",
    "How many people concerned? Write a number from 0 to 99.",
    "Must it go to the IOPC? Answer each question: No, Yes or Unsure.",
    "Reason, in words: Write it in words.",
  ])
  await page.getByRole("link", { name: "How many people concerned?" }).press("Enter")
  await expect(page.getByLabel("How many people concerned?")).toBeFocused()

  const questions = page.getByRole("group", { name: "Must it go to the IOPC?" })
  await questions.getByRole("group", { name: "A serious assault" }).getByLabel("Unsure").check()
  await expect(questions.getByLabel("No", { exact: true }).and(page.locator(":checked"))).toHaveCount(0)
  await questions.getByRole("button", { name: "No to all the others" }).press("Enter")
  await expect(questions.getByLabel("No", { exact: true }).and(page.locator(":checked"))).toHaveCount(8)
  await expect(questions.getByRole("group", { name: "A serious assault" }).getByLabel("Unsure")).toBeChecked()
  await expect(questions.getByRole("status")).toHaveText("No to 8 questions. You can still change each.")
  await tabTo(page, "Record the assessment")
  await page.keyboard.press("Enter")
  await expect(summary.getByRole("link")).toHaveCount(4)
  await page.getByRole("link", { name: "Main threat" }).press("Enter")
  await expect(page.getByLabel("Main threat")).toBeFocused()
  await page.keyboard.type("Police-p")
  await expect(page.getByLabel("Main threat")).toHaveValue("ppda")
})

/** Presses Tab until the button of this name has the focus: ninety times at most. */
async function tabTo(page: Page, name: string): Promise<void> {
  const button = page.getByRole("button", { name, exact: true })
  for (let presses = 0; presses < 90; presses += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press("Tab")
  }
  throw new Error(`Tab doesn't reach "${name}".`)
}
