import { expect, type Page } from "@playwright/test"
import { expectAccessible, expectNoSidewaysScroll } from "./fine.ts"
import { type Account, test } from "./served-national.ts"

/** No page may have what axe can find, and nothing may stick out, on a desk's screen or a narrow one. */
async function expectFineAtAllWidths(page: Page) {
  for (const width of [1280, 360, 320]) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
}

async function signIn(page: Page, { name, passphrase }: Account) {
  await page.goto("/")
  await page.getByLabel("Sign-in name").fill(name)
  await page.getByLabel("Your six words").fill(passphrase)
  await page.getByRole("button", { name: "Sign in" }).click()
}

const figures = (page: Page) => page.getByRole("heading", { name: "Figures", exact: true })
/** The number that stands with the figure of this name. */
const count = (page: Page, name: string) =>
  page
    .getByRole("term")
    .filter({ hasText: new RegExp(`^${name}$`) })
    .locator("xpath=following-sibling::dd[1]")

const asAt = (page: Page) => page.getByRole("group", { name: "As at" })
async function choose(page: Page, day: string, month: string, year: string) {
  await asAt(page).getByLabel("Day", { exact: true }).fill(day)
  await asAt(page).getByLabel("Month", { exact: true }).fill(month)
  await asAt(page).getByLabel("Year", { exact: true }).fill(year)
}
const show = (page: Page) => page.getByRole("button", { name: "Show" }).click()

test("a coordinator signs in, chooses a day, and sees what was known then and what is known now", async ({
  page,
  context,
  national,
}) => {
  const crossed: string[] = []
  context.on("request", (request) => {
    crossed.push(`${request.url()} ${request.postData() ?? ""}`)
  })
  await signIn(page, national.coordinator)
  await expect(figures(page)).toBeVisible()
  expect(crossed.join("\n")).not.toContain(national.coordinator.passphrase)

  await choose(page, "15", "1", "2024")
  await show(page)
  await expect(page.getByText("As at 15 January 2024, as known now.")).toBeVisible()
  await expect(count(page, "Contacts")).toHaveText("3")
  await expect(count(page, "About other forces")).toHaveText("1")
  await expect(count(page, "Intelligence reports")).toHaveText("1")
  await expect(count(page, "Not yet decided")).toHaveText("2")
  await expect(
    page.getByRole("region", { name: "What changed" }).getByRole("row", { name: "Contacts 2 3 +1" }),
  ).toBeVisible()
  await expectFineAtAllWidths(page)

  await page.getByRole("radio", { name: "Then" }).check()
  await show(page)
  await expect(page.getByText("As at 15 January 2024, as known then.")).toBeVisible()
  await expect(count(page, "Contacts")).toHaveText("2")
  expect(page.url()).toContain("known=then")

  await page.getByLabel("Force", { exact: true }).selectOption("Kent Police")
  await show(page)
  await expect(count(page, "Contacts")).toHaveText("1")
  await expect(page.getByLabel("Force", { exact: true })).toHaveValue("kent")
})

test("a day that isn't one is answered at its field, with everything kept", async ({ page, national }) => {
  await signIn(page, national.coordinator)
  await choose(page, "31", "2", "2024")
  await page.getByRole("radio", { name: "Then" }).check()
  await show(page)
  await expect(page.getByRole("alert")).toContainText("Enter a real date, like 15 1 2024.")
  await page.getByRole("link", { name: "Enter a real date, like 15 1 2024." }).click()
  await expect(asAt(page).getByLabel("Day", { exact: true })).toBeFocused()
  await expect(asAt(page).getByLabel("Day", { exact: true })).toHaveValue("31")
  await expect(page.getByRole("radio", { name: "Then" })).toBeChecked()
  await expectFineAtAllWidths(page)
})

test("each desk's heartbeat is there, forces stand beside each other, and signing out ends the visit", async ({
  page,
  national,
}) => {
  await signIn(page, national.coordinator)
  await page.getByRole("link", { name: "Heartbeats" }).click()
  await expect(page.getByRole("row", { name: /^Kent Police Over 28 days 2 Nov 2023/ })).toBeVisible()
  await expect(page.getByRole("row", { name: /^Essex Police Nothing unopened/ })).toBeVisible()
  await expectFineAtAllWidths(page)
  await page.getByRole("link", { name: "Forces compared" }).click()
  await expect(page.getByRole("img", { name: /^Each force as a point/ })).toBeVisible()
  await expect(page.getByRole("row", { name: /^Kent Police/ })).toContainText("No figures from this desk since")
  await expectFineAtAllWidths(page)
  await page.getByRole("button", { name: "Sign out" }).click()
  await page.goto("/heartbeats")
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible()
  await expectFineAtAllWidths(page)
})

test("an officer of a force gets no further than the sign-in page", async ({ page, national }) => {
  await signIn(page, national.officer)
  await expect(page.getByRole("alert")).toContainText("Your account doesn't open this service.")
  await page.goto("/heartbeats")
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible()
})

test("wrong words are said so, and the right ones still sign in on the same page", async ({ page, national }) => {
  await signIn(page, { ...national.coordinator, passphrase: "six other words that are wrong" })
  await expect(page.getByRole("alert")).toContainText("don't fit together")
  await expect(page.getByLabel("Sign-in name")).toHaveValue(national.coordinator.name)
  await page.getByLabel("Your six words").fill(national.coordinator.passphrase)
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(figures(page)).toBeVisible()
})

test("figures are chosen by keyboard alone, and a wide table scrolls by it", async ({ page, national }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await signIn(page, national.coordinator)
  await page.getByRole("group", { name: "As at" }).getByLabel("Day").focus()
  for (const part of ["15", "1", "2024"]) {
    await page.keyboard.press("ControlOrMeta+A")
    await page.keyboard.type(part)
    await page.keyboard.press("Tab")
  }
  await page.keyboard.press("ArrowUp")
  await expect(page.getByRole("radio", { name: "Then" })).toBeChecked()
  await page.keyboard.press("Enter")
  await expect(page.getByText("As at 15 January 2024, as known then.")).toBeVisible()

  const months = page.getByRole("region", { name: "By month" })
  await months.focus()
  await page.keyboard.press("ArrowRight")
  await expect.poll(() => months.evaluate((region) => region.scrollLeft)).toBeGreaterThan(0)
})

test("without JavaScript everything but signing in works", async ({ browser, context, page, national }) => {
  await signIn(page, national.coordinator)
  await expect(figures(page)).toBeVisible()
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: national.url })
  await plain.addCookies(await context.cookies())
  const still = await plain.newPage()
  await still.goto("/")
  await choose(still, "15", "1", "2024")
  await show(still)
  await expect(count(still, "Contacts")).toHaveText("3")
  await still.getByRole("link", { name: "Heartbeats" }).click()
  await expect(still.getByRole("row", { name: /^Kent Police/ })).toBeVisible()
  await still.getByRole("button", { name: "Sign out" }).click()
  await expect(still.locator("noscript .govuk-warning-text")).toContainText("Signing in needs JavaScript")
  await plain.close()
})
