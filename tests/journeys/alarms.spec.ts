import { expect, type Page } from "@playwright/test"
import { expectAccessible, expectNoSidewaysScroll } from "./fine.ts"
import { type Account, test } from "./served-national.ts"

test.use({ historyOf: "the alarms" })

async function signIn(page: Page, { name, passphrase }: Account) {
  await page.goto("/alarms")
  await page.getByLabel("Sign-in name").fill(name)
  await page.getByLabel("Your six words").fill(passphrase)
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page.getByRole("heading", { name: "Alarms", exact: true })).toBeVisible()
}

/** No page may have what axe can find, and nothing may stick out, on a desk's screen or a narrow one. */
async function expectFineAtAllWidths(page: Page) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

test("a desk stops, a coordinator sees to it by keyboard, and the alarm ends when the desk opens the report", async ({
  page,
  national,
}) => {
  await signIn(page, national.coordinator)
  const alarm = page.getByRole("row", { name: /^Kent Police Nobody opens reports/ })
  await expect(alarm).toBeVisible()
  await expectFineAtAllWidths(page)

  await alarm.getByRole("button", { name: /^I see to this ?: Kent Police, nobody opens reports$/ }).focus()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { name: "Kent Police: nobody opens reports" })).toBeVisible()
  await expect(page.getByText("C. Evans sees to this.")).toBeVisible()
  await expectFineAtAllWidths(page)

  await page.getByRole("button", { name: "Note the call" }).click()
  await expect(page.getByRole("alert")).toContainText("Enter whom you rang")
  await expectFineAtAllWidths(page)
  await page.getByLabel("Whom did you ring?").fill("the duty officer")
  await page.getByLabel("What time?").fill("0:00")
  await page.getByLabel("What did you tell them?").fill("That reports wait unopened.")
  await page.getByRole("button", { name: "Note the call" }).click()
  await expect(page.getByText("C. Evans rang the duty officer at 00:00")).toBeVisible()
  await page.getByLabel("What was done?").fill("They open them today.")
  await page.getByRole("button", { name: "Note it" }).click()
  await expect(page.getByText("They open them today.")).toBeVisible()
  await expectFineAtAllWidths(page)

  await national.openReportsOf("kent")
  await national.lookAtDesks()
  await page.getByRole("link", { name: "Alarms", exact: true }).click()
  const ended = page.getByRole("region", { name: "Ended" })
  await expect(ended.getByRole("row", { name: /^Kent Police Nobody opens reports/ })).toContainText("C. Evans")
  await expect(alarm.getByRole("button")).toHaveCount(0)
  await ended.getByRole("link", { name: /^Nobody opens reports ?: Kent Police$/ }).click()
  await expect(page.getByText("They open them today.")).toBeVisible()
})

test("what alarms go by, how long things take and how the service runs are fine on every screen", async ({
  page,
  national,
}) => {
  await signIn(page, national.coordinator)
  await page.getByRole("link", { name: "What the alarms go by, and where yours are mailed" }).click()
  await expectFineAtAllWidths(page)
  await page.getByLabel("A report unopened for over").fill("21")
  await page.getByRole("button", { name: "Save" }).first().click()
  await page.getByRole("link", { name: "Enter a whole number within the range." }).click()
  await expect(page.getByLabel("A report unopened for over")).toBeFocused()
  await expectFineAtAllWidths(page)

  await page.getByRole("link", { name: "Timeliness" }).click()
  await expect(page.getByRole("row", { name: /^Assessed 32 days/ })).toBeVisible()
  await expect(page.getByRole("img", { name: /^For each stage a full bar/ })).toBeVisible()
  await expectFineAtAllWidths(page)
  await page.getByRole("link", { name: "Status", exact: true }).click()
  await expect(page.getByRole("row", { name: /^Reports that wait in the intake’s spool Not known here/ })).toBeVisible()
  await expectFineAtAllWidths(page)
})
