import { mkdirSync } from "node:fs"
import AxeBuilder from "@axe-core/playwright"
import { asOwner } from "@candour/database/as.ts"
import { referenceOf } from "@candour/domain/reference.ts"
import type { Role } from "@candour/domain/role.ts"
import { invite } from "@candour/identity/invite.ts"
import { type Browser, expect, type Page, test } from "@playwright/test"
import { sql } from "drizzle-orm"
import { startIntakeAt, startTriage, type TriageHouse } from "./triage-house.ts"

test.use({ viewport: { width: 1280, height: 900 } })
test.describe.configure({ mode: "serial", timeout: 420_000 })

const ACCOUNT = "He waits outside the allotments and reads her number plate into his radio."
const WHO_ELSE = "Only her aunt Philippa saw the notebook."
const LOOKS = "tall, a red beard"

/** Everything that the call handler's browser sent: what a server could have read. */
const sent: string[] = []
let house: TriageHouse
let intake: Awaited<ReturnType<typeof startIntakeAt>>
let phone: Page
let kent: Page
let national: Page

test.beforeAll(async ({ browser }) => {
  house = await startTriage()
  intake = await startIntakeAt(house)
  kent = await firstSignIn(browser, "kent", "lead.kent", "Grace Hollis", ["lead"])
  await kent.getByRole("button", { name: "Open this desk" }).click()
  await expect(kent.getByText("Nothing is waiting for you.")).toBeVisible()
  phone = await firstSignIn(browser, "national-desk", "handler", "Bethan Pugh", ["call-handler"])
  // After the handler's own: their sign-in needs no key of the desk, and none is granted to them.
  national = await firstSignIn(browser, "national-desk", "lead.desk", "Ruth Adeyemi", ["lead"])
  await national.getByRole("button", { name: "Open this desk" }).click()
  await expect(national.getByText("Nothing is waiting for you.")).toBeVisible()
  phone.on("request", (request) => {
    sent.push(`${request.method()} ${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ""}`)
  })
})
test.afterAll(async () => {
  await intake?.stop()
  await house?.stop()
})

async function firstSignIn(browser: Browser, tenant: string, name: string, shownName: string, roles: Role[]) {
  const code = await invite(house.database, { tenant, name, shownName, roles })
  const page = await (await browser.newContext()).newPage()
  page.on("pageerror", (error) => {
    throw error
  })
  await page.goto(`${house.url}/first-sign-in#${code}`)
  await page.getByRole("button", { name: "Next" }).click()
  const made = page.locator("#passphrase-made")
  await expect(made).toHaveText(/^(\S+ ){5}\S+$/)
  await page.getByLabel("Type your six words to check").fill((await made.textContent()) ?? "")
  await page.getByRole("button", { name: "finish" }).click()
  await page.waitForURL((url) => !url.pathname.includes("sign-in"))
  return page
}

/** axe and no sideways scrolling on the narrowest phone; pictures at both widths, where a folder for them is named. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.CANDOUR_SCREENSHOTS
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    if (folder) {
      mkdirSync(folder, { recursive: true })
      await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
      await page.screenshot({ path: `${folder}/${name}-${width}-window.png` })
    }
  }
  await page.setViewportSize({ width: 320, height: 900 })
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await page.setViewportSize({ width: 1280, height: 900 })
}

const rowsOf = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  (await asOwner(house.database, (transaction) => transaction.execute<Row>(query))).rows

/** Contacts and reports by telephone, and how many calls ended without a report, as the figures have them. */
async function figures() {
  const rows = await rowsOf<{ measure: string; count: number }>(sql`
    select measure, sum(count)::int as count from cube where channel = 'phone' group by 1`)
  const by = Object.fromEntries(rows.map(({ measure, count }) => [measure, count]))
  expect(await rowsOf(sql`select * from recount()`)).toEqual([])
  return { contacts: by.contact ?? 0, reports: by.report ?? 0, ended: by["call-ended"] ?? 0 }
}

const lastReport = async () => {
  const [row] = await rowsOf<{ id: string; tenant: string }>(sql`
    select id, tenant from report where id not in (select report from event where kind = 'opened')`)
  if (!row) throw new Error("There is no report.")
  return row
}

const isCounted = (page: Page) => expect(page.locator("#counted")).toHaveText("Counted")

