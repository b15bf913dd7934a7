import { expect, type Page } from "@playwright/test"
import { expectAccessible, expectNoSidewaysScroll } from "./fine.ts"
import { test } from "./served-intake.ts"

const ACCOUNT = "He looked up my new address on the station's computer."
const NAME = "Smithy of the night shift"

/** From the first page to the tell page of Kent. */
async function goToTell(page: Page, check: (page: Page) => Promise<void> = async () => {}) {
  await page.goto("/")
  await check(page)
  await page.getByRole("button", { name: "Start" }).click()
  await page.getByLabel("Which police force, or where did it happen?").fill("Kent Police")
  await check(page)
  await page.getByRole("button", { name: "Next" }).click()
  await page.getByRole("radio", { name: "Kent Police’s team" }).check()
  await check(page)
  await page.getByRole("button", { name: "Next" }).click()
  await expect(page.getByRole("heading", { name: "Tell us what happened" })).toBeVisible()
  await check(page)
}

const digitsOn = async (page: Page) => (await page.locator("[data-digits]").innerText()).replace(/\D/g, "")
const receiptHeading = (page: Page) => page.getByRole("heading", { name: "Keep these 20 digits" })
const lockedHere = (page: Page) => page.getByText("Your words are locked before they leave this phone.")

/** Looks up where the report of these digits stands. */
async function lookUp(page: Page, digits: string) {
  await page.goto("/mailbox")
  await page.getByLabel("Your 20 digits").fill(digits.replace(/(....)/g, "$1 "))
  await page.getByRole("button", { name: "Open" }).click()
  await expect(page.getByText("Kent Police’s team has it.")).toBeVisible()
}

