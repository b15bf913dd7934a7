import { expect, type Page, test } from "@playwright/test"
import { madeFilm, madePdf, madeWav } from "./made-files.ts"
import { kentAtWork, look, recorded } from "./staff.ts"
import { startIntakeAt, startTriage, type TriageHouse } from "./triage-house.ts"

test.use({ viewport: { width: 1280, height: 900 } })
test.describe.configure({ mode: "serial", timeout: 240_000 })

const PICTURE = "notebook.png"
const BROKEN = "broken.png"
const PAPER = "letter.docx"
const PLAIN = "note.txt"
const PDF = "letter.pdf"
const SOUND = "call.wav"
const FILM = "film.webm"

const sent: string[] = []
let house: TriageHouse
let intake: Awaited<ReturnType<typeof startIntakeAt>>
let lead: Page
let officer: Page

test.beforeAll(async ({ browser }) => {
  house = await startTriage()
  intake = await startIntakeAt(house)
  ;[{ page: lead }, { page: officer }] = await kentAtWork(browser, house, sent, "Dan Whitlock")
})
test.afterAll(async () => {
  await intake?.stop()
  await house?.stop()
})

/** A reporter without script, so that files come as they were made, tells Kent and sends `files` with a message. */
async function tellWithFiles(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await page.goto(`${intake.url}/find-force`)
  await page.getByLabel("Which police force, or where did it happen?").fill("Kent Police")
  await page.getByRole("button", { name: "Next" }).click()
  await page.getByRole("radio", { name: "Kent Police’s team" }).check()
  await page.getByRole("button", { name: "Next" }).click()
  await page.getByLabel("What happened?").fill("He photographed her notebook.")
  await page.getByRole("button", { name: "Send", exact: true }).click()
  await expect(page.getByRole("heading", { name: "Keep these 20 digits" })).toBeVisible()
  const digits = (await page.locator("[data-digits]").innerText()).replace(/\D/g, "")
  await page.goto(`${intake.url}/mailbox`)
  await page.getByLabel("Your 20 digits").fill(digits)
  await page.getByRole("button", { name: "Open" }).click()
  await page.locator("input[type=file]").setInputFiles(files)
  await page.getByLabel("Write to the team").fill("See these.")
  await page.getByRole("button", { name: "Send", exact: true }).click()
  await expect(page.getByText("Sent.", { exact: true })).toBeVisible()
}

const fileOf = (page: Page, name: string) => page.locator(".candour-file", { hasText: name })

async function openReport(page: Page): Promise<void> {
  await page.goto(`${house.url}/queue`)
  await page.locator("tr[data-id] a").first().click()
  const open = page.getByRole("button", { name: "Open the report" })
  await expect(open).toBeVisible()
  const review = page.getByLabel("To review or check it") // asked of whoever doesn't hold it
  if (await review.isVisible()) await review.check()
  await open.click()
  await expect(fileOf(page, PICTURE)).toBeVisible()
}

test("a picture is shown in a frame that reaches nothing, and nothing is fetched before", async ({ browser }) => {
  const drawing = await browser.newPage()
  const png = await drawing.evaluate(() => {
    const canvas = document.createElement("canvas")
    canvas.getContext("2d")?.fillRect(10, 10, 100, 50)
    return canvas.toDataURL("image/png").split(",")[1] ?? ""
  })
  const film = await madeFilm(drawing)
  await drawing.close()
  const reporter = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await tellWithFiles(reporter, [
    { name: PICTURE, mimeType: "image/png", buffer: Buffer.from(png, "base64") },
    { name: BROKEN, mimeType: "image/png", buffer: Buffer.from("no picture") },
    { name: PAPER, mimeType: "application/vnd.openxmlformats", buffer: Buffer.from("PK") },
    { name: PDF, mimeType: "application/pdf", buffer: madePdf("He wrote her plate down.") },
    { name: SOUND, mimeType: "audio/wav", buffer: madeWav() },
    { name: FILM, mimeType: "video/webm", buffer: film },
    { name: PLAIN, mimeType: "text/plain", buffer: Buffer.from("<b>Siân</b> saw it.") },
  ])

  await openReport(officer)
  const picture = fileOf(officer, PICTURE)
  await expect(picture).toContainText("Nobody removed hidden data from this file")
  await expect(officer.locator("iframe")).toHaveCount(0)
  expect(sent.filter((each) => /\/files\/|\/viewer/.test(each))).toEqual([])

  const inFrame: string[] = []
  officer.on("request", (request) => {
    if (request.frame() !== officer.mainFrame()) inFrame.push(request.url())
  })
  await picture.getByRole("button", { name: "Show it" }).click()
  const shown = picture.frameLocator("iframe").getByRole("img")
  await expect(shown).toBeVisible()
  await expect(picture.getByRole("status")).toHaveText("Shown below.")
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(300)
  await look(officer, "viewer-picture")
  const reached = inFrame.filter((url) => !url.startsWith("blob:")).map((url) => new URL(url).pathname)
  expect(reached.filter((path) => !/^\/(viewer|assets\/viewer-[0-9a-f]+\.(js|css))$/.test(path))).toEqual([])

  // Were its script another's, it could ask nobody and read nothing of the page around it.
  const frame = officer.frames().find((each) => each.url().endsWith("/viewer"))
  const tried = await frame?.evaluate(async () => ({
    origin: self.origin,
    asked: await fetch("/health").then(
      () => "reached",
      () => "refused",
    ),
    parent: (() => {
      try {
        return parent.document.title
      } catch {
        return "closed"
      }
    })(),
  }))
  expect(tried).toEqual({ origin: "null", asked: "refused", parent: "closed" })
  await picture.getByRole("button", { name: "Hide it" }).click()
  await expect(officer.locator("iframe")).toHaveCount(0)
})

