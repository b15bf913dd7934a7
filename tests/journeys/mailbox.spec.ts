import { expect, type Page } from "@playwright/test"
import { expectAccessible, expectNoSidewaysScroll } from "./fine.ts"
import { test } from "./served-intake.ts"

const WORDS = {
  en: {
    start: "Start",
    force: "Which police force, or where did it happen?",
    next: "Next",
    team: "Kent Police’s team",
    tell: "Tell us what happened",
    account: "What happened?",
    send: "Send",
    keep: "Keep these 20 digits",
    digits: "Your 20 digits",
    open: "Open",
    write: "Write to the team",
    sent: "Sent.",
    safe: "Are you safe to read this?",
    fromTeam: /^From the team/,
    notOver: "What should they know?",
    sayNotOver: "Say that it isn’t over",
    disputed: "Someone in charge of the team has to answer.",
    remove: "Remove messages",
    none: "There are no messages.",
  },
  cy: {
    start: "Dechrau",
    force: "Pa heddlu, neu ble ddigwyddodd?",
    next: "Nesaf",
    team: "Tîm Kent Police",
    tell: "Dywedwch wrthym beth ddigwyddodd",
    account: "Beth ddigwyddodd?",
    send: "Anfon",
    keep: "Cadwch yr 20 digid hyn",
    digits: "Eich 20 digid",
    open: "Agor",
    write: "Ysgrifennu at y tîm",
    sent: "Wedi’i anfon.",
    safe: "Ydych chi’n ddiogel i ddarllen hwn?",
    fromTeam: /^Oddi wrth y tîm/,
    notOver: "Beth ddylen nhw ei wybod?",
    sayNotOver: "Dweud nad yw ar ben",
    disputed: "Rhaid i rywun sy’n gyfrifol am y tîm ateb.",
    remove: "Tynnu negeseuon i ffwrdd",
    none: "Does dim negeseuon.",
  },
} as const

type Words = (typeof WORDS)["en" | "cy"]

/** Fills and presses by keyboard alone: focus first, as Tab would bring it, then keys. */
async function press(page: Page, role: "button" | "link" | "radio", name: string) {
  const control = page.getByRole(role, { name, exact: role === "button" }).first()
  await control.focus()
  await page.keyboard.press(role === "button" ? "Enter" : "Space")
}

async function type(page: Page, label: string, text: string) {
  await page.getByLabel(label).focus()
  await page.keyboard.insertText(text)
}

const digitsOn = async (page: Page) => (await page.locator("[data-digits]").innerText()).replace(/\D/g, "")

/** From the first page to the receipt of a report to Kent; gives the digits. */
async function tellKent(page: Page, address: string, words: Words, account: string, check = expectAccessible) {
  await page.goto(address)
  await check(page)
  await press(page, "button", words.start)
  await expect(page.getByLabel(words.force)).toBeVisible()
  await check(page)
  await type(page, words.force, "Kent Police")
  await press(page, "button", words.next)
  await expect(page.getByRole("radio", { name: words.team })).toBeVisible()
  await check(page)
  await press(page, "radio", words.team)
  await press(page, "button", words.next)
  await expect(page.getByRole("heading", { name: words.tell })).toBeVisible()
  await expect(page.locator("[name=digits]")).toHaveCount((await scriptOff(page)) ? 1 : 0)
  await check(page)
  await type(page, words.account, account)
  await press(page, "button", words.send)
  await expect(page.getByRole("heading", { name: words.keep })).toBeVisible()
  await check(page)
  return digitsOn(page)
}

const scriptOff = async (page: Page) => (await page.locator("[data-with-script]:visible").count()) === 0

async function openMailbox(page: Page, address: string, words: Words, digits: string) {
  await page.goto(address)
  await type(page, words.digits, digits.replace(/(....)/g, "$1 "))
  await press(page, "button", words.open)
  await expect(page.getByText(words.safe)).toBeVisible()
}

