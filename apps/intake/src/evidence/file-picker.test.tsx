import { mkdirSync } from "node:fs"
import { join } from "node:path"
import AxeBuilder from "@axe-core/playwright"
import { toBase64url } from "@candour/sealing/encoding.ts"
import type { FileEntry } from "@candour/sealing/file-entry.ts"
import { PDFDocument, type PDFDocument as PDFDocumentType } from "@cantoo/pdf-lib"
import { build } from "esbuild"
import { Hono } from "hono"
import * as sass from "sass"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { type InChromium, openInChromium } from "../testing/in-chromium.ts"
import { testIntake } from "../testing/test-intake.ts"
import { openedContent, toldWithMailbox } from "../testing/told-with-mailbox.ts"
import { FilePicker } from "./file-picker.tsx"
import { Speak } from "./speak/speak.tsx"
import type { WiredSpeak } from "./speak/wire-speak.ts"
import type { WiredPicker } from "./wire-file-picker.ts"

declare const tested: typeof import("./wire-file-picker.ts") &
  typeof import("./speak/wire-speak.ts") &
  typeof import("@candour/sealing/encoding.ts")
declare global {
  interface Window {
    picker: WiredPicker
    speak: WiredSpeak | undefined
    microphones: MediaStreamTrack[]
    anew: HTMLFormElement
  }
}

const root = join(import.meta.dirname, "../../../..")
const bundled = async (script: string) => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, script)],
    bundle: true,
    format: "esm",
    write: false,
  })
  return outputFiles[0]?.text ?? ""
}

let intake: Awaited<ReturnType<typeof testIntake>>
let at: InChromium
let pdf: PDFDocumentType
beforeAll(async () => {
  intake = await testIntake()
  const { css } = sass.compile(join(root, "apps/intake/src/style.scss"), {
    loadPaths: [join(root, "node_modules"), join(root, "packages/web/src")],
    quietDeps: true,
    silenceDeprecations: ["import", "if-function"],
  })
  const script = await bundled("clean/pdf/browser.ts")
  const app = new Hono()
    .get("/style.css", (c) => c.body(css, 200, { "content-type": "text/css" }))
    .get("/assets/pdf.js", (c) => c.body(script, 200, { "content-type": "text/javascript" }))
    .all("*", (c) => intake.app.fetch(c.req.raw))
  const html = String(
    <main class="govuk-width-container">
      <h1 class="govuk-heading-l">Messages</h1>
      <h2 class="govuk-heading-m">Write to the team</h2>
      <form method="post" enctype="multipart/form-data">
        <Speak lang="en" />
        <FilePicker lang="en" />
      </form>
    </main>,
  )
  at = await openInChromium(
    ["./wire-file-picker.ts", "./speak/wire-speak.ts", "@candour/sealing/encoding.ts"],
    import.meta.dirname,
    app,
    html,
  )
  pdf = await PDFDocument.create()
  pdf.addPage([200, 200])
  pdf.setAuthor("Canary-author")
})
beforeEach(async () => {
  await at.page.setViewportSize({ width: 360, height: 800 })
  await at.page.goto(`${at.url}/tested`)
  await at.page.evaluate(() => {
    const picker = tested.wireFilePicker(document)
    if (picker) {
      window.picker = picker
      window.speak = tested.wireSpeak(document, picker)
    }
  })
})
afterAll(async () => {
  await at.close()
  await intake.close()
})

