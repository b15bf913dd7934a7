import { randomBytes, randomUUID } from "node:crypto"
import { addFilePiece, beginFile } from "@candour/database/sealed-files.ts"
import { transferReport } from "@candour/database/transfer-report.ts"
import { PIECE_BYTES } from "@candour/domain/piece.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import type { FileEntry } from "@candour/sealing/file-entry.ts"
import type { InboxKey } from "@candour/sealing/inbox-key.ts"
import { mailboxHash } from "@candour/sealing/receipt.ts"
import { newSecret } from "@candour/sealing/sealed.ts"
import { newFileKey, sealFile } from "@candour/sealing/sealed-file.ts"
import { wrapKey } from "@candour/sealing/wrap.ts"
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest"
import { type Member, type TestDesk, testDesk } from "../../testing/test-desk.ts"
import type { HandedOut } from "../open-report.ts"
import { fetchFile } from "./fetch-file.ts"
import { quarantinedAfter } from "./quarantine.ts"
import { safeName, savedName } from "./show-files.ts"

let desk: TestDesk
let lead: Member
let essex: Member
let inbox: InboxKey
let essexInbox: InboxKey
beforeAll(async () => {
  desk = await testDesk()
  lead = await desk.join("kent", "lead.kent", ["lead"])
  essex = await desk.join("essex", "lead.essex", ["lead"])
  inbox = await desk.open(lead)
  essexInbox = await desk.open(essex)
})
afterEach(() => vi.unstubAllGlobals())
afterAll(() => desk.close())

const film = randomBytes(2_300_000)

/** A report with one file, and what a message says of it. */
async function told() {
  const address = newSecret<"mailbox address">()
  const report = await desk.tell(inbox, { mailboxHash: mailboxHash(address) })
  const own = { address, report: report.id, file: randomUUID() }
  const key = newFileKey()
  const { sealed, content } = await sealFile(key, own, new Blob([film]).stream())
  const bytes = new Uint8Array(await new Response(sealed as never).arrayBuffer())
  await beginFile(desk.database, own, bytes.length)
  for (let number = 0; number * PIECE_BYTES < bytes.length; number += 1) {
    const piece = bytes.subarray(number * PIECE_BYTES, (number + 1) * PIECE_BYTES)
    await addFilePiece(desk.database, own, { number, piece, last: (number + 1) * PIECE_BYTES >= bytes.length })
  }
  const { digest } = await content
  const entry: FileEntry = {
    id: own.file,
    key: toBase64url(key),
    name: "film.mp4",
    type: "video/mp4",
    bytes: film.length,
    digest: toBase64url(digest),
    cleaned: "no",
    removed: [],
  }
  return { id: report.id, entry, report }
}

/** Lets the browser's code ask the app as `who`. */
const asWho = (who: Member) => vi.stubGlobal("fetch", (path: string) => desk.get(who, path))
const open = (who: Member, id: string) => desk.post(who, `/report/${id}/open`, { reason: "own" })

test("a file opens in the browser of who has opened its report, whole and as it was sent", async () => {
  const { id, entry } = await told()
  await open(lead, id)
  asWho(lead)
  const progress: number[] = []
  const content = await fetchFile(id, entry, (part) => progress.push(part))
  expect(Buffer.compare(Buffer.from(await content.arrayBuffer()), film)).toBe(0)
  expect(content.type).toBe("application/octet-stream")
  expect(progress.at(-1)).toBe(1)
})

test("nobody gets a piece who hasn't opened the report, or is of another desk, or isn't signed in", async () => {
  const { id, entry } = await told()
  asWho(lead)
  await expect(fetchFile(id, entry)).rejects.toThrow("Load this page anew")
  await open(lead, id)
  const path = `/report/${id}/files/${entry.id}/0`
  expect((await desk.get(lead, path)).status).toBe(200)
  expect((await desk.get(essex, path)).status).toBe(409)
  expect((await desk.get(undefined, path)).status).not.toBe(200)
})

test("a file that isn't there, and one that isn't what its entry says, each say what to do", async () => {
  const { id, entry } = await told()
  await open(lead, id)
  asWho(lead)
  await expect(fetchFile(id, { ...entry, id: randomUUID() })).rejects.toThrow("Ask the reporter to send it again")
  await expect(fetchFile(id, { ...entry, digest: toBase64url(randomBytes(32)) })).rejects.toThrow("Tell your lead")
  await expect(fetchFile(id, { ...entry, key: toBase64url(randomBytes(32)) })).rejects.toThrow("Tell your lead")
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")))
  await expect(fetchFile(id, entry)).rejects.toThrow("Connection lost")
})

