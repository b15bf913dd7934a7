import { createHash } from "node:crypto"
import { setTimeout as pause } from "node:timers/promises"
import { fileState } from "@candour/database/sealed-files.ts"
import { fromBase64url, toBase64url } from "@candour/sealing/encoding.ts"
import type { FileEntry } from "@candour/sealing/file-entry.ts"
import { mailboxHash } from "@candour/sealing/receipt.ts"
import { newSecret } from "@candour/sealing/sealed.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type InChromium, openInChromium } from "../testing/in-chromium.ts"
import { spooledReport } from "../testing/spooled.ts"
import { testIntake } from "../testing/test-intake.ts"
import { openedContent, storedBytes, toldWithMailbox } from "../testing/told-with-mailbox.ts"

/** What the bundle puts on the page. */
declare const tested: typeof import("./send-files.ts") & typeof import("@candour/sealing/encoding.ts")

/** What the page keeps between two steps of a test. */
declare global {
  interface Window {
    chosen: import("./chosen-file.ts").ChosenFile[]
    sending: Promise<FileEntry[] | string>
    progress: number[]
    caller: AbortController
    stopAt: number
  }
}

let intake: Awaited<ReturnType<typeof testIntake>>
let at: InChromium
beforeAll(async () => {
  intake = await testIntake()
  at = await openInChromium(
    ["./send-files.ts", "@candour/sealing/encoding.ts"],
    import.meta.dirname,
    intake.app as never,
  )
})
afterAll(async () => {
  await at.close()
  await intake.close()
})

/** Begins to send a film of so many bytes, `at` of each being its place modulo 251. */
const begin = (
  { address, report }: { address: Uint8Array; report: string },
  bytes: number,
  names = ["film.mp4"],
  stopAt = 1,
) =>
  at.page.evaluate(
    ([address, report, bytes, names, stopAt]) => {
      window.stopAt = stopAt
      const content = new Uint8Array(bytes).map((_, place) => place % 251)
      window.chosen = names.map((name) => ({
        file: new File([content], name, { type: "video/mp4" }),
        cleaned: "part" as const,
        removed: ["place" as const],
        remains: "film" as const,
      }))
      window.progress = []
      window.caller = new AbortController()
      const go = () =>
        tested
          .sendFiles({
            files: window.chosen,
            address: tested.fromBase64url(address),
            report,
            onProgress: (_, part) => {
              window.progress.push(part)
              if (part > window.stopAt) window.caller.abort()
            },
            signal: window.caller.signal,
          })
          .catch((error) => String(error.reason ?? error))
      window.sending = go()
    },
    [toBase64url(address), report, bytes, names, stopAt] as const,
  )
const end = () => at.page.evaluate(() => window.sending)
const part = () => at.page.evaluate(() => window.progress.at(-1) ?? 0)
const film = (bytes: number) => new Uint8Array(bytes).map((_, place) => place % 251)
const digestOf = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest())

test("a file whose connection is cut again and again goes on where it stopped, and is whole", async () => {
  const told = await toldWithMailbox(intake.services.database)
  const bytes = 5_000_000
  await begin(told, bytes)
  for (const share of [0.02, 0.3, 0.7]) {
    await expect.poll(part, { timeout: 60_000, interval: 20 }).toBeGreaterThan(share)
    await at.cable.cut()
    await pause(100)
    await at.cable.mend()
  }
  const [entry] = (await end()) as FileEntry[]
  if (!entry) throw new Error("nothing was sent")
  expect(entry).toMatchObject({ name: "film.mp4", type: "video/mp4", bytes, cleaned: "part", removed: ["place"] })
  expect(fromBase64url(entry.digest)).toEqual(digestOf(film(bytes)))
  expect(digestOf(await openedContent(intake.owner, told.report, entry))).toEqual(digestOf(film(bytes)))
}, 120_000)

test("several files go one after another, and neither their names nor anything else stays in the browser", async () => {
  const told = await toldWithMailbox(intake.services.database)
  const asked: string[] = []
  at.page.on("request", (request) => asked.push(`${request.url()} ${JSON.stringify(request.headers())}`))
  await begin(told, 200_000, ["one.pdf", `${"long ".repeat(60)}.jpg`])
  const entries = (await end()) as FileEntry[]
  expect(entries.map(({ name }) => name.length)).toEqual([7, 200])
  expect(new Set(entries.map(({ key }) => key)).size).toBe(2)
  expect(asked.join("\n")).not.toMatch(/one\.pdf|b25lLnBkZg/)
  expect(asked.filter((line) => line.split(" ")[0]?.includes(toBase64url(told.address)))).toEqual([])
  expect(await at.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
    0,
    0,
    "",
  ])
})

