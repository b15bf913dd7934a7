import { existsSync } from "node:fs"
import { type Browser, chromium, type Page } from "@playwright/test"
import { build } from "esbuild"
import { afterAll, beforeAll, expect, test } from "vitest"
import { bytesOf, fromBase64url, toBase64url } from "./encoding.ts"
import { grantInbox, newInboxKey, openGrant } from "./inbox-key.ts"
import { openReport } from "./open-report.ts"
import { newPersonKey, openPersonKey, publicPersonKey, sealPersonKey } from "./person-key.ts"
import { newReceipt } from "./receipt.ts"
import { sealReport, type ToldReport } from "./seal-report.ts"
import { sealedFromStorage } from "./sealed.ts"
import { newFileKey, openFile, sealFile } from "./sealed-file.ts"

/** What the bundle puts on the page. */
declare const sealing: typeof import("./encoding.ts") &
  typeof import("./inbox-key.ts") &
  typeof import("./open-report.ts") &
  typeof import("./person-key.ts") &
  typeof import("./receipt.ts") &
  typeof import("./seal-report.ts") &
  typeof import("./sealed.ts") &
  typeof import("./sealed-file.ts") &
  typeof import("./session-key.ts")

const FILES = [
  "encoding",
  "inbox-key",
  "open-report",
  "person-key",
  "receipt",
  "seal-report",
  "sealed",
  "sealed-file",
  "session-key",
]
const CHROMIUM = "/usr/bin/chromium"
const PAGE = "http://candour.test/" // no secure context: intake's onion address or a plain demo port may be none

const bundled = (contents: string) =>
  build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    minify: true,
    format: "iife",
    globalName: "sealing",
    write: false,
    metafile: true,
  })

let browser: Browser
let page: Page

beforeAll(async () => {
  if (!existsSync(CHROMIUM)) throw new Error("This test needs Chromium: apt-get install chromium")
  const bundle = await bundled(FILES.map((file) => `export * from "./${file}.ts"`).join("\n"))
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] })
  page = await browser.newPage()
  await page.route(`${PAGE}**`, (route) =>
    route.request().url().endsWith(".js")
      ? route.fulfill({ contentType: "text/javascript", body: bundle.outputFiles[0]?.text ?? "" })
      : route.fulfill({
          contentType: "text/html",
          // The policy of intake: neither eval nor WebAssembly.
          headers: { "content-security-policy": "default-src 'none'; script-src 'self'" },
          body: `<!doctype html><title>Sealing</title><script src="/sealing.js"></script>`,
        }),
  )
  await page.goto(PAGE)
})

afterAll(() => browser?.close())

const kent = await newInboxKey("kent")
const told: ToldReport = {
  id: crypto.randomUUID(),
  tenant: "kent",
  recipient: kent.recipient,
  receipt: newReceipt(),
  language: "cy",
  mayReply: "yes",
  answers: { account: "Edrychodd am fy nghyfeiriad newydd 👩‍🚒.", who: { name: "Siân" } },
  counted: bytesOf("national partner now"),
}
const place = { tenant: told.tenant, report: told.id }
const stored = (text: string) => sealedFromStorage(fromBase64url(text))

test("a report sealed in Node opens in the browser", async () => {
  const { wrap, body } = await sealReport(told)
  const answers = await page.evaluate(
    async ([identity, place, wrap, body]) => {
      const stored = (text: string) => sealing.sealedFromStorage(sealing.fromBase64url(text))
      return (await sealing.openReport(identity, place, stored(wrap), stored(body))).body.answers
    },
    [kent.identity, place, toBase64url(wrap), toBase64url(body)] as const,
  )
  expect(answers).toEqual(told.answers)
})

test("a report sealed in the browser opens in Node, and is the same report as one sealed in Node", async () => {
  const { counted: _, ...rest } = told
  const sent = await page.evaluate(async (rest) => {
    const counted = sealing.bytesOf("national partner now")
    const { body, wrap, mailboxHash, digest } = await sealing.sealReport({ ...rest, counted })
    return {
      body: sealing.toBase64url(body),
      wrap: sealing.toBase64url(wrap),
      mailboxHash: sealing.toBase64url(mailboxHash),
      digest: sealing.toBase64url(digest),
    }
  }, rest)
  const opened = await openReport(kent.identity, place, stored(sent.wrap), stored(sent.body))
  expect(opened.body.answers).toEqual(told.answers)
  const here = await sealReport(told)
  expect(sent.digest).toBe(toBase64url(here.digest))
  expect(sent.mailboxHash).toBe(toBase64url(here.mailboxHash))
  expect(stored(sent.body).length).toBe(here.body.length)
})