/** Presses Tab until `label` has the focus, so that a control that no key reaches fails. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.id === wanted, id)) return
    await page.keyboard.press("Tab")
  }
  throw new Error(`Tab doesn't reach "${id}".`)
}

test("by keyboard alone a call becomes Kent's report, and its digits are read out", async () => {
  await expect(phone).toHaveURL(/\/phone$/)
  await expect(phone.getByRole("button", { name: "A call comes in" })).toBeVisible()
  await look(phone, "phone-start")
  await phone.keyboard.press("?")
  await expect(phone.getByRole("dialog", { name: "Keys" })).toBeVisible()
  await look(phone, "phone-keys")
  await phone.keyboard.press("Escape")

  await phone.keyboard.press("F2")
  await isCounted(phone)
  expect(await figures()).toEqual({ contacts: 1, reports: 0, ended: 0 })
  await expect(phone.locator("#danger")).toBeFocused()
  await expect(phone.locator("#stage")).toHaveText("Part 1 of 14: Safe to talk")
  await expect(phone.getByText("Are you safe right now?")).toBeVisible()
  await look(phone, "phone-call")

  // Danger now: the supervisor's line appears, and is read to the caller first.
  await phone.keyboard.press("Space")
  await expect(phone.getByRole("alert").filter({ hasText: "tell the supervisor, who rings 999" })).toBeVisible()
  await look(phone, "phone-danger")
  await phone.keyboard.press("ArrowDown")
  await expect(phone.locator("#supervisor")).toBeHidden()

  // The caller would rather speak Welsh: scripts and questions change, what the handler reads for themselves doesn't.
  await phone.keyboard.press("F4")
  await phone.keyboard.press("ArrowDown")
  await expect(phone.getByText("Ydych chi’n ddiogel nawr?")).toBeVisible()
  await expect(phone.getByLabel("Beth ddigwyddodd?")).toBeVisible()
  await expect(phone.locator('label[for="account"]')).toHaveAttribute("lang", "cy")
  await look(phone, "phone-call-cy")
  await phone.keyboard.press("ArrowUp")
  await expect(phone.getByText("Are you safe right now?")).toBeVisible()

  await phone.keyboard.press("F4")
  await phone.keyboard.press("Space")
  await phone.keyboard.press("F4")
  await expect(phone.locator("#account")).toBeFocused()
  await phone.keyboard.type(`${ACCOUNT} Ring 07700 900123.`)
  await expect(phone.getByText("Don’t write the caller’s number: take it out.")).toBeVisible()
  await look(phone, "phone-number")
  for (let letters = 0; letters < " Ring 07700 900123.".length; letters += 1) await phone.keyboard.press("Backspace")
  await expect(phone.getByText("Don’t write the caller’s number: take it out.")).toHaveCount(0)
  await tabTo(phone, "looks")
  await phone.keyboard.type(LOOKS)

  await tabTo(phone, "hint")
  await phone.keyboard.type("Newport")
  await phone.keyboard.press("Enter")
  await expect(phone.getByText("More than one is called so. Which?")).toBeVisible()
  await look(phone, "phone-several")
  await tabTo(phone, "hint")
  await phone.keyboard.press("Shift+Tab")
  await tabTo(phone, "hint")
  await phone.keyboard.press("Control+A")
  await phone.keyboard.type("Maidstone")
  await phone.keyboard.press("Enter")
  await expect(phone.locator("#force")).toHaveValue("kent")
  await expect(phone.locator("#force")).toBeFocused()

  await tabTo(phone, "whoElseKnows")
  await phone.keyboard.type(WHO_ELSE)
  await tabTo(phone, "categories")
  await tabTo(phone, "categories-4")
  await phone.keyboard.press("Space")
  await tabTo(phone, "send")
  await phone.keyboard.press("Enter")

  await expect(phone.getByRole("heading", { name: "Read the 20 digits out" })).toBeFocused()
  await expect(phone.locator("#goodbye")).toContainText(
    /^Thank you for telling us. Kent Police’s team has your report, and should open it by \w+day \d+ \w+\./,
  )
  await expect(phone.getByText("ring 999 now. It may be hours")).toBeHidden()
  await look(phone, "phone-receipt")
  const groups = phone.locator(".candour-group__digits")
  await expect(groups).toHaveCount(5)
  const digits = (await groups.allTextContents()).join("")
  expect(digits).toMatch(/^\d{20}$/)
  expect(await phone.locator("#whole").textContent()).toBe(digits.replaceAll(/(\d{4})(?=\d)/g, "$1 "))
  await phone.keyboard.press("F4")
  for (let group = 1; group <= 5; group += 1) {
    await expect(phone.locator(`#group-${group}`)).toBeFocused()
    await phone.keyboard.press("Space")
  }
  await expect(phone.locator("#whole-said")).toBeFocused()
  await phone.keyboard.press("Space")
  await look(phone, "phone-receipt-said")
  await phone.keyboard.press("F9")
  await expect(phone.getByRole("button", { name: "A call comes in" })).toBeFocused()
  await expect(phone.getByText("The last call’s report was sent.")).toBeVisible()
  await look(phone, "phone-over")

  // One contact, one report; nothing of it is left here, and no word of it went anywhere.
  expect(await figures()).toEqual({ contacts: 1, reports: 1, ended: 0 })
  const report = await lastReport()
  expect(report.tenant).toBe("kent")
  expect(await leftOn(phone)).not.toMatch(new RegExp(`${digits}|allotments|Philippa|red beard`))
  const everything = sent.join("\n")
  expect(everything).toContain(`/phone/calls/${report.id}/report`)
  for (const secret of [ACCOUNT, WHO_ELSE, LOOKS, digits, digits.slice(0, 19)]) expect(everything).not.toContain(secret)

  // The handler can't open it again, by its address or by any other page.
  expect((await phone.goto(`${house.url}/report/${report.id}`))?.status()).toBe(404)
  await phone.goto(`${house.url}/`)
  await expect(phone).toHaveURL(/\/phone$/)

  // Nor can the desk at which the telephone rang.
  expect((await national.goto(`${house.url}/report/${report.id}`))?.status()).toBe(404)

  // Kent's own lead reads it.
  await kent.goto(`${house.url}/queue`)
  await kent.getByRole("link", { name: referenceOf(report.id) }).click()
  await kent.getByRole("button", { name: "Open the report" }).click()
  for (const words of [ACCOUNT, WHO_ELSE, LOOKS]) await expect(kent.locator("#words")).toContainText(words)
  await expect(kent.locator("#history")).not.toContainText("The contact was counted")

  // The digits open the caller's mailbox at the public's door.
  const caller = await (await phone.context().browser()?.newContext())?.newPage()
  if (!caller) throw new Error("no browser")
  await caller.goto(`${intake.url}/mailbox`)
  await caller.getByLabel("Your 20 digits").fill(digits)
  await caller.getByRole("button", { name: "Open" }).click()
  await expect(caller.getByText("The team has opened it.")).toBeVisible()
})

/** All that a page holds: its text, and the value of each control, hidden ones too. */
const leftOn = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.documentElement.textContent,
      ...[...document.querySelectorAll<HTMLInputElement>("input[type=text], textarea, select")].map(
        (each) => each.value,
      ),
    ].join("\n"),
  )

