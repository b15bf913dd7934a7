import { randomUUID } from "node:crypto"
import { referenceOf } from "@candour/domain/reference.ts"
import type { Role } from "@candour/domain/role.ts"
import { type Browser, expect, type Page, test } from "@playwright/test"
import { firstSignIn, giveAccess, look, type Member, recorded, unfold } from "./staff.ts"
import { startTriage, type TriageHouse, tell } from "./triage-house.ts"

test.use({ viewport: { width: 1280, height: 900 }, actionTimeout: 15_000 })
test.describe.configure({ mode: "serial", timeout: 400_000 })

const ACCOUNT = "He stood outside the refuge in his own car and showed the warrant card."
const TITLE = "Warrant card at the refuge"

const sent: string[] = []
let house: TriageHouse
/** One report at each desk, by tenant. */
const reports: Record<string, string> = {}
const staff: Record<string, Member> = {}

async function join(browser: Browser, tenant: string, role: Role): Promise<Member> {
  const name = `${role}.${tenant}`
  const shownName = `${role} of ${tenant}`
  const member = await firstSignIn(browser, house, { tenant, name, shownName, roles: [role] }, sent)
  staff[name] = member
  return member
}

/** Somebody who joins a desk that is open, and gets access to it from its lead. */
async function joinWithAccess(browser: Browser, tenant: string, role: Role): Promise<Member> {
  const member = await join(browser, tenant, role)
  await giveAccess(staff[`lead.${tenant}`] as Member, house, `${role} of ${tenant}`)
  return member
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(400_000)
  house = await startTriage()
  for (const tenant of ["kent", "essex", "national-desk"]) {
    const lead = await join(browser, tenant, "lead")
    await lead.page.getByRole("button", { name: "Open this desk" }).click()
    await expect(lead.page.getByText("Nothing is waiting for you.")).toBeVisible()
    reports[tenant] = await tell(house.database, tenant, { account: ACCOUNT, howKnown: "saw" }, { danger: "now" })
  }
})
test.afterAll(async () => house?.stop())

const pageOf = (name: string) => staff[name]?.page as Page

/** Presses Tab from the top of a page to its end: everything that can be used gets the focus, in the page's order. */
async function walk(page: Page): Promise<void> {
  const usable = await page.evaluate(() => {
    const groups = new Set<string>()
    return [
      ...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [tabindex='0']"),
    ]
      .filter(
        (element) => element.checkVisibility({ visibilityProperty: true }) && !(element as HTMLButtonElement).disabled,
      )
      .filter((element) => {
        if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true
        // One of a group is stopped at, the chosen one if any is; the arrows lead to the others.
        const chosen = document.querySelector(`input[type=radio][name="${CSS.escape(element.name)}"]:checked`)
        return chosen === null ? !groups.has(element.name) && groups.add(element.name) : chosen === element
      })
      .map((element, at) => {
        element.dataset.walked = String(at)
        return element.outerHTML.slice(0, 120)
      })
  })
  await page.evaluate(() => {
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute("tabindex")
    window.scrollTo(0, 0)
  })
  const reached: number[] = []
  for (let presses = 0; presses < usable.length + 12 && reached.length < usable.length; presses += 1) {
    await page.keyboard.press("Tab")
    const at = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.walked)
    if (at !== undefined && !reached.includes(Number(at))) reached.push(Number(at))
  }
  expect(usable.filter((_, at) => !reached.includes(at))).toEqual([])
  expect(reached).toEqual(reached.toSorted((one, other) => one - other))
}

/** What somebody is answered at each address of a report. */
async function answersFor(page: Page, report: string): Promise<number[]> {
  const address = `${house.url}/report/${report}`
  const headers = { "sec-fetch-site": "same-origin", "content-type": "application/json" }
  const get = async (path: string) => (await page.request.get(`${address}${path}`, { maxRedirects: 0 })).status()
  const post = async (path: string, data: object) =>
    (await page.request.post(`${address}${path}`, { headers, data, maxRedirects: 0 })).status()
  const taken = { number: 5, kind: "taken", detail: {}, signature: "A".repeat(86) }
  return [
    await get(""),
    await get("/sealed"),
    await get(`/files/${randomUUID()}/0`),
    await post("/open", { reason: "own" }),
    await post("/decide", taken),
    await post("/title", {}),
    await post("/here", {}),
    await post("/draft", {}),
  ]
}