const exportKey = new Uint8Array(64).fill(3)
const whose = { tenant: "kent", person: "an-officer" }

test("a person's key made and sealed in the browser opens in Node, and so does what it was granted", async () => {
  const made = await page.evaluate(
    async ([exportKey, whose]) => {
      const key = await sealing.newPersonKey()
      const sealed = await sealing.sealPersonKey(sealing.fromBase64url(exportKey), key, whose)
      const inbox = await sealing.newInboxKey(whose.tenant)
      const { recipient } = await sealing.publicPersonKey(key)
      const grant = await sealing.grantInbox(inbox, whose.person, recipient)
      return { sealed: sealing.toBase64url(sealed), grant: sealing.toBase64url(grant), inbox }
    },
    [toBase64url(exportKey), whose] as const,
  )
  const key = await openPersonKey(exportKey, whose, stored(made.sealed))
  expect(await openGrant(key.identity, whose.person, made.inbox, stored(made.grant))).toEqual(made.inbox)
})

test("a person's key sealed in Node opens in the browser, its session's half included", async () => {
  const key = await newPersonKey()
  const sealed = await sealPersonKey(exportKey, key, whose)
  const grant = await grantInbox(kent, whose.person, (await publicPersonKey(key)).recipient)
  const opened = await page.evaluate(
    async ([exportKey, whose, sealed, inbox, grant]) => {
      const stored = (text: string) => sealing.sealedFromStorage(sealing.fromBase64url(text))
      const key = await sealing.openPersonKey(sealing.fromBase64url(exportKey), whose, stored(sealed))
      const sessionKey = sealing.newSessionKey()
      const half = sealing.toBase64url(await sealing.sealForSession(sessionKey, key, whose))
      const again = await sealing.openForSession(sessionKey, whose, stored(half))
      return (await sealing.openGrant(again.identity, whose.person, inbox, stored(grant))).identity
    },
    [toBase64url(exportKey), whose, toBase64url(sealed), kent, toBase64url(grant)] as const,
  )
  expect(opened).toBe(kent.identity)
})

const film = new Uint8Array(300_000).map((_, at) => at % 251)
const whole = async (stream: ReadableStream<Uint8Array>) =>
  new Uint8Array(await new Response(stream as never).arrayBuffer())

test("a file sealed in the browser opens in Node, and one sealed in Node in the browser", async () => {
  const where = { report: told.id, file: crypto.randomUUID() }
  const key = newFileKey()
  const here = await sealFile(key, where, new Blob([film]).stream())
  const [bytes, entry] = [await whole(here.sealed), await here.content]
  const there = await page.evaluate(
    async ([where, key, film, age, digest]) => {
      const secret = sealing.secretFrom<"file">(sealing.fromBase64url(key))
      const whole = async (stream: ReadableStream) => new Uint8Array(await new Response(stream).arrayBuffer())
      const { sealed, content } = await sealing.sealFile(
        secret,
        where,
        new Blob([sealing.fromBase64url(film)]).stream(),
      )
      const bytes = sealing.toBase64url(await whole(sealed))
      const entry = await content
      const stream = new Blob([sealing.fromBase64url(age)]).stream()
      const said = { bytes: entry.bytes, digest: sealing.fromBase64url(digest) }
      const opened = await whole(await sealing.openFile(secret, where, stream, said))
      return { bytes, digest: sealing.toBase64url(entry.digest), opened: sealing.toBase64url(opened) }
    },
    [where, toBase64url(key), toBase64url(film), toBase64url(bytes), toBase64url(entry.digest)] as const,
  )
  expect(there.opened).toBe(toBase64url(film))
  expect(there.digest).toBe(toBase64url(entry.digest))
  const opened = await openFile(key, where, new Blob([fromBase64url(there.bytes)]).stream(), entry)
  expect(toBase64url(await whole(opened))).toBe(toBase64url(film))
})

test("the page is drawn while receipts are derived", async () => {
  const frames = await page.evaluate(async (receipt) => {
    let frames = 0
    const count = () => {
      frames++
      requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
    for (let time = 0; time < 5; time++) await sealing.receiptRoot(receipt) // a frame takes 17 ms, one of these 50
    return frames
  }, told.receipt)
  expect(frames).toBeGreaterThan(1)
})

test("what a reporter loads to seal has no zod in it", async () => {
  const bundle = await bundled(`export * from "./seal-report.ts"`)
  const files = Object.keys(bundle.metafile.inputs)
  expect(files.some((file) => file.includes("age-encryption"))).toBe(true)
  expect(files.filter((file) => file.includes("/zod/"))).toEqual([])
})