test("a call that ends early is one contact with its reason, by one press", async () => {
  const before = await figures()
  await phone.goto(`${house.url}/phone`)
  await phone.keyboard.press("F2")
  await isCounted(phone)
  await phone.keyboard.press("F9")
  await expect(phone.getByRole("heading", { name: "How does the call end?" })).toBeFocused()
  await expect(phone.getByRole("button", { name: "Send what was told" })).toBeHidden()
  await look(phone, "phone-ending")
  await phone.getByRole("button", { name: "Silent" }).press("Enter")
  await expect(phone.getByText("The last call was counted.")).toBeVisible()
  expect(await figures()).toEqual({ ...before, contacts: before.contacts + 1, ended: before.ended + 1 })
  const [event] = await rowsOf(sql`select detail, person, at from event where kind = 'call-ended'`)
  expect(event).toEqual({ detail: { why: "silent" }, person: null, at: null })

  // Pressed by mistake, the call goes on as it was.
  await phone.keyboard.press("F2")
  await phone.getByLabel("What happened?").fill(ACCOUNT)
  await phone.keyboard.press("F9")
  await phone.getByRole("button", { name: "Back to the call" }).click()
  await expect(phone.getByLabel("What happened?")).toHaveValue(ACCOUNT)

  // The caller has told, and is gone: it is sent without digits.
  await phone.getByLabel("Force", { exact: true }).selectOption("kent")
  await phone.keyboard.press("F9")
  await phone.getByRole("button", { name: "Send what was told" }).click()
  await expect(phone.getByRole("heading", { name: "The report is with the team" })).toBeFocused()
  await expect(phone.locator("#groups li")).toHaveCount(0)
  await phone.getByRole("button", { name: "End the call" }).click()
  const { id, tenant } = await lastReport()
  expect(tenant).toBe("kent")
  const [mailbox] = await rowsOf(
    sql`select hash, may_reply from mailbox m join report r on r.id = m.report where r.id = ${id}`,
  )
  expect(mailbox).toEqual({ hash: null, may_reply: "no" })
})

