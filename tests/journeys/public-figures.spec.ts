import { expect, type Page } from "@playwright/test"
import { expectAccessible, expectNoSidewaysScroll } from "./fine.ts"
import { test } from "./served-national.ts"

/** Nothing sticks out on a desk's screen or a phone; what axe finds, it finds at one width as at another. */
async function expectFineAtAllWidths(page: Page) {
  for (const width of [1280, 320, 360]) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoSidewaysScroll(page)
  }
  await expectAccessible(page)
}

/** The site is there some moments after the server is. */
const site = async (page: Page, address: string) => {
  await expect(async () => {
    expect((await page.goto(address))?.status()).toBe(200)
  }).toPass()
}

test.describe("without JavaScript, without signing in", () => {
  test.use({ javaScriptEnabled: false })

  test("a journalist finds a figure with its definition, a sentence to quote and its files", async ({
    page,
    context,
  }) => {
    await site(page, "/figures/")
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Figures of the police corruption and abuse hotline",
    )
    await expect(page.getByText("Came out on 24 April 2025 at 9:30.")).toBeVisible()
    await page.getByRole("link", { name: "Contacts", exact: true }).click()
    await expect(page.getByText("Every approach to the hotline").first()).toBeVisible()
    await expect(page.getByRole("blockquote")).toContainText(/^Contacts as at 31 March 2025: .*SHA-256 [0-9a-f]{64}$/)
    await expect(page.getByRole("img", { name: /^Columns: Contacts, each quarter/ })).toBeVisible()
    await expect(page.getByText("[c]: 1 to 4, or hidden so that no one can work it out.")).toBeVisible()
    const forces = page.getByRole("region", { name: "By force" })
    await expect(forces.getByRole("row", { name: /^Essex Police/ })).toContainText("[c]")
    await expect(forces.getByRole("row", { name: /^Gwent Police/ })).toContainText("0")

    const csv = await page.request.get("/figures/latest/figures.csv")
    expect(await csv.text()).toContain(
      "2025-q1,2025-03-31,2025-04-10,contacts,contacts,essex,all,all,all,all,all,2025-Q1,,c\r\n",
    )
    expect(await context.cookies()).toEqual([])
  })

  test("the same is there in Welsh, and each page leads to itself in the other language", async ({ page }) => {
    await site(page, "/figures/2025-q1/contacts/")
    await page.getByRole("link", { name: "Cymraeg" }).click()
    await expect(page.locator("html")).toHaveAttribute("lang", "cy")
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cysylltiadau")
    await expect(page.getByRole("row", { name: /^Heddlu De Cymru/ }).first()).toBeVisible()
    await page.getByRole("link", { name: "Curiad calon" }).click()
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Curiad calon")
    await page.getByRole("link", { name: "English" }).click()
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Heartbeats")
  })
})

test("every page of the public’s figures is fine at every width, in both languages", async ({ page }) => {
  test.slow()
  await site(page, "/figures/")
  for (const address of [
    "",
    "latest/",
    "latest/contacts/",
    "latest/people-concerned/",
    "heartbeats/",
    "method/",
    "data/",
  ])
    for (const language of ["", "cy/"]) {
      await page.goto(`/figures/${language}${address}`)
      await expectFineAtAllWidths(page)
    }
})

test("a coordinator plans and prepares a release while the server goes on serving, and can’t check it alone", async ({
  page,
  national,
}) => {
  test.slow()
  const { name, passphrase } = national.coordinator
  await page.goto("/releases")
  await page.getByLabel("Sign-in name").fill(name)
  await page.getByLabel("Your six words").fill(passphrase)
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page.getByRole("heading", { name: "Releases", level: 1 })).toBeVisible()
  await expect(page.getByRole("row", { name: /^January to March 2025 Out/ })).toBeVisible()
  await expectFineAtAllWidths(page)

  const write = async (group: string, on: Date) => {
    const boxes = page.getByRole("group", { name: group })
    await boxes.getByLabel("Day", { exact: true }).fill(String(on.getUTCDate()))
    await boxes.getByLabel("Month", { exact: true }).fill(String(on.getUTCMonth() + 1))
    await boxes.getByLabel("Year", { exact: true }).fill(String(on.getUTCFullYear()))
  }
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
  await write("As recorded by", inDays(-2))
  await write("Day it comes out", inDays(-1))
  await page.getByRole("button", { name: "Plan it" }).click()
  await expect(page.getByRole("alert")).toContainText("Choose a day after today")
  await expectFineAtAllWidths(page)
  await write("Day it comes out", inDays(7))
  await page.getByRole("button", { name: "Plan it" }).click()
  await page.getByRole("button", { name: "Prepare it" }).click()
  await expect(page.getByText("It is being counted and protected")).toBeVisible()
  await expectFineAtAllWidths(page)
  await expect(async () => {
    await page.reload()
    await expect(page.getByText("Waits for a second person")).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 60_000 })
  await page.getByText(/^Contacts: 29/).click()
  await expect(page.getByRole("row", { name: /^Essex Police/ })).toContainText("3 [c]")
  await expectFineAtAllWidths(page)
  await page.getByRole("button", { name: "I have looked at it: let it come out" }).click()
  await expect(page.getByRole("alert")).toContainText("another coordinator has to check it")
  await page.getByText("Take it back").click()
  await page.getByRole("button", { name: "Withdraw it" }).click()
  await expect(page.getByText("Withdrawn")).toBeVisible()
})
