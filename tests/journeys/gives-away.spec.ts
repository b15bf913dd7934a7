import { join } from "node:path"
import { expect, type Page, test } from "@playwright/test"
import { build } from "esbuild"
import * as sass from "sass"
import { expectAccessible, expectNoSidewaysScroll } from "./fine.ts"

const root = join(import.meta.dirname, "../..")
const source = join(root, "apps/intake/src/tell/gives-away")

async function bundled(contents: string, platform: "browser" | "node"): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: source, loader: "tsx" },
    bundle: true,
    write: false,
    format: "esm",
    platform,
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
  })
  return outputFiles[0]?.text ?? ""
}

/** A form with the text boxes of the tell page and the list, in a page of its own. */
async function open(page: Page, lang: "en" | "cy" = "en", account = "") {
  const view = await bundled(
    `import { GivesAway } from "./gives-away.tsx"
     export const html = (<GivesAway lang="${lang}" />).toString()`,
    "node",
  )
  const { html } = await import(`data:text/javascript;base64,${Buffer.from(view).toString("base64")}`)
  const script = await bundled(
    `import { watchGivesAway } from "./watch.ts"
     watchGivesAway(document.querySelector("form"), "${lang}")`,
    "browser",
  )
  const { css } = sass.compileString('@use "style/public"; @use "tell/gives-away/gives-away";', {
    loadPaths: ["node_modules", "packages/web/src", "apps/intake/src"].map((folder) => join(root, folder)),
    quietDeps: true,
    silenceDeprecations: ["import", "if-function"],
  })
  const requests: string[] = []
  page.on("request", ({ url }) => requests.push(url()))
  await page.setContent(`<!doctype html><html lang="${lang}"><title>Test</title><style>${css}</style>
    <body class="govuk-template__body"><main class="govuk-main-wrapper govuk-width-container"><h1>Tell</h1><form>
    <label for="account">What happened?</label>
    <textarea class="govuk-textarea" id="account" name="account" rows="8">${account}</textarea>
    ${html}
    <label for="name">Name</label><input class="govuk-input" id="name" name="name">
    <label for="where">Where?</label><input class="govuk-input" id="where" name="where">
    <button class="govuk-button" type="submit">Send</button></form></main>`)
  await page.addScriptTag({ content: script, type: "module" })
  return { requests }
}

const region = (page: Page) => page.getByRole("region", { name: "Words that could show who you are" })
const selected = (page: Page, box = "account") =>
  page.locator(`#${box}`).evaluate((element: HTMLTextAreaElement) => {
    return [document.activeElement === element, element.value.slice(element.selectionStart, element.selectionEnd)]
  })

test("words that give away are listed when typing pauses, and a press selects them", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const { requests } = await open(page)
  await expect(region(page)).toBeHidden()
  await page.getByLabel("What happened?").fill(`${"He came again and again. ".repeat(60)}My husband hit me.\nI ran.`)
  await expect(region(page)).toBeVisible()
  await expect(page.getByRole("status")).toContainText("Some of your words could show who you are.")
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await region(page).getByRole("button", { name: "“My husband”" }).click()
  expect(await selected(page)).toEqual([true, "My husband"])
  await page.screenshot({ path: "test-results/gives-away-360.png", fullPage: true })
  expect(requests).toEqual([])
})

test("what moved in the text is found where it now stands; what is gone goes from the list", async ({ page }) => {
  await open(page)
  await page.getByLabel("What happened?").fill("My husband hit me.")
  await expect(region(page)).toBeVisible()
  await page.getByLabel("What happened?").fill("In spring. My husband hit me.")
  await region(page).getByRole("button", { name: "“My husband”" }).click()
  expect(await selected(page)).toEqual([true, "My husband"])
  await page.getByLabel("What happened?").fill("He hit a woman.")
  await expect(region(page)).toBeHidden()
})

test("the name of who it is about isn't looked at; where it happened is, and a press leads there", async ({ page }) => {
  await open(page)
  await page.getByLabel("Name").fill("My name is Dave Smith")
  await page.getByLabel("Where?").fill("14 Mill Lane, Deal")
  await region(page).getByRole("button", { name: "“14 Mill Lane”" }).click()
  expect(await selected(page, "where")).toEqual([true, "14 Mill Lane"])
  await expect(region(page).getByRole("listitem")).toHaveCount(1)
})

test("once hidden it stays hidden and says nothing more, and sending is never held back", async ({ page }) => {
  await open(page, "en", "My husband hit me.")
  await page.getByRole("button", { name: "Hide this list" }).click()
  await expect(region(page)).toBeHidden()
  await expect(page.getByLabel("What happened?")).toBeFocused()
  await page.getByLabel("What happened?").pressSequentially(" My name is Sarah.")
  await page.waitForTimeout(1_600)
  await expect(region(page)).toBeHidden()
  await page.evaluate(() => {
    document.addEventListener("submit", (event) => {
      event.preventDefault()
      document.title = event.defaultPrevented ? "sent" : "held"
    })
  })
  await page.getByRole("button", { name: "Send" }).click()
  await expect(page).toHaveTitle("sent")
})

test("a screen reader hears it once for each change that brings something", async ({ page }) => {
  await open(page)
  await page.evaluate(() => {
    const says = document.querySelector("[data-gives-away-says]") as HTMLElement
    const heard: string[] = []
    new MutationObserver(() => says.textContent && heard.push(says.textContent)).observe(says, { childList: true })
    Object.assign(window, { heard })
  })
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.length)
  await page.getByLabel("What happened?").fill("My husband hit me.")
  await expect.poll(heard).toBe(1)
  await page.getByLabel("What happened?").fill("My husband hit me hard.")
  await page.waitForTimeout(1_600)
  expect(await heard()).toBe(1)
  await page.getByLabel("What happened?").fill("My husband hit me hard at 3.15 on Tuesday night.")
  await expect.poll(heard).toBe(2)
})

test("in Welsh", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 740 })
  await open(page, "cy", "Fy ngŵr yw e. Dim ond fi oedd yno.")
  const found = page.getByRole("region", { name: "Geiriau a allai ddangos pwy ydych chi" })
  await expect(found.getByRole("button", { name: "“Fy ngŵr”" })).toBeVisible()
  await expect(found.getByRole("button", { name: "“Dim ond fi”" })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})