test("a quarantined file is handed out to nobody of the desk, until a lead says why it may be again", async () => {
  const { id, entry, report } = await told()
  const other = await told()
  const officer = await desk.join("kent", "officer.kent", ["officer"])
  await desk.giveAccess(lead, officer, inbox)
  await open(lead, id)
  await open(officer, id)
  await open(lead, other.id)
  const piece = `/report/${id}/files/${entry.id}/0`
  const statusOf = async (who: Member) => (await desk.get(who, piece)).status
  const numberNow = async () =>
    Number(/data-number="(\d+)"/.exec(await (await desk.get(lead, `/report/${id}`)).text())?.[1])
  const file = { file: entry.id }
  const decide = async (who: Member, kind: string, words?: string) =>
    (await desk.decide(who, report, (await numberNow()) + 1, kind, file, words)).status

  expect(await decide(essex, "quarantined")).toBe(404)
  expect(await statusOf(lead)).toBe(200)
  expect(await decide(officer, "quarantined")).toBe(200)
  for (const who of [lead, officer]) expect(await statusOf(who)).toBe(409)
  asWho(lead)
  await expect(fetchFile(id, entry)).rejects.toThrow("quarantined as unlawful")
  expect((await desk.get(lead, `/report/${other.id}/files/${other.entry.id}/0`)).status).toBe(200)

  expect(await decide(officer, "quarantine-lifted", "It is a notebook.")).toBe(422)
  expect(await decide(essex, "quarantine-lifted", "It is a notebook.")).toBe(404)
  expect(await statusOf(officer)).toBe(409)
  expect(await decide(lead, "quarantine-lifted", "It is a notebook.")).toBe(200)
  for (const who of [lead, officer]) expect(await statusOf(who)).toBe(200)
  expect(await statusOf(essex)).toBe(409)
})

test("what is quarantined after a decision is what was, with what that decision says of its file", () => {
  const [one, two] = [randomUUID(), randomUUID()]
  const about = (kind: string, file: string) => ({ kind, detail: { file } })
  expect(quarantinedAfter([], about("quarantined", one))).toEqual([one])
  expect(quarantinedAfter([one], about("quarantined", one))).toEqual([one])
  expect(quarantinedAfter([one, two], about("quarantine-lifted", one))).toEqual([two])
  expect(quarantinedAfter([one], { kind: "opened", detail: { reason: "own" } })).toEqual([one])
})

test("a desk that gets a report is told which files another has quarantined, and its lead may lift that", async () => {
  const { id, entry, report } = await told()
  await open(lead, id)
  const handed = async (who: Member) => (await (await desk.get(who, `/report/${id}/sealed`)).json()) as HandedOut
  const last = (await handed(lead)).events.at(-1)?.number ?? 0
  expect((await handed(lead)).quarantined).toEqual([])
  await desk.decide(lead, report, last + 1, "quarantined", { file: entry.id })
  expect((await handed(lead)).quarantined).toEqual([entry.id])

  const wrap = await wrapKey(essexInbox.recipient, { tenant: "kent", report: id }, report.key)
  await transferReport(desk.database, "kent", { report: id, by: lead.person, to: "essex", generation: 1, wrap })
  await open(essex, id)
  const { quarantined, events } = await handed(essex)
  expect(quarantined).toEqual([entry.id])
  expect(events.some(({ kind }) => kind === "quarantined")).toBe(false)
  const lifted = { file: entry.id }
  const number = (events.at(-1)?.number ?? 0) + 1
  expect((await desk.decide(essex, report, number, "quarantine-lifted", lifted, "A notebook.")).status).toBe(200)
  expect((await handed(essex)).quarantined).toEqual([])
})

test("a name that pretends to be another kind of file is saved as what it is", () => {
  expect(safeName("photo\u202Egpj.exe")).toBe("photo_gpj.exe")
  expect(safeName("../../etc/passwd")).toBe("__.._etc_passwd")
  expect(safeName("Tŷ’r heddlu.pdf")).toBe("Tŷ’r heddlu.pdf")
  expect(safeName("")).toBe("_")
  expect(safeName(`photo.jpg${" ".repeat(90)}\u00a0\t.exe`)).toBe("photo.jpg .exe")
  expect(safeName("photo.exe. .")).toBe("photo.exe")
})

test("a file that would act when somebody opens it is saved under a name that no program knows", () => {
  for (const name of [
    "a.html",
    "a.SVG",
    "photo\u202Egpj.exe",
    "a.lnk",
    "a.url",
    "a.hta",
    "a.js",
    "a.xml",
    "a.docm",
    "a.exe. ",
  ])
    expect(savedName(name)).toMatch(/\.unopened$/)
  for (const name of ["a.jpg", "a.pdf", "a.docx", "a.mp4", "html"]) expect(savedName(name)).toBe(name)
})
