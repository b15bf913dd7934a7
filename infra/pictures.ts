/**
 * Takes the README's pictures from a running demo. Usage: npm run demo -- --state FOLDER, then
 * node infra/pictures.ts FOLDER [first port]. Writes docs/pictures/.
 */
import { existsSync, mkdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { chromium, type Page } from "@playwright/test"

const [folder = ".candour", port = "4100"] = process.argv.slice(2)
const out = join(import.meta.dirname, "../docs/pictures")
mkdirSync(out, { recursive: true })
const [intake, triage, national] = [0, 1, 2].map((next) => `http://127.0.0.1:${Number(port) + next}`)
const signIns: { name: string; passphrase: string }[] = JSON.parse(readFileSync(join(folder, "demo.json"), "utf8"))

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync)
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: ["--no-sandbox", "--disable-gpu"],
})
const phone = { width: 360, height: 740 }
const desk = { width: 1280, height: 860 }
const open = async (viewport: { width: number; height: number }) => (await browser.newContext({ viewport })).newPage()
const take = (page: Page, name: string) => page.screenshot({ path: join(out, `${name}.png`) })

async function signIn(page: Page, base: string | undefined, name: string) {
  await page.goto(`${base}/sign-in`)
  await page.getByLabel("Sign-in name").fill(name)
  await page.getByLabel("Your six words").fill(signIns.find((each) => each.name === name)?.passphrase ?? "")
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.waitForURL(`${base}/`)
}

try {
  const reporter = await open(phone)
  await reporter.goto(`${intake}/`)
  await take(reporter, "first-page")
  await reporter
    .getByRole("link", { name: "Start" })
    .or(reporter.getByRole("button", { name: "Start" }))
    .first()
    .click()
  await reporter.locator("#hint").fill("Maidstone")
  await reporter
    .getByRole("button", { name: /next|continue|find/i })
    .first()
    .click()
  await reporter.getByRole("radio").first().check()
  await reporter.getByRole("button", { name: /next/i }).first().click()
  await reporter
    .getByLabel("What happened?")
    .fill("He looked up my new address on the police computer, and came to the door.")
  await take(reporter, "tell")
  await reporter.getByRole("button", { name: "Send now" }).click()
  await reporter.getByRole("heading", { name: "Keep these 20 digits" }).waitFor()
  await take(reporter, "receipt")

  const officer = await open(desk)
  await signIn(officer, triage, "lead.kent")
  await officer.locator(".candour-day__row").first().waitFor()
  await officer.waitForLoadState("networkidle")
  await take(officer, "my-day")
  await officer.goto(`${triage}/queue?view=all`)
  await officer.waitForLoadState("networkidle")
  await take(officer, "queue")
  await officer.goto(`${triage}/unit`)
  await officer.waitForLoadState("networkidle")
  await take(officer, "unit")
  await officer.goto(`${triage}/queue?view=unassigned`)
  await officer.locator("tr[data-id] a").first().click()
  await officer.locator("[data-ready]").first().waitFor({ state: "attached" })
  await officer.keyboard.press("o")
  await officer.locator("#words:not([hidden])").waitFor()
  await officer.waitForLoadState("networkidle")
  await officer.evaluate(() => scrollTo(0, 0))
  await take(officer, "report")
  await officer.keyboard.press("d")
  await officer.getByRole("dialog", { name: "Decide" }).waitFor()
  await take(officer, "decide")

  const coordinator = await open(desk)
  await signIn(coordinator, national, "coordinator.one")
  await coordinator.goto(`${national}/?asAt-day=15&asAt-month=1&asAt-year=2024&known=now`)
  await coordinator.getByText(/^As at 15 January 2024/).evaluate((element) => element.scrollIntoView())
  await take(coordinator, "figures")
} finally {
  await browser.close()
}
