import { expect, type Page } from "@playwright/test"
import { expectAccessible, expectNoSidewaysScroll } from "./fine.ts"
import { test } from "./served-intake.ts"

for (const path of ["/people-who-can-help", "/cy/people-who-can-help", "/stay-safe", "/cy/stay-safe"]) {
  test(`${path} reads well at 320 px and leads to itself in the other language`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 740 })
    await page.goto(path)
    await expectFine(page)
    await page.getByRole("link", { name: path.startsWith("/cy") ? "English" : "Cymraeg" }).click()
    await expect(page.locator("html")).toHaveAttribute("lang", path.startsWith("/cy") ? "en" : "cy")
  })
}

/** axe is a script itself. */
async function expectFine(page: Page) {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

for (const javaScriptEnabled of [true, false]) {
  const look = javaScriptEnabled ? expectFine : async () => {}
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled, viewport: { width: 320, height: 740 } })

    test("who is rudely treated learns who takes it, and that we may be right after all", async ({ page }) => {
      await page.goto("/who-can-help")
      await page.getByRole("button", { name: "Next" }).click()
      await expect(page.getByRole("link", { name: "Choose what it is about" })).toBeVisible()
      await look(page)
      await page.getByRole("radio", { name: "Rude or slow police" }).check()
      await page.getByRole("button", { name: "Next" }).click()
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Rude or slow police")
      await expect(page.getByText("0300 020 0096")).toBeVisible()
      await look(page)
      await page.getByRole("button", { name: "Tell us" }).click()
      await expect(page.getByLabel("Which police force, or where did it happen?")).toBeVisible()
    })

    test("in Welsh", async ({ page }) => {
      await page.goto("/cy/who-can-help")
      await page.getByRole("radio", { name: "Heddlu milwrol" }).check()
      await page.getByRole("button", { name: "Nesaf" }).click()
      await expect(page.getByText("Heddlu Milwrol Brenhinol")).toBeVisible()
      await look(page)
    })
  })
}
