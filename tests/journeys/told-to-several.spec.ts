import { expect, type Page } from "@playwright/test"
import { expectAccessible, expectNoSidewaysScroll } from "./fine.ts"
import { test } from "./served-intake.ts"

const ACCOUNT = "He did it in Kent, then moved to Newport, and it went on"

/** No page may have what axe can find, nor stick out of a narrow screen. */
async function expectFine(page: Page) {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

async function findForce(page: Page, name: string) {
  await page.getByLabel("Which police force, or where did it happen?").fill(name)
  await page.getByRole("button", { name: "Next" }).press("Enter")
  await expect(page.getByRole("heading", { name: "Who should read it?" })).toBeVisible()
}

/** From the first page to the tell page of Kent and Gwent; a third force is added and taken off again on the way. */
async function goToTellBoth(page: Page, check: (page: Page) => Promise<void> = async () => {}) {
  await page.goto("/")
  await page.getByRole("button", { name: "Start" }).click()
  await findForce(page, "Kent Police")
  for (const name of ["Gwent Police", "Metropolitan Police"]) {
    await page.getByRole("button", { name: "Add another force" }).click()
    await findForce(page, name)
  }
  await expect(page.getByRole("radio", { name: "All these teams" })).toBeVisible()
  await check(page)
  await page.getByRole("button", { name: "Take off Metropolitan Police Service’s team" }).click()
  await page.getByRole("radio", { name: "Both teams" }).check()
  await expect(page.getByText("Kent Police’s team and Gwent Police’s team", { exact: true })).toBeVisible()
  await page.getByRole("button", { name: "Next" }).click()
  await expect(page.getByRole("heading", { name: "Tell us what happened" })).toBeVisible()
  await expect(page.getByText("Goes to Kent Police’s team and Gwent Police’s team, because")).toBeVisible()
  await check(page)
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with script" : "without script"
  test.describe(how, () => {
    test.use({ javaScriptEnabled, viewport: { width: 320, height: 640 } })

    test("a reporter tells Kent and Gwent once, each desk has its own copy, and one receipt shows both", async ({
      page,
      served,
    }) => {
      const account = `${ACCOUNT}, ${how}.`
      const posted: string[] = []
      page.on("request", (request) => posted.push(request.postData() ?? ""))
      // Axe is a script itself.
      const check = javaScriptEnabled ? expectFine : undefined
      await goToTellBoth(page, check)
      if (javaScriptEnabled) await expect(page.getByText("Your words are locked before they leave")).toBeVisible()
      await page.getByLabel("What happened?").fill(account)
      await page.getByRole("button", { name: "Send now" }).click()
      await expect(page.getByRole("heading", { name: "Keep these 20 digits" })).toBeVisible()
      await expect(page.getByText("Kent Police’s team and Gwent Police’s team have your report.")).toBeVisible()
      const digits = (await page.locator("[data-digits]").innerText()).replace(/\D/g, "")
      expect(posted.some((body) => body.includes("went+on") || body.includes("went on"))).toBe(!javaScriptEnabled)

      const [kent = [], gwent = [], met = []] = await Promise.all(
        ["kent", "gwent", "metropolitan"].map(async (tenant) =>
          [...(await served.reportsOf(tenant))].filter(([, body]) => body.answers.account === account),
        ),
      )
      expect([kent.length, gwent.length, met.length]).toEqual([1, 1, 0])
      expect(gwent[0]?.[0]).not.toBe(kent[0]?.[0])
      expect(gwent[0]?.[1].thread).not.toBe(kent[0]?.[1].thread)
      expect(gwent[0]?.[1].voice).toBe(kent[0]?.[1].voice)

      await page.goto("/mailbox")
      await page.getByLabel("Your 20 digits").fill(digits)
      await page.getByRole("button", { name: "Open" }).click()
      await expect(page.getByText("Kent Police’s team has it. It came today")).toBeVisible()
      await expect(page.getByText("Gwent Police’s team has it. It came today")).toBeVisible()
      await check?.(page)
    })
  })
}

test("a change of mind at the tell page starts with no force, and a key that has changed keeps both", async ({
  page,
}) => {
  await goToTellBoth(page)
  await expect(page.getByText("Your words are locked before they leave")).toBeVisible()
  await page.getByLabel("What happened?").fill(ACCOUNT)
  const referrals = await page.locator("#tell").getAttribute("data-referrals")
  await page
    .locator("#tell")
    .evaluate(
      (form, changed) => form.setAttribute("data-referrals", changed),
      `${referrals}`.replace('"generation":1', '"generation":2'),
    )
  await page.getByRole("button", { name: "Send now" }).click()
  await expect(page.getByText("The team’s lock has changed since you opened this page")).toBeVisible()
  await expect(page.getByText("Goes to Kent Police’s team and Gwent Police’s team")).toBeVisible()
  await expect(page.getByLabel("What happened?")).toHaveValue(ACCOUNT)

  await page.getByRole("button", { name: "Change where it goes" }).click()
  await findForce(page, "Gwent Police")
  await page.getByRole("radio", { name: "Gwent Police’s team" }).check()
  await page.getByRole("button", { name: "Next" }).click()
  await expect(page.getByText("Goes to Gwent Police’s team, because")).toBeVisible()
  await expect(page.getByLabel("What happened?")).toHaveValue(ACCOUNT)
})

test("what is written to one team stays meant for it, where it wasn't taken and in the other language", async ({
  page,
}) => {
  await goToTellBoth(page)
  await page.getByLabel("What happened?").fill(ACCOUNT)
  await page.getByRole("button", { name: "Send now" }).click()
  await expect(page.getByRole("heading", { name: "Keep these 20 digits" })).toBeVisible()
  const digits = (await page.locator("[data-digits]").innerText()).replace(/\D/g, "")
  await page.goto("/mailbox")
  await page.getByLabel("Your 20 digits").fill(digits)
  await page.getByRole("button", { name: "Open" }).click()
  await page.getByLabel("Write to the team").fill("He is in your own team.")
  const toGwent = page.getByRole("radio", { name: "Gwent Police’s team" })
  await toGwent.check()
  const written: unknown[] = []
  await page.route("**/mailbox/sealed", async (route) => {
    written.push(...route.request().postDataJSON().messages)
    if (written.length > 1) return route.continue()
    return route.fulfill({ status: 409, json: { answer: "taken" } })
  })
  await page.getByRole("button", { name: "Send", exact: true }).click()
  await expect(page.getByText("Something else of yours was sent meanwhile").first()).toBeVisible()
  await expect(toGwent).toBeChecked()
  await expect(page.getByLabel("Write to the team")).toHaveValue("He is in your own team.")
  await page.getByRole("button", { name: "Cymraeg" }).click()
  await expect(page.getByRole("radio", { name: /Gwent/ })).toBeChecked()
  await page.getByRole("button", { name: "English" }).click()
  await expect(toGwent).toBeChecked()
  await page.getByRole("button", { name: "Send", exact: true }).click()
  await expect(page.getByText("From you, to Gwent Police’s team")).toBeVisible()
  expect(written).toHaveLength(2)
})
