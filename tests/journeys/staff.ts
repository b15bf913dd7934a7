import { mkdirSync } from "node:fs"
import AxeBuilder from "@axe-core/playwright"
import type { Role } from "@candour/domain/role.ts"
import { invite } from "@candour/identity/invite.ts"
import { type Browser, expect, type Page } from "@playwright/test"
import type { TriageHouse } from "./triage-house.ts"

/** Somebody who is signed in, with the passphrase that the product made for them. */
export interface Member {
  page: Page
  name: string
  passphrase: string
}

/** A page in a browser of its own, whose requests are kept in `sent`, and in which no script may fail. */
export async function newPage(browser: Browser, sent: string[]): Promise<Page> {
  const page = await (await browser.newContext({ acceptDownloads: true })).newPage()
  page.on("request", (request) => {
    sent.push(`${request.method()} ${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ""}`)
  })
  page.on("pageerror", (error) => {
    throw error
  })
  return page
}

/** Signs somebody in for the first time, in a browser of their own. */
export async function firstSignIn(
  browser: Browser,
  house: TriageHouse,
  who: { tenant: string; name: string; shownName: string; roles: Role[] },
  sent: string[],
): Promise<Member> {
  const code = await invite(house.database, who)
  const page = await newPage(browser, sent)
  await page.goto(`${house.url}/first-sign-in#${code}`)
  await page.getByRole("button", { name: "Next" }).click()
  const made = page.locator("#passphrase-made")
  await expect(made).toHaveText(/^(\S+ ){5}\S+$/)
  const passphrase = (await made.textContent()) ?? ""
  await page.getByLabel("Type your six words to check").fill(passphrase)
  await page.getByRole("button", { name: "finish" }).click()
  await page.waitForURL((url) => !url.pathname.includes("sign-in"))
  return { page, name: who.name, passphrase }
}

/** Gives a colleague access to the desk of `lead`, and waits until they have it. */
export async function giveAccess({ page }: Member, house: TriageHouse, shownName: string): Promise<void> {
  await page.goto(`${house.url}/people`)
  await page.getByRole("button", { name: `Give access to ${shownName}` }).click()
  await expect(page.getByText(`${shownName} has access now.`)).toBeVisible()
}

/** Kent's desk at work: its lead, who opens it, and these officers in their order, each with access. */
export async function kentAtWork<Names extends string[]>(
  browser: Browser,
  house: TriageHouse,
  sent: string[],
  ...officers: Names
): Promise<[lead: Member, ...officers: { [Each in keyof Names]: Member }]> {
  const join = (name: string, shownName: string, role: Role) =>
    firstSignIn(browser, house, { tenant: "kent", name, shownName, roles: [role] }, sent)
  const lead = await join("lead.kent", "Grace Hollis", "lead")
  await lead.page.getByRole("button", { name: "Open this desk" }).click()
  await expect(lead.page.getByRole("heading", { name: "My day" })).toBeVisible()
  const members: Member[] = []
  for (const [place, shownName] of officers.entries()) {
    members.push(await join(place === 0 ? "officer.kent" : "second.kent", shownName, "officer"))
    await giveAccess(lead, house, shownName)
  }
  return [lead, ...(members as { [Each in keyof Names]: Member })]
}

/** axe, at a desk's width and the narrowest phone's, and no sideways scrolling on that; a picture where one is asked for. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.CANDOUR_SCREENSHOTS
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    if (folder) {
      mkdirSync(folder, { recursive: true })
      await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
    }
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await page.setViewportSize({ width: 1280, height: 900 })
}

/** The form of a decision, unfolded. */
export async function unfold(page: Page, title: string | RegExp) {
  const form = page.locator("details", { has: page.getByRole("heading", { name: title }) })
  if (!(await form.evaluate((details: HTMLDetailsElement) => details.open))) await form.locator("summary").click()
  return form
}

export const recorded = (page: Page) => expect(page.locator("#decided")).toHaveText("Recorded.")