/** What is another desk's isn't there: every address answers as it does for a report that doesn't exist, and never 403. */
async function seesNothingOf(page: Page, tenants: readonly string[]): Promise<void> {
  const missing = await answersFor(page, randomUUID())
  expect(missing).not.toContain(403)
  expect(missing[0]).toBe(404)
  for (const tenant of tenants) {
    const report = reports[tenant] ?? ""
    expect([tenant, await answersFor(page, report)]).toEqual([tenant, missing])
    await page.goto(`${house.url}/queue`)
    await expect(page.getByText(referenceOf(report))).toHaveCount(0)
  }
}

/** Each of these pages: there, without a fault that axe finds, narrow enough for a phone, and whole by keyboard. */
async function reaches(page: Page, name: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    expect([path, (await page.goto(`${house.url}${path}`))?.status()]).toEqual([path, 200])
    await look(page, `${name}-${path.split("/")[1] || "my-day"}`)
    await walk(page)
  }
}

async function hasNot(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) expect([path, (await page.goto(`${house.url}${path}`))?.status()]).toEqual([path, 404])
}

async function opensAndReads(page: Page, tenant: string): Promise<void> {
  await page.goto(`${house.url}/report/${reports[tenant]}`)
  await page.getByRole("button", { name: "Open the report" }).click()
  await expect(page.locator("#words")).toContainText(ACCOUNT)
}

const DESK = ["/", "/queue", "/search", "/people", "/settings", "/sessions"]

test("an officer of Kent reads and decides what is Kent’s; of Essex there is nothing", async ({ browser }) => {
  const { page } = await joinWithAccess(browser, "kent", "officer")
  await reaches(page, "officer", DESK)
  await opensAndReads(page, "kent")
  await page.getByLabel("Title").fill(TITLE)
  await page.getByRole("button", { name: "Save the title" }).click()
  await expect(page.locator("#title-said")).not.toBeEmpty()
  await page.getByRole("button", { name: "Take this report" }).click()
  await recorded(page)
  const assess = await unfold(page, "Assess")
  await assess.getByLabel("Main threat").selectOption("ppda")
  await assess.getByLabel("Gross misconduct").check()
  await assess.getByLabel("How many people concerned?").fill("1")
  for (const none of await assess.getByLabel("No", { exact: true }).all()) await none.check()
  await assess.getByLabel("A person concerned carries firearms, or has them at hand").check()
  await assess.getByLabel("Reason, in words").fill("He was in his own car, with the card.")
  await look(page, "officer-assess")
  await assess.getByRole("button", { name: "Record the assessment" }).click()
  await recorded(page)
  await expect(page.locator("#history")).toContainText("It says: A person concerned carries firearms")
  await walk(page)
  await hasNot(page, ["/unit", "/phone"])
  await seesNothingOf(page, ["essex", "national-desk"])
})

test("a lead of Kent sees the pattern with the unit’s own title, today first; Essex’s lead sees none of it", async () => {
  const page = pageOf("lead.kent")
  await reaches(page, "lead", [...DESK, "/unit"])
  const pattern = page.locator("#pattern-partner-risk")
  await page.goto(`${house.url}/unit`)
  await expect(pattern).toContainText(TITLE)
  await expect(pattern).toContainText("No lead has looked at it")
  await look(page, "lead-unit-pattern")
  await page.goto(`${house.url}/`)
  // It stands once, where it is most urgent, and says there that it is a lead's to look at.
  await expect(page.locator("#day-sameDay")).toHaveCount(0)
  const inDanger = page.locator("#day-danger")
  await expect(inDanger).toContainText(TITLE)
  await expect(inDanger).toContainText("For a lead today")
  await inDanger.getByRole("link").first().focus()
  await page.keyboard.press("Enter")
  await page.getByLabel("To review or check it").check()
  await page.getByRole("button", { name: "Open the report" }).click()
  await expect(page.locator("#words")).toContainText(ACCOUNT)
  await page.goto(`${house.url}/`)
  await expect(inDanger).toContainText(TITLE)
  await expect(inDanger).not.toContainText("For a lead today")
  await seesNothingOf(page, ["essex", "national-desk"])

  const essex = pageOf("lead.essex")
  await essex.goto(`${house.url}/unit`)
  await expect(essex.getByText("Nothing of this kind just now.")).toBeVisible()
  await expect(essex.getByText("of kent")).toHaveCount(0)
  await opensAndReads(essex, "essex")
  await seesNothingOf(essex, ["kent", "national-desk"])
})