const choose = (...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  at.page.getByLabel("Photos, recordings or other files (optional)").setInputFiles(files)
const text = (name: string, words = "So.") => ({ name, mimeType: "text/plain", buffer: Buffer.from(words) })
const pdfFile = async () => ({
  name: "letter.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from(await pdf.save()),
})
const rows = () => at.page.getByRole("list", { name: "Files you chose" }).getByRole("listitem")
/** Pictures for whoever looks at the page, where one is asked for. */
const picture = async (name: string) => {
  const folder = process.env.CANDOUR_PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  for (const width of [1280, 360]) {
    await at.page.setViewportSize({ width, height: 800 })
    await at.page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
  }
}
const expectFine = async () => {
  const { violations } = await new AxeBuilder({ page: at.page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([])
  await at.page.setViewportSize({ width: 320, height: 800 })
  expect(await at.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}

test("each chosen file says what was taken out of it and what wasn't, and is sent so", async () => {
  await choose(await pdfFile(), text("notes.txt"))
  await expect.poll(() => rows().count()).toBe(2)
  expect(await rows().nth(0).innerText()).toContain("Taken out as far as we can: the author")
  expect(await rows().nth(0).innerText()).toContain("What is written and shown in it is still there")
  expect(await rows().nth(1).innerText()).toContain("We could not take anything out of this file.")
  await picture("chosen")
  await expectFine()

  const { address, report } = await toldWithMailbox(intake.services.database)
  const entries = (await at.page.evaluate(
    ([address, report]) =>
      window.picker.send({ files: window.picker.files(), address: tested.fromBase64url(address), report }),
    [toBase64url(address), report] as const,
  )) as FileEntry[]
  expect(entries.map(({ name, cleaned }) => [name, cleaned])).toEqual([
    ["letter.pdf", "part"],
    ["notes.txt", "no"],
  ])
  const [letter] = entries
  const content = letter && (await openedContent(intake.owner, report, letter))
  expect(Buffer.from(content ?? []).toString("latin1")).toMatch(/^%PDF/)
  const opened = await PDFDocument.load(content ?? new Uint8Array(), { updateMetadata: false })
  expect(opened.getAuthor()).toBeUndefined()
  await expect.poll(() => at.page.locator("[data-file-said]").innerText()).toBe("2 files were sent.")
})

test("a file is taken away again by keyboard, and the field is where one was before", async () => {
  await choose(text("one.txt"), text("two.txt"))
  await expect.poll(() => rows().count()).toBe(2)
  await at.page.getByRole("button", { name: "Remove one.txt" }).focus()
  await at.page.keyboard.press("Enter")
  expect(await rows().count()).toBe(1)
  expect(await at.page.evaluate(() => document.activeElement?.id)).toBe("files")
  expect(await at.page.evaluate(() => window.picker.files().map(({ file }) => file.name))).toEqual(["two.txt"])
})

test("of eleven files ten are taken, and it is said at the field", async () => {
  await choose(...Array.from({ length: 11 }, (_, number) => text(`${number}.txt`)))
  await expect.poll(() => at.page.getByRole("alert").innerText()).toContain("Choose 10 files at most.")
  expect(await rows().count()).toBe(10)
  await expectFine()
})

test("where ten files are chosen, what is spoken is not lost, and it is said why it can't be added", async () => {
  await choose(...Array.from({ length: 10 }, (_, number) => text(`${number}.txt`)))
  await expect.poll(() => rows().count()).toBe(10)
  await record()
  await at.page.getByRole("button", { name: "Add it to the files" }).click()
  expect(await at.page.getByRole("alert").innerText()).toContain("Choose 10 files at most.")
  expect(await rows().count()).toBe(10)
  await at.page.getByRole("button", { name: "Remove 0.txt" }).click()
  await at.page.getByRole("button", { name: "Add it to the files" }).click()
  expect(await rows().last().innerText()).toContain("spoken.wav")
})

test("a file that can't be read is said to be so, and those after it are taken", async () => {
  await at.page.evaluate(() => {
    const slice = File.prototype.slice
    File.prototype.slice = function (this: File, ...bytes) {
      if (this.name === "gone.txt") throw new DOMException("", "NotFoundError")
      return slice.apply(this, bytes)
    }
  })
  await choose(text("gone.txt"), text("there.txt"))
  await expect.poll(() => rows().count()).toBe(1)
  expect(await rows().innerText()).toContain("there.txt")
  expect(await at.page.getByRole("alert").innerText()).toContain("gone.txt can’t be read.")
})

test("a file that is added while others are sent stays on the list", async () => {
  await choose(text("one.txt"))
  await expect.poll(() => rows().count()).toBe(1)
  await at.page.evaluate(() => {
    const files = window.picker.files()
    window.picker.add({ file: new File(["So."], "two.txt"), cleaned: "no", removed: [], remains: "all" })
    window.picker.clear(files)
  })
  expect(await rows().innerText()).toContain("two.txt")
})

test("the form brings no file in the clear once the script is there, and does before", async () => {
  expect(await at.page.evaluate(() => document.querySelector("input[type=file]")?.getAttribute("name"))).toBeNull()
  await at.page.goto(`${at.url}/tested`)
  expect(await at.page.evaluate(() => document.querySelector("input[type=file]")?.getAttribute("name"))).toBe("files")
  expect(await at.page.getByText("Without JavaScript nothing can be taken out").isVisible()).toBe(true)
  expect(await at.page.getByText("Speak instead of typing").isVisible()).toBe(false)
})

test("a failure says what to do, and the files stay chosen", async () => {
  await choose(text("one.txt"))
  await expect.poll(() => rows().count()).toBe(1)
  const { report } = await toldWithMailbox(intake.services.database)
  const failed = await at.page.evaluate(
    (report) =>
      window.picker
        .send({ files: window.picker.files(), address: new Uint8Array(32), report })
        .catch((error) => error.reason),
    report,
  )
  expect(failed).toBe("unknown")
  expect(await at.page.getByRole("alert").innerText()).toContain("We can’t find your report.")
  expect(await rows().count()).toBe(1)
})

async function record() {
  await at.page.getByRole("button", { name: "Start recording" }).click()
  await at.page.getByRole("button", { name: "Stop", exact: true }).waitFor()
  await at.page.waitForTimeout(1_500)
  await at.page.keyboard.press("Enter") // the button to stop has the focus
  await at.page.getByText("Ready: 0 min").waitFor()
}

/** From now on the page counts its microphones, each of which comes only after half a second. */
const countMicrophones = () =>
  at.page.evaluate(() => {
    const given = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    window.microphones = []
    navigator.mediaDevices.getUserMedia = async (asked) => {
      await new Promise((resolve) => setTimeout(resolve, 500))
      const stream = await given(asked)
      window.microphones.push(...stream.getTracks())
      return stream
    }
  })
const microphones = () => at.page.evaluate(() => window.microphones.map(({ readyState }) => readyState))

test("pressed twice while the browser asks, one microphone is on, and Stop lets it go", async () => {
  await countMicrophones()
  const start = at.page.getByRole("button", { name: "Start recording" })
  await start.click()
  await start.click()
  await at.page.getByRole("button", { name: "Stop", exact: true }).click()
  await at.page.waitForTimeout(1_000)
  expect(await microphones()).toEqual(["ended"])
})

test("a page that goes lets the microphone go, and what was said comes with the page in its place", async () => {
  await countMicrophones()
  await at.page.getByRole("button", { name: "Start recording" }).click()
  await at.page.getByRole("button", { name: "Stop", exact: true }).waitFor()
  await at.page.waitForTimeout(1_500)
  await at.page.evaluate(() => {
    const old = document.querySelector("form") as HTMLFormElement
    window.anew = old.cloneNode(true) as HTMLFormElement
    old.remove()
  })
  await expect.poll(microphones, { timeout: 3_000 }).toEqual(["ended"])
  await at.page.evaluate(async () => {
    document.querySelector("main")?.append(window.anew)
    tested.wireSpeak(window.anew, window.picker, await window.speak?.leave())
  })
  await at.page.getByText("Ready: 0 min").waitFor()
})

test("what is spoken is heard first, has another voice unless one says no, and is a file like any other", async () => {
  expect(await at.page.getByLabel("Change my voice").isChecked()).toBe(true)
  await picture("speak")
  await record()
  await picture("spoken")
  await expectFine()
  await at.page.getByRole("button", { name: "Add it to the files" }).click()
  const [spoken] = await at.page.evaluate(() =>
    Promise.all(
      window.picker.files().map(async ({ file, ...rest }) => ({
        ...rest,
        name: file.name,
        begins: (await file.text()).slice(0, 4),
        bytes: file.size,
      })),
    ),
  )
  expect(spoken).toMatchObject({
    name: "spoken.wav",
    begins: "RIFF",
    cleaned: "part",
    removed: ["voice", "time"],
    remains: "sound",
  })
  expect(spoken?.bytes).toBeGreaterThan(20_000)
  expect(await rows().innerText()).toContain("your own voice")
  expect(await at.page.getByRole("button", { name: "Start recording" }).isVisible()).toBe(true)
})