test("what is typed stays while the network is away, and pressed again it is one report", async () => {
  const before = await figures()
  await phone.goto(`${house.url}/phone`)

  // Away before anything is sent: the call is counted as soon as there is a connection.
  await phone.context().setOffline(true)
  await phone.keyboard.press("F2")
  await expect(phone.locator("#counted")).toContainText("Not counted yet")
  await phone.keyboard.press("F8")
  await expect(phone.getByText("Write what happened. A few words are enough.")).toBeVisible()
  await expect(phone.getByLabel("What happened?")).toBeFocused()
  await look(phone, "phone-error")
  await phone.getByLabel("What happened?").fill(ACCOUNT)
  await phone.getByLabel("Cymraeg").check()
  await phone.getByLabel("Oes, nawr").check()
  await phone.keyboard.press("F8")
  await expect(phone.getByText("Connection lost. What you typed is kept.")).toBeVisible()
  await expect(phone.getByLabel("Beth ddigwyddodd?")).toHaveValue(ACCOUNT)
  await phone.context().setOffline(false)
  await isCounted(phone)

  // The answer is lost: the report may have arrived. The same is sent again, and nothing else.
  const bodies: string[] = []
  await phone.route("**/report", async (route) => {
    bodies.push(route.request().postData() ?? "")
    if (bodies.length > 1) return route.continue()
    await route.fetch()
    return route.abort("connectionreset")
  })
  await phone.keyboard.press("F8")
  await expect(phone.getByText("we can’t tell whether it arrived")).toBeVisible()
  await look(phone, "phone-uncertain")
  await expect(phone.getByLabel("Beth ddigwyddodd?")).toHaveValue(ACCOUNT)
  await expect(phone.getByLabel("Beth ddigwyddodd?")).not.toBeEditable()
  await phone.getByRole("button", { name: "Caller hung up" }).click()
  await expect(phone.getByText("Press Try again first.")).toBeVisible()
  await phone.getByRole("button", { name: "Try again" }).click()
  await expect(phone.getByRole("heading", { name: "Read the 20 digits out" })).toBeFocused()
  await expect(phone.locator("#goodbye")).toContainText("Mae eich adroddiad gyda’r ddesg genedlaethol, a dylai")
  await expect(phone.getByText("Os yw’n dal i ddigwydd, ffoniwch 999 nawr.")).toBeVisible()
  await look(phone, "phone-receipt-cy")
  expect(bodies).toHaveLength(2)
  expect(bodies[1]).toBe(bodies[0])
  await phone.unroute("**/report")
  await phone.getByRole("button", { name: "End the call" }).click()
  expect(await figures()).toEqual({ ...before, contacts: before.contacts + 1, reports: before.reports + 1 })
  await expect(phone.getByText("The last call’s report was sent.")).toBeVisible()
})

test("while a report is on its way the call can't end, and nothing of it meets the next call", async () => {
  const before = await figures()
  await phone.goto(`${house.url}/phone`)
  const arrived = Promise.withResolvers<void>()
  await phone.route("**/report", async (route) => {
    await arrived.promise
    await route.continue()
  })
  await phone.keyboard.press("F2")
  await isCounted(phone)
  await phone.getByLabel("What happened?").fill(ACCOUNT)
  await phone.keyboard.press("F8")
  await expect(phone.getByRole("button", { name: "Send" })).toHaveAttribute("aria-disabled", "true")
  await phone.keyboard.press("F9")
  await expect(phone.getByText("The report is on its way.")).toBeVisible()
  await expect(phone.getByRole("heading", { name: "How does the call end?" })).toBeHidden()
  arrived.resolve()
  await expect(phone.getByRole("heading", { name: "Read the 20 digits out" })).toBeFocused()
  await phone.unroute("**/report")
  await phone.keyboard.press("F9")
  expect(await figures()).toEqual({ ...before, contacts: before.contacts + 1, reports: before.reports + 1 })
})
