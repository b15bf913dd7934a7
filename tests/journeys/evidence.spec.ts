import { createHash, randomBytes } from "node:crypto"
import { type Browser, expect, type Page } from "@playwright/test"
import { expectAccessible, expectNoSidewaysScroll } from "./fine.ts"
import { hits } from "./in-the-clear.ts"
import { test } from "./served-intake.ts"

/** Tells Kent `account`, and opens its mailbox. */
async function toMailbox(page: Page, account: string) {
  await page.goto("/find-force")
  await page.getByLabel("Which police force, or where did it happen?").fill("Kent Police")
  await page.getByRole("button", { name: "Next" }).click()
  await page.getByRole("radio", { name: "Kent Police’s team" }).check()
  await page.getByRole("button", { name: "Next" }).click()
  await page.getByLabel("What happened?").fill(account)
  await page.getByRole("button", { name: "Send", exact: true }).click()
  await expect(page.getByRole("heading", { name: "Keep these 20 digits" })).toBeVisible()
  const digits = (await page.locator("[data-digits]").innerText()).replace(/\D/g, "")
  await page.goto("/mailbox")
  await page.getByLabel("Your 20 digits").fill(digits)
  await page.getByRole("button", { name: "Open" }).click()
  await expect(page.getByRole("heading", { name: "Messages" })).toBeVisible()
}

const SECRET = "Photographed at 51.5007 N by Sarah"
/** A picture whose comment says who took it where: a JPEG as Chromium makes one, with a comment segment put in. */
async function pictureFrom(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage()
  const plain = await page.evaluate(() => {
    const canvas = document.createElement("canvas")
    canvas.getContext("2d")?.fillRect(10, 10, 50, 50)
    return canvas.toDataURL("image/jpeg").split(",")[1] ?? ""
  })
  await page.close()
  const jpeg = Buffer.from(plain, "base64")
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, SECRET.length + 2]), Buffer.from(SECRET)])
  return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)])
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled })

    test("a reporter sends a picture with a message; its name, its content and who took it are nowhere in the clear", async ({
      page,
      served,
      browser,
    }) => {
      const picture = await pictureFrom(browser)
      const account = `With a picture ${javaScriptEnabled}.`
      await toMailbox(page, account)
      const name = `smithy-at-the-pub-${javaScriptEnabled}.jpg`
      await page.locator("input[type=file]").setInputFiles({ name, mimeType: "image/jpeg", buffer: picture })
      if (javaScriptEnabled) {
        await expect(page.locator("[data-file-list]").getByText(name).first()).toBeVisible()
        await expectAccessible(page)
        await page.setViewportSize({ width: 320, height: 640 })
        await expectNoSidewaysScroll(page)
      }
      await page.getByLabel("Write to the team").fill("See this.")
      if (javaScriptEnabled) {
        // Another form of the page brings all of it anew: what is typed and chosen stays.
        await page.getByRole("button", { name: "Save" }).click()
        await expect(page.getByText("Saved.", { exact: true })).toBeVisible()
        await expect(page.getByLabel("Write to the team")).toHaveValue("See this.")
        await expect(page.locator("[data-file-list]").getByText(name).first()).toBeVisible()
      }
      await page.getByRole("button", { name: "Send", exact: true }).click()
      await expect(page.getByText("Sent.", { exact: true })).toBeVisible()
      await expect(page.getByText("1 file")).toBeVisible()
      const [report = ""] =
        [...(await served.reportsOf("kent"))].find(([, { answers }]) => answers.account === account) ?? []
      const [file] = await served.filesOf(report)
      expect(file?.name).toBe(name)
      expect(file?.cleaned).toBe(javaScriptEnabled ? "yes" : "no")
      expect(file?.content.includes(SECRET)).toBe(!javaScriptEnabled)
      expect(await hits(served.folder, [name, SECRET])).toEqual([])
    })
  })
}

test("an upload that is cut off goes on where it stopped, and its digest is the original’s", async ({
  page,
  served,
}) => {
  await toMailbox(page, "With a long recording.")
  const content = randomBytes(12 * 1_048_576)
  let cuts = 0
  await page.route("**/evidence/files/**", async (route) => {
    if (route.request().method() !== "PATCH" || cuts >= 3) return route.continue()
    cuts += 1
    return route.abort("connectionreset")
  })
  await page.locator("input[type=file]").setInputFiles({ name: "long.bin", mimeType: "", buffer: content })
  await page.getByLabel("Write to the team").fill("Listen.")
  await page.getByRole("button", { name: "Send", exact: true }).click()
  await expect(page.getByText("Sent.", { exact: true })).toBeVisible({ timeout: 60_000 })
  expect(cuts).toBe(3)
  const [report = ""] =
    [...(await served.reportsOf("kent"))].find(([, { answers }]) => answers.account === "With a long recording.") ?? []
  const [file] = await served.filesOf(report)
  const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")
  expect(digest(file?.content ?? Buffer.alloc(0))).toBe(digest(content))
})

test("files chosen while telling go under the receipt, and what was spoken needs no written word", async ({
  page,
  served,
  browser,
}) => {
  const picture = await pictureFrom(browser)
  await page.goto("/find-force")
  await page.getByLabel("Which police force, or where did it happen?").fill("Kent Police")
  await page.getByRole("button", { name: "Next" }).click()
  await page.getByRole("radio", { name: "Kent Police’s team" }).check()
  await page.getByRole("button", { name: "Next" }).click()
  const before = new Set((await served.reportsOf("kent")).keys())
  await expect(page.locator("input[type=file]")).toBeVisible()
  await page.locator("input[type=file]").setInputFiles({ name: "told.jpg", mimeType: "image/jpeg", buffer: picture })
  await expect(page.locator("[data-file-list]").getByText("told.jpg").first()).toBeVisible()
  await expectAccessible(page)
  // Neither the other language nor another way for the report loses a file.
  await page.getByRole("button", { name: "Cymraeg" }).click()
  await expect(page.locator("[data-file-list]").getByText("told.jpg").first()).toBeVisible()
  await page.getByRole("button", { name: "English" }).click()
  await expect(page.locator("[data-file-list]").getByText("told.jpg").first()).toBeVisible()
  await page.getByRole("button", { name: "Send", exact: true }).click()
  await expect(page.getByRole("heading", { name: "Keep these 20 digits" })).toBeVisible()
  await expect(page.getByText("Your files are there.")).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page)
  const [told] = [...(await served.reportsOf("kent"))].filter(([id]) => !before.has(id))
  expect(told?.[1].answers.account).toBe("(Nothing written. See the files.)")
  expect(await served.filesOf(told?.[0] ?? "")).toMatchObject([{ name: "told.jpg", cleaned: "yes" }])
})