for (const javaScriptEnabled of [true, false]) {
  for (const lang of ["en", "cy"] as const) {
    test.describe(`by keyboard, ${javaScriptEnabled ? "with" : "without"} script, ${lang}`, () => {
      test.use({ javaScriptEnabled })

      test("a reporter tells, reads the answer, writes back, says it isn’t over and removes all", async ({
        page,
        served,
      }) => {
        const words = WORDS[lang]
        const at = (path: string) => (lang === "cy" ? `/cy${path === "/" ? "" : path}` : path)
        const account = `He waits outside. ${lang} ${javaScriptEnabled}`
        // axe waits on the page's own timers, which a page without script doesn't have: there, what shows is looked at.
        const check = javaScriptEnabled ? expectAccessible : expectNoSidewaysScroll
        const digits = await tellKent(page, at("/"), words, account, check)
        const [report = ""] =
          [...(await served.reportsOf("kent"))].find(([, { answers }]) => answers.account === account) ?? []

        await served.answer(report, "Thank you.\nWhen was it?")
        await openMailbox(page, at("/mailbox"), words, digits)
        await expect(page.locator("html")).toHaveAttribute("lang", lang)
        await expect(page.getByText("Thank you.\nWhen was it?")).toBeVisible()
        await expect(page.getByRole("heading", { name: words.fromTeam })).toBeVisible()
        await expect(page.getByText(account)).toHaveCount(0)
        await check(page)
        await type(page, words.write, "On Tuesday.")
        await press(page, "button", words.send)
        await expect(page.getByText(words.sent)).toBeVisible()
        await expect(page.getByText("On Tuesday.")).toBeVisible()
        expect(await served.answer(report, "We have it.")).toEqual(["On Tuesday."])

        await served.finish(report)
        await openMailbox(page, at("/mailbox"), words, digits)
        await expect(page.getByText("We have it.")).toBeVisible()
        await type(page, words.notOver, "He came again.")
        await press(page, "button", words.sayNotOver)
        await expect(page.getByText(words.disputed)).toBeVisible()
        await check(page)
        await press(page, "button", words.remove)
        await expect(page.getByText(words.none)).toBeVisible()
        await expect(page.getByText("He came again.")).toHaveCount(0)
      })
    })
  }
}

test("with script neither the digits nor a word of a message cross the wire", async ({ page, context, served }) => {
  const words = WORDS.en
  const digits = await tellKent(page, "/", words, "He waits outside my school.", async () => {})
  const crossed: string[] = []
  context.on("request", (request) => crossed.push(`${request.url()} ${request.postData() ?? ""}`))
  await openMailbox(page, "/mailbox", words, digits)
  await type(page, words.write, "On Tuesday.")
  await press(page, "button", words.send)
  await expect(page.getByText(words.sent)).toBeVisible()
  const [report = ""] =
    [...(await served.reportsOf("kent"))].find(([, { answers }]) => answers.account?.includes("my school")) ?? []
  expect(await served.answer(report, "Thank you.")).toEqual(["On Tuesday."])
  for (const request of crossed) {
    expect(request).not.toMatch(/On(\+|%20| )Tuesday/)
    expect(request.replace(/\D/g, "")).not.toContain(digits)
  }
})

test("a message whose answer is lost on the way is sent once, and what was typed stays", async ({ page }) => {
  const words = WORDS.en
  const digits = await tellKent(page, "/", words, "He waits.", async () => {})
  await openMailbox(page, "/mailbox", words, digits)
  let lost = 0
  await page.route("**/mailbox/sealed", async (route) => {
    const response = await route.fetch()
    lost += 1
    if (lost === 1) await route.abort()
    else await route.fulfill({ response })
  })
  await type(page, words.write, "On Tuesday.")
  await press(page, "button", words.send)
  await expect(page.getByText("We didn’t get that. Nothing is lost. Try again.").first()).toBeVisible()
  await expect(page.getByLabel(words.write)).toHaveValue("On Tuesday.")
  await press(page, "button", words.send)
  await expect(page.getByText(words.sent)).toBeVisible()
  await expect(page.getByText("On Tuesday.")).toHaveCount(1)
})

test("changing the language on any page keeps what is typed, and the receipt its digits", async ({ page }) => {
  const [en, cy] = [WORDS.en, WORDS.cy]
  const other = (name: string) => page.getByRole("navigation", { name: /Language|Iaith/ }).getByText(name)
  await page.goto("/")
  await other("Cymraeg").click()
  await press(page, "button", cy.start)
  await type(page, cy.force, "Kent Police")
  await press(page, "button", cy.next)
  await press(page, "radio", cy.team)
  await other("English").click()
  await expect(page.getByRole("radio", { name: en.team })).toBeChecked()
  await press(page, "button", en.next)
  await type(page, en.account, "Mae’n aros.")
  await page.getByRole("radio", { name: "Yes, now" }).check()
  await other("Cymraeg").click()
  await expect(page.getByLabel(cy.account)).toHaveValue("Mae’n aros.")
  await expect(page.getByRole("radio", { name: "Oes, nawr" })).toBeChecked()
  await press(page, "button", cy.send)
  await expect(page.getByRole("heading", { name: cy.keep })).toBeVisible()
  const digits = await digitsOn(page)
  await other("English").click()
  await expect(page.getByRole("heading", { name: en.keep })).toBeVisible()
  expect(await digitsOn(page)).toBe(digits)
  await expect(page.getByText("Kent Police’s team has your report.")).toBeVisible()
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2)
  await openMailbox(page, "/mailbox", en, digits)
  await type(page, en.write, "More.")
  await other("Cymraeg").click()
  await expect(page.getByLabel(cy.write)).toHaveValue("More.")
})

test("Welsh pages fit 320 px", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const digits = await tellKent(page, "/cy", WORDS.cy, "Mae’n aros.", expectNoSidewaysScroll)
  await openMailbox(page, "/cy/mailbox", WORDS.cy, digits)
  await expectNoSidewaysScroll(page)
})
