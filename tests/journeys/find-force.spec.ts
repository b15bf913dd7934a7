import { expect, type Page } from "@playwright/test"
import { expectAccessible, expectNoSidewaysScroll } from "./fine.ts"
import { test } from "./served-intake.ts"

const QUESTION = "Which police force, or where did it happen?"
const box = (page: Page) => page.getByRole("combobox", { name: QUESTION })
const lines = (page: Page) => page.getByRole("listbox").getByRole("option")
const next = (page: Page) => page.getByRole("button", { name: "Next" })

/** Everything that is sent while `steps` are taken, as text. */
async function sentDuring(page: Page, steps: () => Promise<void>): Promise<string[]> {
  const sent: string[] = []
  page.on("request", (request) =>
    sent.push(
      `${request.method()} ${request.url()} ${JSON.stringify(request.headers())} ${request.postDataBuffer()?.toString("latin1") ?? ""}`,
    ),
  )
  await steps()
  return sent
}

test.describe("with script", () => {
  test("what is typed never leaves the browser but as the force that is chosen", async ({ page }) => {
    const sent = await sentDuring(page, async () => {
      await page.goto("/find-force")
      await box(page).pressSequentially("newport shropsh")
      await expect(lines(page).first()).toBeVisible()
      await box(page).fill("newport shropshire")
      await next(page).click()
      await expect(page.getByRole("radio", { name: "West Mercia Police’s team" })).toBeVisible()
    })
    for (const request of sent) expect(request).not.toMatch(/newport|shropsh/i)
    expect(sent.filter((request) => request.startsWith("POST"))).toHaveLength(1)
    expect(
      await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])),
    ).toBe('[{},{},""]')
  })

  test("a name of several places is asked at the box, told apart by county, and what was typed stays", async ({
    page,
  }) => {
    await page.goto("/find-force")
    await box(page).fill("Newport")
    await next(page).click()
    const question = page.getByRole("group", { name: "Which of these is it?" })
    await expect(question.getByRole("radio")).toHaveCount(6)
    await expect(question.getByRole("radio", { name: "West Mercia Police (Newport, Shropshire)" })).toBeVisible()
    await expect(question.getByText("Which of these is it?")).toBeFocused()
    await expectAccessible(page)
    await next(page).click()
    await expect(page.getByRole("link", { name: "Choose one, or “I don’t know”." })).toBeVisible()
    await expect(box(page)).toHaveValue("Newport")
    await expectAccessible(page)
    await question.getByRole("radio", { name: "West Mercia Police" }).check()
    await next(page).click()
    await expect(page.getByRole("radio", { name: "West Mercia Police’s team" })).toBeVisible()
  })

  test("a slip of the finger is asked, with what was understood", async ({ page }) => {
    await page.goto("/find-force")
    await box(page).fill("Maidstnoe")
    await next(page).click()
    await expect(page.getByText("We read what you typed as Maidstone.")).toBeVisible()
    await expect(page.getByRole("radio", { name: "Kent Police (Maidstone" })).toBeChecked()
  })

  test("two forces named are both offered, and go on together", async ({ page }) => {
    await page.goto("/find-force")
    await box(page).fill("he moved from Kent to Gwent police")
    await next(page).click()
    for (const force of ["Kent Police", "Gwent Police"]) {
      await page.getByRole("checkbox", { name: force }).check()
    }
    await next(page).click()
    await expect(page.getByRole("radio", { name: "Both teams" })).toBeVisible()
  })

  test("a body elsewhere leads to who looks into it", async ({ page }) => {
    await page.goto("/find-force")
    await box(page).fill("police scotland")
    await next(page).click()
    await expect(page.getByRole("heading", { name: "Others look into this one" })).toBeVisible()
  })

  test("what nobody can place stays typed, and says what would help", async ({ page }) => {
    await page.goto("/find-force")
    for (const [typed, words] of [
      ["", "Type a force, a town or a postcode"],
      ["qzxqzx", "We don’t know that one."],
      ["ZZ9 9ZZ", "There is no such postcode."],
    ] as const) {
      await box(page).fill(typed)
      await next(page).click()
      await expect(page.getByRole("link", { name: words })).toBeVisible()
      await expect(box(page)).toHaveValue(typed)
      await expect(box(page)).toHaveAccessibleDescription(new RegExp(words.slice(0, 12)))
    }
    await expectAccessible(page)
  })

  test("by the keyboard alone: type, go down, choose, next; “I don’t know” is beside it", async ({ page }) => {
    await page.goto("/find-force")
    await box(page).focus()
    await page.keyboard.type("gwen")
    await expect(lines(page).first()).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press("ArrowDown")
    await expect(page.getByRole("option", { selected: true })).toHaveText(/Gwent Police/)
    await page.keyboard.press("Enter")
    await expect(box(page)).toHaveValue(/Gwent Police/)
    await expect(page.getByRole("button", { name: "I don’t know" })).toBeVisible()
    await next(page).focus()
    await page.keyboard.press("Enter")
    await expect(page.getByRole("radio", { name: "Gwent Police’s team" })).toBeVisible()
  })

  test("Enter goes on as Next does, and not to the other language", async ({ page }) => {
    await page.goto("/find-force")
    await box(page).fill("Maidstone")
    await page.keyboard.press("Enter")
    await expect(page.getByRole("radio", { name: "Kent Police’s team" })).toBeVisible()
    await expect(page.locator("html")).toHaveAttribute("lang", "en")
  })

  test("what is typed while the script comes stays, with the focus", async ({ page }) => {
    let comes = () => {}
    const held = new Promise<void>((resolve) => {
      comes = resolve
    })
    await page.route("**/find-force-*.js", async (route) => {
      await held
      await route.continue()
    })
    await page.goto("/find-force", { waitUntil: "commit" })
    await page.getByLabel(QUESTION).fill("Maidst")
    comes()
    await expect(box(page)).toHaveValue("Maidst")
    await expect(box(page)).toBeFocused()
  })

  test("markup that is typed stays text", async ({ page }) => {
    await page.goto("/find-force")
    await box(page).fill("<img src=x onerror=alert(1)> Kent")
    await next(page).click()
    await expect(page.locator("main img")).toHaveCount(0)
  })

  test("in Welsh, by the address or the button, with what was typed", async ({ page }) => {
    await page.goto("/find-force")
    await box(page).fill("yng Nghaerdydd")
    await page.getByRole("button", { name: "Cymraeg" }).click()
    await expect(page.locator("html")).toHaveAttribute("lang", "cy")
    const welsh = page.getByRole("combobox", { name: "Pa heddlu, neu ble ddigwyddodd?" })
    await expect(welsh).toHaveValue("yng Nghaerdydd")
    await expectAccessible(page)
    await page.getByRole("button", { name: "Nesaf" }).click()
    await expect(page.getByRole("radio", { name: "Tîm Heddlu De Cymru" })).toBeVisible()
  })

  test("it fits a narrow screen, with the list open and with the question asked", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto("/find-force")
    await box(page).pressSequentially("newp")
    await expect(lines(page).first()).toBeVisible()
    await expectNoSidewaysScroll(page)
    await box(page).fill("Newport")
    await next(page).click()
    await expectNoSidewaysScroll(page)
  })

  test("where the script that finds doesn't come, the same form is posted as without script", async ({ page }) => {
    await page.route("**/find-force-*.js", (route) => route.abort())
    await page.goto("/find-force")
    await page.getByLabel(QUESTION).fill("Maidstone")
    await next(page).click()
    await expect(page.getByRole("radio", { name: "Kent Police’s team" })).toBeVisible()
  })

  test("where the files don't come nothing is lost, and it says so", async ({ page }) => {
    await page.route("**/assets/places-*.json", (route) => route.abort())
    await page.goto("/find-force")
    await box(page).fill("Maidstone")
    await next(page).click()
    await expect(page.getByText("We didn’t get that. Nothing is lost. Try again.")).toBeVisible()
    await expect(box(page)).toHaveValue("Maidstone")
    await page.unroute("**/assets/places-*.json")
    await next(page).click()
    await expect(page.getByRole("radio", { name: "Kent Police’s team" })).toBeVisible()
  })
})

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false })
  test("the same answers, asked on a page of their own, in both languages", async ({ page }) => {
    await page.goto("/find-force")
    await page.getByLabel(QUESTION).fill("Newport")
    await next(page).click()
    await expect(page.getByRole("radio", { name: "West Mercia Police (Newport, Shropshire)" })).toBeVisible()
    await page.goto("/cy/find-force")
    await page.getByLabel("Pa heddlu, neu ble ddigwyddodd?").fill("Casnewydd")
    await page.getByRole("button", { name: "Nesaf" }).click()
    await expect(page.getByRole("radio", { name: "Tîm Heddlu Gwent" })).toBeVisible()
  })

  test("Enter goes on as Next does", async ({ page }) => {
    await page.goto("/find-force")
    await page.getByLabel(QUESTION).fill("Maidstone")
    await page.keyboard.press("Enter")
    await expect(page.getByRole("radio", { name: "Kent Police’s team" })).toBeVisible()
  })

  test("a slip of the finger is asked", async ({ page }) => {
    await page.goto("/find-force")
    await page.getByLabel(QUESTION).fill("Maidstnoe")
    await next(page).click()
    await expect(page.getByRole("heading", { name: "Is it this one?" })).toBeVisible()
  })
})