test("an auditor of Kent reads and changes nothing: not one form of their pages does", async ({ browser }) => {
  const { page } = await joinWithAccess(browser, "kent", "auditor")
  await reaches(page, "auditor", DESK)
  // To look for and to look at is what they do; whoever opens is on record.
  const READS = ["open", "build", "find"]
  const forms = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("form")]
        .filter((form) => form.closest("dialog") === null && form.getAttribute("method") !== "get")
        .filter((form) => form.querySelector("#show-keys") === null) // shows what the keys do
        .map((form) => form.id || form.getAttribute("action") || form.outerHTML.slice(0, 90)),
    )
  for (const path of DESK) {
    await page.goto(`${house.url}${path}`)
    const own = ["/sign-out", ...(path === "/sessions" ? ["/sessions/end"] : [])]
    expect([path, (await forms()).filter((each) => !READS.includes(each))]).toEqual([path, own])
  }
  await page.goto(`${house.url}/report/${reports.kent}`)
  await page.getByLabel("To review or check it").check()
  await page.getByRole("button", { name: "Open the report" }).click()
  await expect(page.locator("#words")).toContainText(ACCOUNT)
  await expect(page.locator("#title-shown")).toHaveText(TITLE)
  await expect(page.locator("#history")).toContainText("He was in his own car, with the card.")
  await look(page, "auditor-report")
  expect((await forms()).filter((each) => !READS.includes(each))).toEqual(["/sign-out"])
  await hasNot(page, ["/unit", "/phone"])
  await seesNothingOf(page, ["essex", "national-desk"])
})

test("a call handler answers the telephone and sees no report, no queue and nobody of a desk", async ({ browser }) => {
  const { page } = await join(browser, "national-desk", "call-handler")
  await expect(page).toHaveURL(`${house.url}/phone`)
  await reaches(page, "call-handler", ["/phone", "/sessions"])
  const own = `/report/${reports["national-desk"]}`
  await hasNot(page, ["/queue", "/search", "/people", "/unit", "/settings", "/on-call", "/open-desk", own])
  for (const tenant of ["kent", "essex", "national-desk"])
    expect([tenant, new Set(await answersFor(page, reports[tenant] ?? ""))]).toEqual([tenant, new Set([404])])
})

test("the national desk reads its own and, of Kent and Essex, nothing", async () => {
  const page = pageOf("lead.national-desk")
  await reaches(page, "national-desk", [...DESK, "/unit", "/on-call"])
  await opensAndReads(page, "national-desk")
  await look(page, "national-desk-report")
  await seesNothingOf(page, ["kent", "essex"])
})

test("Kent and Essex side by side: each lead’s people, openings and titles are their own", async () => {
  for (const [mine, other] of [
    ["kent", "essex"],
    ["essex", "kent"],
  ] as const) {
    const page = pageOf(`lead.${mine}`)
    for (const path of ["/people", "/unit", "/queue", "/queue?view=all", "/"]) {
      await page.goto(`${house.url}${path}`)
      await expect(page.getByText(`of ${other}`)).toHaveCount(0)
      await expect(page.getByText(referenceOf(reports[other] ?? ""))).toHaveCount(0)
    }
    await page.goto(`${house.url}/queue?view=all`)
    await expect(page.getByText(referenceOf(reports[mine] ?? "")).first()).toBeVisible()
  }
  const everything = sent.join("\n")
  for (const secret of [ACCOUNT, TITLE]) expect(everything).not.toContain(secret)
})
