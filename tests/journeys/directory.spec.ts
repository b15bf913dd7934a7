import { expect, type Page } from "@playwright/test"
import { expectAccessible } from "./fine.ts"
import { test } from "./served-intake.ts"
import { test as nationalTest } from "./served-national.ts"

/** Nothing may stick out, on a desk's screen, a phone's or the narrowest. */
async function expectNothingSticksOut(page: Page) {
  for (const width of [1280, 360, 320]) {
    await page.setViewportSize({ width, height: 800 })
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
      .toBeLessThanOrEqual(0)
  }
}

/** …and no page may have what axe can find, at two of these widths. */
async function expectFineAtAllWidths(page: Page) {
  await expectNothingSticksOut(page)
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 })
    await expectAccessible(page)
  }
}

const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled })
    test.slow() // axe looks at a long page, again and again
    // axe needs script; the pages without it are the same.
    const expectFine = javaScriptEnabled ? expectFineAtAllWidths : expectNothingSticksOut

    test("somebody looks a force up, tries a name, and says that the answer is wrong", async ({ page, context }) => {
      const asked: string[] = []
      context.on("request", (request) => {
        asked.push(request.url())
      })
      await page.goto("/forces")
      await expectFine(page)
      await page.getByRole("link", { name: "South East", exact: true }).click()
      await expect(heading(page, "Kent Police")).toBeVisible()

      await page.getByLabel("Try a name").fill("Lutonn")
      await page.getByRole("button", { name: "Try it" }).click()
      await expect(heading(page, "Bedfordshire Police")).toBeVisible()
      await expect(page.getByText("We read it as: Luton.")).toBeVisible()
      await expectFine(page)

      await page.getByRole("button", { name: "This is wrong" }).click()
      await expect(heading(page, "What is wrong in the directory?")).toBeVisible()
      await expect(page.getByLabel("Which place or force is it about?")).toHaveValue("Lutonn")
      await page.getByLabel("Which place or force is it about?").fill("Luton (near the airport)")
      await page.getByLabel("Which force or body should it be?").selectOption("Kent Police")
      await page.getByRole("button", { name: "Send" }).click()
      await expect(page.getByRole("alert").first()).toContainText("Use only letters, digits, spaces")
      await expect(page.getByLabel("Which force or body should it be?")).toHaveValue("kent")
      await expectFine(page)
      await page.getByLabel("Which place or force is it about?").fill("Luton")
      await page.getByRole("button", { name: "Send" }).click()
      await expect(heading(page, "Thank you")).toBeVisible()
      await expectFine(page)
      expect(asked.join("\n")).not.toMatch(/Luton|\?/)
    })

    test("the same in Welsh, from a force’s own entry", async ({ page }) => {
      await page.goto("/forces")
      await page.getByRole("link", { name: "Cymraeg" }).click()
      await expect(heading(page, "Pob heddlu yng Nghymru a Lloegr")).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.lang)).toBe("cy")
      await expectFine(page)
      await page.getByLabel("Rhowch gynnig ar enw").fill("Casnewydd")
      await page.getByRole("button", { name: "Rhoi cynnig arno" }).click()
      await expect(heading(page, "Heddlu Gwent")).toBeVisible()
      await expectFine(page)
      await page.getByRole("link", { name: "Gweld pob heddlu" }).click()
      await page.getByRole("link", { name: "Mae hyn yn anghywir am Heddlu Gwent" }).click()
      await expect(page.getByLabel("Pa le neu heddlu sydd dan sylw?")).toHaveValue("Heddlu Gwent")
      await expect(page.getByLabel("Pa heddlu neu gorff ddylai fod yno?")).toHaveValue("gwent")
      await expectFine(page)
      await page.getByRole("button", { name: "Anfon" }).click()
      await expect(heading(page, "Diolch")).toBeVisible()
    })
  })
}

test("a force's own address leads to its name, which the exit doesn't cover", async ({ page }) => {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 640 })
    await page.goto("/forces#kent")
    const name = await heading(page, "Kent Police").boundingBox()
    const exit = await page.locator("#leave").boundingBox()
    expect(name?.y).toBeGreaterThanOrEqual((exit?.y ?? 0) + (exit?.height ?? 0))
    expect(name?.y).toBeLessThan(320)
    await page.goto("about:blank")
  }
})

nationalTest("a coordinator settles what the public says is wrong", async ({ page, national }) => {
  await page.goto("/")
  await page.getByLabel("Sign-in name").fill(national.coordinator.name)
  await page.getByLabel("Your six words").fill(national.coordinator.passphrase)
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.getByRole("link", { name: "Directory" }).click()
  await expect(page.getByRole("row", { name: /^dover Policed by another force Sussex Police/ })).toBeVisible()
  await expectFineAtAllWidths(page)
  await page.getByRole("button", { name: "Not right (dover, Sussex Police)" }).click()
  await expect(page.getByRole("alert")).toContainText("Settled.")
  await expect(page.getByText("Nothing is waiting.")).toBeVisible()
  await expectFineAtAllWidths(page)
})