test.describe("with script", () => {
  test("a page whose key is out of date comes anew with all that was typed, and sends", async ({ page }) => {
    await goToTell(page)
    await expect(lockedHere(page)).toBeVisible()
    await page.getByLabel("What happened?").fill(ACCOUNT)
    await page.getByRole("radio", { name: "Yes, now" }).check()
    await page.locator("#tell").evaluate((form) => form.setAttribute("data-generation", "2"))
    await page.getByRole("button", { name: "Send", exact: true }).click()
    await expect(page.getByText("The team’s lock has changed since you opened this page")).toBeVisible()
    await expect(page.getByLabel("What happened?")).toHaveValue(ACCOUNT)
    await expect(page.getByRole("radio", { name: "Yes, now" })).toBeChecked()
    await page.getByRole("button", { name: "Send", exact: true }).click()
    await expect(receiptHeading(page)).toBeVisible()
    await lookUp(page, await digitsOn(page))
  })

  test("a reporter tells Kent; the words and the digits never cross the wire", async ({ page, context, baseURL }) => {
    const crossed: string[] = []
    context.on("request", (request) => {
      expect(new URL(request.url()).origin).toBe(new URL(baseURL ?? "").origin)
      crossed.push(
        `${request.method()} ${request.url()} ${JSON.stringify(request.headers())} ${request.postDataBuffer()?.toString("latin1") ?? ""}`,
      )
    })
    await goToTell(page, expectAccessible)
    await expect(lockedHere(page)).toBeVisible()
    await page.getByLabel("What happened?").fill(ACCOUNT)
    await page.getByRole("radio", { name: "Yes, now" }).check()
    await page.getByLabel("Name or nickname").fill(NAME)
    await page.getByRole("checkbox", { name: "Abusing or controlling a partner" }).check()
    await page.getByRole("button", { name: "Send", exact: true }).click()

    await expect(receiptHeading(page)).toBeVisible()
    await expect(page.getByText("Ring 999 if it’s still happening.")).toBeVisible()
    await expect(page.getByText("Kent Police’s team has your report.")).toBeVisible()
    await expectAccessible(page)
    const digits = await digitsOn(page)
    expect(digits).toMatch(/^\d{20}$/)

    await page.reload()
    await expect(receiptHeading(page)).toBeVisible()
    expect(await digitsOn(page)).toBe(digits)
    await page.getByLabel("Type the last 4 digits to check (optional)").fill(digits.slice(-4))
    await page.getByRole("button", { name: "Check" }).click()
    await expect(page.getByText("That’s right.")).toBeVisible()

    await lookUp(page, digits)
    for (const secret of [ACCOUNT, "looked up", NAME, "Smithy", digits, digits.replace(/(....)(?=.)/g, "$1 ")]) {
      for (const request of crossed) {
        expect(request).not.toContain(secret)
        expect(request).not.toContain(encodeURIComponent(secret))
        expect(request).not.toContain(secret.replaceAll(" ", "+"))
      }
    }
  })

  test("the visit is one entry of the history, with no force and no digits in it", async ({ page }) => {
    await page.goto("/")
    const before = await page.evaluate(() => history.length)
    await goToTell(page)
    await expect(lockedHere(page)).toBeVisible()
    await page.getByLabel("What happened?").fill(ACCOUNT)
    await page.getByRole("button", { name: "Send now" }).click()
    await expect(receiptHeading(page)).toBeVisible()
    expect(await page.evaluate(() => history.length)).toBe(before)
    expect(new URL(page.url()).pathname).toBe("/receipt")
    await expect(page).toHaveTitle("Your number – Candour")
  })

  test("once the digits are kept, a tab that is opened again shows none, and the other language still does", async ({
    page,
  }) => {
    await goToTell(page)
    await expect(lockedHere(page)).toBeVisible()
    await page.getByLabel("What happened?").fill(ACCOUNT)
    await page.getByRole("button", { name: "Send now" }).click()
    await expect(receiptHeading(page)).toBeVisible()
    const digits = await digitsOn(page)
    await page.getByLabel("Type the last 4 digits to check (optional)").fill("abcd")
    await page.getByRole("button", { name: "Check" }).click()
    expect(await page.evaluate(() => history.state?.digits)).toBe(digits)
    await page.getByRole("button", { name: "Save" }).click()
    expect(await page.evaluate(() => history.state)).toBeNull()
    for (const other of ["Cymraeg", "English"]) {
      await page.getByRole("link", { name: other }).click()
      await expect(page.locator("html")).toHaveAttribute("lang", other === "English" ? "en" : "cy")
      expect(await digitsOn(page)).toBe(digits)
      await expect.poll(() => page.evaluate(() => history.state)).toBeNull()
    }
    await page.reload()
    await expect(page.getByText("If you’ve lost them, tell us again")).toBeVisible()
    await expect(page.getByText(digits.slice(0, 4))).toHaveCount(0)
  })

  test("when the network is lost everything stays typed, and trying again makes one report", async ({
    page,
    context,
  }) => {
    await goToTell(page)
    await expect(lockedHere(page)).toBeVisible()
    await page.getByLabel("What happened?").fill(ACCOUNT)
    await context.setOffline(true)
    await page.getByRole("button", { name: "Send now" }).click()
    await expect(page.getByText("We didn’t get that. Nothing is lost. Try again.")).toBeVisible()
    await expect(page.getByLabel("What happened?")).toHaveValue(ACCOUNT)
    await context.setOffline(false)

    // The first try arrives, but its answer doesn't: the second is the same report.
    const answers: string[] = []
    await page.route("**/tell/sealed", async (route) => {
      const answer = await route.fetch()
      answers.push((await answer.json()).answer)
      if (answers.length === 1) await route.abort()
      else await route.fulfill({ response: answer })
    })
    await page.getByRole("button", { name: "Send now" }).click()
    await expect(page.getByText("We didn’t get that.")).toBeVisible()
    await page.getByRole("button", { name: "Send now" }).dblclick()
    await expect(receiptHeading(page)).toBeVisible()
    expect(answers).toEqual(["stored", "same"])
  })

  test("changing where it goes loses nothing typed, and sends none of it", async ({ page }) => {
    await goToTell(page)
    await expect(lockedHere(page)).toBeVisible()
    await page.getByLabel("What happened?").fill(ACCOUNT)
    await page.getByRole("radio", { name: "No", exact: true }).first().check()
    const posted: string[] = []
    page.on("request", (request) => posted.push(request.postData() ?? ""))
    await page.getByRole("button", { name: "Change where it goes" }).click()
    await page.getByRole("button", { name: "I don’t know" }).click()
    await expect(page.getByText("Goes to the national desk")).toBeVisible()
    await expect(page.getByLabel("What happened?")).toHaveValue(ACCOUNT)
    await expect(page.getByRole("radio", { name: "No", exact: true }).first()).toBeChecked()
    expect(posted.join()).not.toContain("looked")
  })

  test("an error is said at once, where it is and at the top, and sends nothing", async ({ page }) => {
    await goToTell(page)
    await expect(lockedHere(page)).toBeVisible()
    await page.getByLabel("Name or nickname").fill(NAME)
    await page.getByRole("button", { name: "Send now" }).click()
    await expect(page.getByRole("alert").filter({ hasText: "There’s a problem" })).toBeFocused()
    await expectAccessible(page)
    await page.getByRole("link", { name: "Write what happened. A few words are enough." }).click()
    await expect(page.getByLabel("What happened?")).toBeFocused()
    await expect(page.getByLabel("Name or nickname")).toHaveValue(NAME)
  })

  test("the exit, and Shift three times, lead to the weather and leave nothing to go back to", async ({
    page,
    context,
  }) => {
    await context.route("https://www.bbc.co.uk/**", (route) => route.fulfill({ body: "weather" }))
    await page.goto("/people-who-can-help")
    await goToTell(page)
    await page.getByLabel("What happened?").fill("HE DID")
    await page.getByRole("link", { name: "Leave this site quickly" }).click()
    await page.waitForURL("https://www.bbc.co.uk/weather")
    await page.goBack()
    expect(new URL(page.url()).pathname).toBe("/people-who-can-help")

    await goToTell(page)
    for (const _ of [1, 2]) await page.keyboard.press("Shift")
    await page.keyboard.press("Shift+A")
    await page.keyboard.press("Shift")
    await expect(page.getByText("Shift, press 2 more times to leave.")).toBeAttached()
    await page.keyboard.press("Shift")
    await page.keyboard.press("Shift")
    await page.waitForURL("https://www.bbc.co.uk/weather")
  })
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "by keyboard, with script" : "by keyboard, without script", () => {
    test.use({ javaScriptEnabled })
    test("Enter in a line of text doesn't send half a report", async ({ page }) => {
      const sent: string[] = []
      await goToTell(page)
      page.on("request", (request) => sent.push(`${request.method()} ${request.url()}`))
      await page.getByLabel("What happened?").fill(ACCOUNT)
      await page.getByLabel("Name or nickname").fill(NAME)
      await page.getByLabel("Name or nickname").press("Enter")
      await page.getByLabel("Rank, number or job").fill("Sergeant")
      await expect(page.getByLabel("Name or nickname")).toHaveValue(NAME)
      expect(sent.filter((request) => request.startsWith("POST"))).toEqual([])
    })
  })
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false })

  test("a reporter tells Kent and keeps a receipt, the same after a reload", async ({ page }) => {
    await goToTell(page)
    await expect(page.getByText("Your words are locked when they arrive, before anything is kept.")).toBeVisible()
    await page.getByLabel("What happened?").fill(ACCOUNT)
    await page.getByRole("button", { name: "Send now" }).click()
    await expect(receiptHeading(page)).toBeVisible()
    const digits = await digitsOn(page)
    await page.reload()
    expect(await digitsOn(page)).toBe(digits)
    expect(page.url()).not.toContain("kent")

    await page.getByLabel("Type the last 4 digits to check (optional)").fill("abcd")
    await page.getByRole("button", { name: "Check" }).click()
    await expect(
      page.getByRole("link", { name: "Those aren’t the last 4. Look again; nothing is lost." }),
    ).toBeVisible()
    expect(await digitsOn(page)).toBe(digits)
    await lookUp(page, digits)
  })

  test("an error and a change of mind lose nothing typed", async ({ page }) => {
    await goToTell(page)
    await page.getByLabel("Name or nickname").fill(NAME)
    await page.getByRole("button", { name: "Send now" }).click()
    await expect(page.getByRole("link", { name: "Write what happened. A few words are enough." })).toBeVisible()
    await expect(page.getByLabel("Name or nickname")).toHaveValue(NAME)
    await page.getByLabel("What happened?").fill(`\n${ACCOUNT}`)
    await page.getByRole("button", { name: "Change where it goes" }).click()
    await page.getByRole("button", { name: "Choose from all forces" }).click()
    await page.getByRole("radio", { name: "Gwent Police" }).check()
    await page.getByRole("button", { name: "Next" }).click()
    await page.getByRole("radio", { name: "The national desk" }).check()
    await page.getByRole("button", { name: "Next" }).click()
    await expect(page.getByText("Goes to the national desk, because you chose it.")).toBeVisible()
    await expect(page.getByLabel("What happened?")).toHaveValue(`\n${ACCOUNT}`)
    await expect(page.getByLabel("Name or nickname")).toHaveValue(NAME)
  })
})

test("with the reader's own colours and without motion, in both languages, axe finds nothing on any page", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" })
  await page.setViewportSize({ width: 320, height: 640 }) // as 1,280 px at 400 %
  for (const path of [
    "/",
    "/stay-safe",
    "/people-who-can-help",
    "/who-can-help",
    "/mailbox",
    "/find-force",
    "/receipt",
  ]) {
    for (const address of [path, path === "/" ? "/cy" : `/cy${path}`]) {
      await page.goto(address)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  }
})

test.describe("on a narrow screen", () => {
  test.use({ viewport: { width: 320, height: 640 } })
  test("every page fits, and axe finds nothing on it", async ({ page }) => {
    await goToTell(page, expectNoSidewaysScroll)
    for (const path of [
      "/mailbox",
      "/receipt",
      "/people-who-can-help",
      "/who-can-help",
      "/what-we-can-see",
      "/accessibility",
      "/nowhere",
    ]) {
      await page.goto(path)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  })
})
