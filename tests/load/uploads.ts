import { createHash, randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { acceptReport } from "@candour/database/accept-report.ts"
import { asOwner } from "@candour/database/as.ts"
import { dayOf } from "@candour/domain/day.ts"
import { fromBase64url, toBase64url } from "@candour/sealing/encoding.ts"
import type { FileEntry } from "@candour/sealing/file-entry.ts"
import { mailboxHash } from "@candour/sealing/receipt.ts"
import { newSecret, secretFrom } from "@candour/sealing/sealed.ts"
import { openFile } from "@candour/sealing/sealed-file.ts"
import { type Browser, chromium, type Page } from "@playwright/test"
import { sql } from "drizzle-orm"
import { build } from "esbuild"
import { type Cable, layCable } from "../../apps/intake/src/testing/cable.ts"
import { spooledReport } from "../../apps/intake/src/testing/spooled.ts"
import type { House } from "../../apps/operator/src/house.ts"
import { memoryOf, processOnPort } from "./memory.ts"
import type { Row } from "./timing.ts"

/** What the bundle puts on the page. */
declare const uploads: typeof import("../../apps/intake/src/evidence/send-files.ts") &
  typeof import("@candour/sealing/encoding.ts")

declare global {
  interface Window {
    sendingFilms: Promise<FileEntry[]>
    sentParts: number[]
  }
}

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync)

const FILE_BYTES = 100_000_000
const FILES = 10
const CUTS = 10
const MINUTES_AT_MOST = 30

type Mailbox = { address: Uint8Array; report: string }

/** A report at Kent's desk, whose mailbox is known here. */
async function tell({ database }: House): Promise<Mailbox> {
  const address = newSecret<"mailbox address">()
  const { report } = spooledReport({ mailboxHash: mailboxHash(address) })
  await acceptReport(database, report, dayOf(new Date()))
  return { address, report: report.id }
}

/** A page of intake's own origin that has what seals and sends files. */
async function openPage(browser: Browser, url: string): Promise<Page> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from "./send-files.ts"\nexport * from "@candour/sealing/encoding.ts"`,
      resolveDir: join(import.meta.dirname, "../../apps/intake/src/evidence"),
      loader: "ts",
    },
    bundle: true,
    minify: true,
    format: "iife",
    globalName: "uploads",
    write: false,
  })
  const page = await browser.newPage()
  const body = outputFiles[0]?.text ?? ""
  await page.route(`${url}/uploads**`, (route) =>
    route.request().url().endsWith(".js")
      ? route.fulfill({ contentType: "text/javascript", body })
      : route.fulfill({ contentType: "text/html", body: '<!doctype html><script src="/uploads.js"></script>' }),
  )
  await page.goto(`${url}/uploads`)
  return page
}

/** Begins to send `count` films of {@link FILE_BYTES}: `block` over and over. */
const begin = (page: Page, { address, report }: Mailbox, block: Uint8Array, count: number) =>
  page.evaluate(
    ([address, report, block, bytes, count]) => {
      const part = uploads.fromBase64url(block)
      const content = new Blob(Array.from({ length: Math.ceil(bytes / part.length) }, () => part)).slice(0, bytes)
      window.sentParts = []
      window.sendingFilms = uploads.sendFiles({
        files: Array.from({ length: count }, (_, index) => ({
          file: new File([content], `film-${index}.mp4`),
          cleaned: "no",
          removed: [],
          remains: "all",
        })),
        address: uploads.fromBase64url(address),
        report,
        onProgress: (index, part) => {
          window.sentParts[index] = part
        },
      })
      window.sendingFilms.catch(() => undefined)
    },
    [toBase64url(address), report, toBase64url(block), FILE_BYTES, count] as const,
  )

async function until(page: Page, files: number): Promise<void> {
  const end = performance.now() + MINUTES_AT_MOST * 60_000
  for (;;) {
    const sent = await page.evaluate(() => window.sentParts.reduce((sum, part) => sum + (part ?? 0), 0))
    if (sent >= files) return
    if (performance.now() > end) throw new Error(`only ${sent.toFixed(2)} of ${files} files were sent`)
    await pause(20)
  }
}

/** SHA-256 of a file's content as its desk opens it from the database, or what refused it. */
async function digestAtDesk(house: House, { report }: Mailbox, entry: FileEntry): Promise<string> {
  let number = 0
  const pieces = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { rows } = await asOwner(house.database, (transaction) =>
        transaction.execute<{ piece: Buffer }>(
          sql`select piece from file_piece where tenant = 'kent' and report = ${report} and file = ${entry.id} and number = ${number++}`,
        ),
      )
      if (rows[0] === undefined) controller.close()
      else controller.enqueue(rows[0].piece)
    },
  })
  const said = { bytes: entry.bytes, digest: fromBase64url(entry.digest) }
  const place = { report, file: entry.id }
  const content = await openFile(secretFrom(fromBase64url(entry.key)), place, pieces, said)
  const digest = createHash("sha256")
  for await (const chunk of content as unknown as AsyncIterable<Uint8Array>) digest.update(chunk)
  return digest.digest("base64url")
}

/** The process that runs a browser's newest page. */
async function rendererOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send("SystemInfo.getProcessInfo")
  await session.detach()
  return Math.max(...processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id))
}

async function interrupted(house: House, page: Page, cable: Cable, block: Uint8Array, row: Row): Promise<void> {
  const told = await tell(house)
  const begun = performance.now()
  await begin(page, told, block, 1)
  for (let cut = 1; cut <= CUTS; cut += 1) {
    await until(page, cut / (CUTS + 1))
    await cable.cut()
    await pause(200)
    await cable.mend()
  }
  const [entry] = await page.evaluate(() => window.sendingFilms)
  const seconds = (performance.now() - begun) / 1_000
  const original = createHash("sha256")
  for (let left = FILE_BYTES; left > 0; left -= block.length) original.update(block.subarray(0, left))
  const same = entry !== undefined && (await digestAtDesk(house, told, entry)) === original.digest("base64url")
  row(`100 MB, interrupted ${CUTS} times`, `${seconds.toFixed(1)} s, digest ${same ? "the original’s" : "ANOTHER"}`)
}

/** 100 MB over a cable that is cut ten times; then ten of 100 MB, with the memory of server and page after each. */
export async function measureUploads(house: House, port: number, row: Row): Promise<void> {
  const cable = await layCable(port)
  const browser = await chromium.launch({
    ...(CHROMIUM && { executablePath: CHROMIUM }),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  })
  try {
    const url = `http://127.0.0.1:${cable.port}`
    const block = randomBytes(1_000_003)
    await interrupted(house, await openPage(browser, url), cable, block, row)

    const page = await openPage(browser, url)
    const [server, renderer] = [processOnPort(port), await rendererOf(browser)]
    const memory = () => `server ${memoryOf(server).toFixed(0)} MiB, page ${memoryOf(renderer).toFixed(0)} MiB`
    row("before ten of 100 MB", memory())
    const begun = performance.now()
    await begin(page, await tell(house), block, FILES)
    for (let file = 1; file <= FILES; file += 1) {
      await until(page, file)
      row(`after ${file} of ${FILES}`, memory())
    }
    await page.evaluate(() => window.sendingFilms)
    const seconds = (performance.now() - begun) / 1_000
    row("ten of 100 MB", `${seconds.toFixed(0)} s, ${((FILES * FILE_BYTES) / 1e6 / seconds).toFixed(1)} MB/s`)
  } finally {
    await browser.close()
    await cable.cut()
  }
}