test("text stays text, what can't be decoded says so, and other kinds are only saved", async () => {
  const text = fileOf(officer, PLAIN)
  await text.getByRole("button", { name: "Show it" }).click()
  await expect(text.frameLocator("iframe").locator("pre")).toHaveText("<b>Siân</b> saw it.")
  await look(officer, "viewer-text")

  const broken = fileOf(officer, BROKEN)
  await broken.getByRole("button", { name: "Show it" }).click()
  await expect(broken.getByRole("alert").first()).toContainText("Save it instead")
  await expect(broken.locator("iframe")).toHaveCount(0)

  const paper = fileOf(officer, PAPER)
  await expect(paper).toContainText("on a machine without a network")
  await expect(paper.getByRole("button", { name: "Show it" })).toHaveCount(0)
  const download = officer.waitForEvent("download")
  await paper.getByRole("button", { name: "Save it" }).click()
  expect((await download).suggestedFilename()).toBe(PAPER)
})

test("a PDF is drawn page by page, with its text, and nothing of it runs or calls anybody", async () => {
  const reached: string[] = []
  officer.on("request", (request) => {
    if (request.frame() !== officer.mainFrame() && !request.url().startsWith("blob:")) reached.push(request.url())
  })
  const pdf = fileOf(officer, PDF)
  await pdf.getByRole("button", { name: "Show it" }).click()
  const frame = pdf.frameLocator("iframe")
  const pages = frame.getByRole("img")
  await expect(frame.getByText("End of the file.")).toBeVisible()
  await expect(pages).toHaveCount(2)
  const [first, second] = [pages.first(), pages.nth(1)]
  const drawn = (image: HTMLImageElement) => {
    const canvas = document.createElement("canvas")
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const draw = canvas.getContext("2d")
    draw?.drawImage(image, 0, 0)
    const { data } = draw?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: new Uint8ClampedArray() }
    let [dark, red] = [0, 0]
    for (let at = 0; at < data.length; at += 4) {
      if ((data[at] ?? 0) < 80) dark += 1
      if ((data[at] ?? 0) > 200 && (data[at + 1] ?? 0) < 50) red += 1
    }
    return { width: canvas.width, dark, red }
  }
  // Letters of a font that the file doesn't bring, and a red sheet.
  const one = await first.evaluate(drawn)
  expect(one.width).toBe(600)
  expect(one.dark).toBeGreaterThan(500)
  expect((await second.evaluate(drawn)).red).toBeGreaterThan(200_000)
  await frame.getByText("Text of page 1").click()
  await expect(frame.getByText("He wrote her plate down.")).toBeVisible()
  await expect(frame.getByText("Page 2 has no text")).toBeVisible()
  await expect(frame.getByRole("link")).toHaveCount(0)
  await look(officer, "viewer-pdf")
  const paths = reached.map((url) => new URL(url).pathname)
  expect(paths.filter((path) => !/^\/(viewer|assets\/(viewer|pdf)-[0-9a-f]+\.(js|css))$/.test(path))).toEqual([])
  expect(paths.some((path) => path.startsWith("/assets/pdf-"))).toBe(true)
  await pdf.getByRole("button", { name: "Hide it" }).click()
})