test("one file for several reports goes to each under a key of its own, and sent again it is the same at each", async () => {
  const told = [await toldWithMailbox(intake.services.database), await toldWithMailbox(intake.services.database)]
  const to = told.map(({ address, report }) => ({ address: toBase64url(address), report }))
  const entries = await at.page.evaluate(async (reports) => {
    const file = new File(["See this."], "note.txt")
    const files = [{ file, cleaned: "no" as const, removed: [], remains: "all" as const }]
    const sent: FileEntry[] = []
    for (const { address, report } of [...reports, ...reports]) {
      sent.push(...(await tested.sendFiles({ files, address: tested.fromBase64url(address), report })))
    }
    return sent
  }, to)
  const [first, second, ...again] = entries
  expect(first?.key).not.toBe(second?.key)
  expect(again).toEqual([first, second])
})

test("a file that is called off leaves nothing", async () => {
  const told = await toldWithMailbox(intake.services.database)
  await begin(told, 9_000_000, ["film.mp4"], 0.1)
  expect(await end()).toBe("cancelled")
  const rows = () =>
    intake.owner.statement("owner", (connection) => connection.execute("select id from sealed_file where not finished"))
  await expect.poll(async () => (await rows()).rows).toEqual([])
}, 60_000)

test("a report that still waits in the spool is waited for", async () => {
  const address = newSecret<"mailbox address">()
  const spooled = spooledReport({ mailboxHash: mailboxHash(address) })
  await intake.services.spool.keep(spooled)
  await begin({ address, report: spooled.report.id }, 1_000)
  await pause(500)
  await intake.services.delivery.deliver()
  const [entry] = (await end()) as FileEntry[]
  const own = { address, report: spooled.report.id, file: entry?.id ?? "" }
  expect((await fileState(intake.services.database, own))?.finished).toBe(true)
  expect((await storedBytes(intake.owner, entry?.id ?? "")).length).toBeGreaterThan(65_536)
})

test("a mailbox that nobody has is said to be unknown, and not tried again", async () => {
  const told = await toldWithMailbox(intake.services.database)
  await begin({ ...told, address: newSecret() }, 1_000)
  expect(await end()).toBe("unknown")
})

test("a file that disappears after it was chosen is said to be gone, and goes once it is there again", async () => {
  const { address, report } = await toldWithMailbox(intake.services.database)
  const answers = await at.page.evaluate(
    async ([address, report]) => {
      const file = new File(["See this."], "note.txt")
      const there = file.stream.bind(file)
      file.stream = () => new ReadableStream({ pull: () => Promise.reject(new DOMException("", "NotFoundError")) })
      const files = [{ file, cleaned: "no" as const, removed: [], remains: "all" as const }]
      const send = () =>
        tested.sendFiles({ files, address: tested.fromBase64url(address), report }).then(
          ([entry]) => entry?.name,
          (error) => error.reason,
        )
      const gone = [await send(), await send()]
      file.stream = there
      return [...gone, await send()]
    },
    [toBase64url(address), report] as const,
  )
  expect(answers).toEqual(["gone", "gone", "note.txt"])
})

test("a report that waits for long, and a house that is full, are each said as what they are", async () => {
  await at.page.clock.install()
  const address = newSecret<"mailbox address">()
  const spooled = spooledReport({ mailboxHash: mailboxHash(address) })
  await intake.services.spool.keep(spooled)
  const ended = async () => {
    let answer: unknown
    void end().then((said) => {
      answer = said
    })
    await expect
      .poll(
        async () => {
          await at.page.clock.runFor(61_000)
          return answer
        },
        { timeout: 60_000 },
      )
      .toBeDefined()
    return answer
  }
  await begin({ address, report: spooled.report.id }, 1_000)
  expect(await ended()).toBe("not-yet")

  const leave = Array.from({ length: 24 }, (_, index) => intake.services.uploads.take("parts", Uint8Array.of(index)))
  await begin({ address, report: spooled.report.id }, 1_000)
  expect(await ended()).toBe("busy")
  for (const each of leave) each?.()
}, 150_000)
