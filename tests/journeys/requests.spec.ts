import { expect, type Page } from "@playwright/test"
import { expectAccessible, expectNoSidewaysScroll } from "./fine.ts"
import { type Account, test } from "./served-national.ts"

async function expectFineAtAllWidths(page: Page) {
  for (const width of [1280, 360, 320]) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function signIn(page: Page, { name, passphrase }: Account) {
  await page.goto("/requests")
  await page.getByLabel("Sign-in name").fill(name)
  await page.getByLabel("Your six words").fill(passphrase)
  await page.getByRole("button", { name: "Sign in" }).click()
}

async function typeDay(page: Page, group: string, [day, month, year]: readonly [string, string, string]) {
  const boxes = page.getByRole("group", { name: group })
  await boxes.getByLabel("Day").fill(day)
  await boxes.getByLabel("Month").fill(month)
  await boxes.getByLabel("Year").fill(year)
}

/** Asks the figures of the request that is open, and waits for the letter. */
async function makePack(page: Page, asked: { answer?: string } = {}) {
  await page.getByRole("link", { name: "Make an FOI pack" }).click()
  await page.getByLabel("What is counted").selectOption("Contacts")
  await page.getByLabel("And by").selectOption("Year")
  await page.getByLabel("First month").fill("2023-01")
  await page.getByLabel("Last month").fill("2024-01")
  await typeDay(page, "As at", ["15", "1", "2024"])
  await page.getByRole("radio", { name: "Then" }).check()
  if (asked.answer) await page.getByRole("radio", { name: asked.answer }).check()
  await page.getByRole("button", { name: "Make the pack" }).click()
  await expect(page.getByRole("heading", { name: "Freedom of Information Act 2000: answer" })).toBeVisible({
    timeout: 60_000,
  })
}

test("a request is logged, answered from the figures as a letter and files, and closed", async ({ page, national }) => {
  await signIn(page, national.coordinator)
  await page.getByRole("button", { name: "Log it" }).click()
  await expect(page.getByRole("alert")).toContainText("Write your reference")
  await expectFineAtAllWidths(page)

  await page.getByLabel("Your reference").fill("01.FOI.24.1")
  await page.getByLabel("What is asked").fill("How many people have contacted the hotline, by year?")
  await typeDay(page, "Received on", ["16", "1", "2024"])
  await page.getByRole("button", { name: "Log it" }).click()
  await expect(page.getByText("The request is logged.")).toBeVisible()
  await expectFineAtAllWidths(page)

  await page.getByText("It was clarified").click()
  await typeDay(page, "The clarification came on", ["23", "1", "2024"])
  await page.getByRole("button", { name: "Record the clarification" }).click()
  await expect(page.getByText("20 February 2024").first()).toBeVisible()
  await expectFineAtAllWidths(page)

  await makePack(page)
  await expect(page.getByRole("cell", { name: "[c]" }).first()).toBeVisible()
  await expect(page.getByText("section 40(2)")).toBeVisible()
  await expectFineAtAllWidths(page)
  const digest = await page.locator(".candour-digest").innerText()
  const csv = page.waitForEvent("download")
  await page.getByRole("link", { name: "Its counts (CSV)" }).click()
  expect((await csv).suggestedFilename()).toBe("foi-1-1.csv")
  await page.getByRole("link", { name: "The letter in Welsh" }).click()
  await expect(page.getByRole("heading", { name: "Deddf Rhyddid Gwybodaeth 2000: ateb" })).toBeVisible()
  await expect(page.locator(".candour-digest")).toHaveText(digest)
  await expectAccessible(page)

  // The same question, asked again, has the same answer.
  await page.getByRole("link", { name: "Back to the request" }).click()
  await makePack(page)
  await expect(page.getByText("The same question was answered on")).toBeVisible()
  await expect(page.locator(".candour-digest")).toHaveText(digest)

  await page.getByRole("link", { name: "Back to the request" }).click()
  await page.getByText("Record the answer").first().click()
  await page.getByLabel("How it was answered").selectOption("In part: some counts withheld")
  await typeDay(page, "Answered on", ["20", "2", "2024"])
  await page.getByRole("button", { name: "Record the answer" }).click()
  await expect(page.getByText("Answered on 20 February 2024: In part: some counts withheld")).toBeVisible()
  await page.getByRole("link", { name: "All requests" }).click()
  await expect(page.getByRole("row", { name: "01.FOI.24.1" })).toContainText("In part")
  await expectFineAtAllWidths(page)
})

test("neither confirming nor denying prints no count", async ({ page, national }) => {
  await signIn(page, national.coordinator)
  await page.getByLabel("Your reference").fill("01.FOI.24.2")
  await page.getByLabel("What is asked").fill("Has anybody reported Sergeant Smith of Kent Police?")
  await typeDay(page, "Received on", ["16", "1", "2024"])
  await page.getByRole("button", { name: "Log it" }).click()
  await makePack(page, { answer: "Neither confirm nor deny" })
  await expect(page.getByText("We neither confirm nor deny that we hold this information")).toBeVisible()
  await expect(page.getByRole("article").getByRole("table")).toHaveCount(0)
})