test("a recording and a film play in the frame", async () => {
  for (const name of [SOUND, FILM]) {
    const file = fileOf(officer, name)
    await file.getByRole("button", { name: "Show it" }).click()
    await expect(file.getByRole("status")).toHaveText("Shown below.")
    const player = file.frameLocator("iframe").locator("audio, video")
    const at = () => player.evaluate((each: HTMLMediaElement) => each.currentTime)
    expect(await at()).toBe(0)
    await player.focus()
    await player.press("Space")
    await expect.poll(at).toBeGreaterThan(0.3)
    await look(officer, `viewer-${name}`)
    await file.getByRole("button", { name: "Hide it" }).click()
  }
})

test("what is shown and what is half typed stay, as the next decision brings the page up to date", async () => {
  await openReport(lead)
  const pdf = fileOf(lead, PDF)
  await pdf.getByRole("button", { name: "Show it" }).click()
  const frame = pdf.frameLocator("iframe")
  await expect(frame.getByText("End of the file.")).toBeVisible()
  const quarantined = fileOf(lead, PLAIN)
  await quarantined.getByText("this is unlawful to look at").click()
  await quarantined.getByRole("button", { name: "Quarantine it" }).click()
  await recorded(lead)
  await expect(frame.getByText("End of the file.")).toBeVisible()
  await quarantined.getByText(`Lift the quarantine of ${PLAIN}`).click()
  await quarantined.getByLabel("Reason").fill("It is a note, and nothing")

  await lead.getByRole("button", { name: "Take this report" }).click()
  await recorded(lead)
  await expect(frame.getByText("End of the file.")).toBeVisible()
  await expect(quarantined.getByLabel("Reason")).toHaveValue("It is a note, and nothing")
  await expect(lead.getByText("What you typed is kept")).toBeVisible()
  await openReport(lead)
  await expect(fileOf(lead, PLAIN).getByLabel("Reason")).toHaveValue("It is a note, and nothing")
  await fileOf(lead, PLAIN).getByLabel("Reason").fill("It is a note, and nothing else.")
  await fileOf(lead, PLAIN).getByRole("button", { name: "Lift the quarantine" }).click()
  await recorded(lead)
  await expect(fileOf(lead, PLAIN).getByRole("button", { name: "Show it" })).toBeVisible()
})

test("a file that is quarantined goes for everybody, and a lead gives it free with a reason", async () => {
  await openReport(lead)
  const stale = fileOf(lead, PICTURE)

  await openReport(officer)
  const picture = fileOf(officer, PICTURE)
  await picture.getByRole("button", { name: "Show it" }).click()
  await expect(picture.locator("iframe")).toBeVisible()
  await picture.getByText("this is unlawful to look at").click()
  await look(officer, "viewer-quarantine-form")
  await picture.getByRole("button", { name: "Quarantine it" }).click()
  await recorded(officer)
  await expect(picture).toContainText("Protection of Children Act 1978")
  await expect(picture.locator("iframe")).toHaveCount(0)
  await expect(picture.getByRole("button", { name: /it: / })).toHaveCount(0)
  await expect(picture.getByText("Lift the quarantine")).toHaveCount(0)
  await look(officer, "viewer-quarantined")

  // A page that was loaded before gets nothing either.
  await stale.getByRole("button", { name: "Show it" }).click()
  await expect(stale.getByRole("alert").first()).toContainText("quarantined as unlawful")

  await openReport(lead)
  const theirs = fileOf(lead, PICTURE)
  await theirs.getByText(`Lift the quarantine of ${PICTURE}`).click()
  await theirs.getByRole("button", { name: "Lift the quarantine" }).click()
  await expect(theirs.locator(".govuk-error-message")).toBeVisible()
  await look(lead, "viewer-lift")
  await theirs.getByLabel("Reason").fill("It shows a notebook.")
  await theirs.getByRole("button", { name: "Lift the quarantine" }).click()
  await recorded(lead)
  await theirs.getByRole("button", { name: "Show it" }).click()
  await expect(theirs.frameLocator("iframe").getByRole("img")).toBeVisible()
  expect(sent.filter((each) => each.includes(PICTURE) || each.includes("It shows a notebook"))).toEqual([])
})
