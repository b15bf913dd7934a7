import { randomBytes, randomUUID } from "node:crypto"
import { once } from "node:events"
import { type AddressInfo, connect } from "node:net"
import { acceptReport } from "@candour/database/accept-report.ts"
import { asOwner } from "@candour/database/as.ts"
import { fileState } from "@candour/database/sealed-files.ts"
import { sampleReport } from "@candour/database/testing/sample-report.ts"
import { dayOf } from "@candour/domain/day.ts"
import { PIECE_BYTES } from "@candour/domain/piece.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { mailboxHash } from "@candour/sealing/receipt.ts"
import { newSecret } from "@candour/sealing/sealed.ts"
import { newFileKey, sealedFileBytes, sealFile } from "@candour/sealing/sealed-file.ts"
import { serve } from "@hono/node-server"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { spooledReport } from "../testing/spooled.ts"
import { testIntake } from "../testing/test-intake.ts"
import { CHUNK_BYTES, FILES_PATH, UPLOAD_HEADERS } from "./upload-headers.ts"
import { createUploads } from "./uploads.ts"

let intake: Awaited<ReturnType<typeof testIntake>>
beforeAll(async () => {
  intake = await testIntake()
})
afterAll(() => intake.close())

const TUS = { "tus-resumable": "1.0.0", "sec-fetch-site": "same-origin" }

/** A report whose mailbox somebody knows, and a sealed file for it. */
async function told(bytes = 3_000_000) {
  const address = newSecret<"mailbox address">()
  const report = sampleReport({ mailboxHash: mailboxHash(address) })
  await acceptReport(intake.services.database, report, dayOf(new Date()))
  const own = { address, report: report.id, file: randomUUID() }
  const { sealed } = await sealFile(newFileKey(), own, new Blob([randomBytes(bytes)]).stream())
  return { ...own, sealed: new Uint8Array(await new Response(sealed as never).arrayBuffer()) }
}
type Own = Awaited<ReturnType<typeof told>>

const headersOf = ({ address, report }: Own) => ({
  ...TUS,
  [UPLOAD_HEADERS.address]: toBase64url(address),
  [UPLOAD_HEADERS.report]: report,
})
const begin = (own: Own, more: Record<string, string> = {}) =>
  intake.app.request(FILES_PATH, {
    method: "POST",
    headers: {
      ...headersOf(own),
      [UPLOAD_HEADERS.file]: own.file,
      "upload-length": String(own.sealed.length),
      ...more,
    },
  })
const send = (own: Own, from: number, to = own.sealed.length, more: Record<string, string> = {}) =>
  intake.app.request(`${FILES_PATH}/${own.file}`, {
    method: "PATCH",
    headers: {
      ...headersOf(own),
      "content-type": "application/offset+octet-stream",
      "upload-offset": String(from),
      "content-length": String(to - from),
      ...more,
    },
    body: own.sealed.slice(from, to),
  })
const ask = (own: Own) => intake.app.request(`${FILES_PATH}/${own.file}`, { method: "HEAD", headers: headersOf(own) })
const pieces = async ({ file }: Own) => {
  const { rows } = await asOwner(intake.owner, (transaction) =>
    transaction.execute<{ piece: Buffer }>(sql`select piece from file_piece where file = ${file} order by number`),
  )
  return Buffer.concat(rows.map(({ piece }) => piece))
}

test("a file is begun, sent in parts and whole in the database; nothing of it is said to other sites or kept", async () => {
  const own = await told()
  const begun = await begin(own)
  expect(begun.status).toBe(201)
  expect(begun.headers.get("location")).toBe(`${FILES_PATH}/${own.file}`)
  expect((await send(own, 0, 2 * PIECE_BYTES)).headers.get("upload-offset")).toBe(String(2 * PIECE_BYTES))
  expect((await ask(own)).headers.get("upload-offset")).toBe(String(2 * PIECE_BYTES))
  const last = await send(own, 2 * PIECE_BYTES)
  expect(last.status).toBe(204)
  expect([...last.headers.keys()].filter((name) => /access-control|set-cookie/.test(name))).toEqual([])
  expect(last.headers.get("cache-control")).toBe("no-store")
  expect(Buffer.compare(await pieces(own), own.sealed)).toBe(0)
  expect((await fileState(intake.services.database, own))?.finished).toBe(true)
})

test("a part that was sent before is a conflict, which tells the browser to ask how much is here", async () => {
  const own = await told()
  await begin(own)
  await send(own, 0, PIECE_BYTES)
  expect((await send(own, 0, PIECE_BYTES)).status).toBe(409)
  expect((await begin(own)).status).toBe(201)
  expect((await ask(own)).headers.get("upload-offset")).toBe(String(PIECE_BYTES))
})

test("who doesn't know the address, or names another report, finds no file", async () => {
  const own = await told()
  await begin(own)
  for (const other of [
    { ...own, address: newSecret<"mailbox address">() },
    { ...own, report: randomUUID() },
  ]) {
    expect((await begin(other)).status).toBe(404)
    expect((await ask(other)).status).toBe(404)
    expect((await send(other, 0)).status).toBe(404)
  }
  expect((await intake.app.request(`${FILES_PATH}/${own.file}`, { headers: headersOf(own) })).status).toBe(404)
})

test("a report that still waits in the spool is not yet there: the browser tries again", async () => {
  const own = await told()
  const report = randomUUID()
  const address = newSecret<"mailbox address">()
  await intake.services.spool.keep(spooledReport({ id: report, mailboxHash: mailboxHash(address) }))
  const answer = await begin({ ...own, address, report })
  expect(answer.status).toBe(503)
  await intake.services.spool.delivered(report)
})

test("names, plain bytes, too much at once, files that are too large and other sites are refused", async () => {
  const own = await told()
  expect((await begin(own, { "upload-metadata": "filename bWUuanBn" })).status).toBe(400)
  expect((await begin(own, { "upload-length": String(103 * PIECE_BYTES) })).status).toBe(413)
  expect((await begin(own, { "sec-fetch-site": "cross-site" })).status).toBe(403)
  await begin(own)
  expect((await send(own, 0, own.sealed.length, { "content-length": String(CHUNK_BYTES + 1) })).status).toBe(413)
  expect((await send(own, 0, own.sealed.length, { "transfer-encoding": "chunked" })).status).toBe(411)
  const plain = { ...own, sealed: new Uint8Array(own.sealed.length).fill(65) }
  expect((await send(plain, 0, PIECE_BYTES)).status).toBe(400)
  expect(await pieces(own)).toHaveLength(0)
})

test("a file that was called off is gone", async () => {
  const own = await told()
  await begin(own)
  await send(own, 0, PIECE_BYTES)
  const called = await intake.app.request(`${FILES_PATH}/${own.file}`, { method: "DELETE", headers: headersOf(own) })
  expect(called.status).toBe(204)
  expect(await pieces(own)).toHaveLength(0)
})

test("when the database is away the browser is told to try again, and hears nothing of why", async () => {
  const own = await told()
  await begin(own)
  await intake.cable.cut()
  const answer = await send(own, 0)
  expect([answer.status, await answer.text()]).toEqual([503, ""])
  await intake.cable.mend()
  expect((await send(own, 0)).status).toBe(204)
})

test("more at once than there is memory for are asked to wait, and no mailbox holds all places", async () => {
  const uploads = createUploads({ parts: 6, forms: 1 })
  const [one, other] = [newSecret<"mailbox address">(), newSecret<"mailbox address">()]
  const leave = uploads.take("parts", one)
  for (const _ of [2, 3, 4]) expect(uploads.take("parts", one)).toBeDefined()
  expect(uploads.take("parts", one)).toBeUndefined()
  for (const _ of [5, 6]) expect(uploads.take("parts", other)).toBeDefined()
  expect(uploads.take("parts", other)).toBeUndefined()
  expect(uploads.take("forms", other)).toBeDefined()
  leave?.()
  expect(uploads.take("parts", other)).toBeDefined()
})

test("who takes one of the last places has to be quick", () => {
  const uploads = createUploads({ parts: 4, forms: 4 })
  for (const _ of [1, 2]) uploads.take("parts", newSecret<"mailbox address">())
  expect(uploads.haste("parts")).toBe(1)
  uploads.take("parts", newSecret<"mailbox address">())
  expect([uploads.haste("parts"), uploads.haste("forms")]).toEqual([16, 1])
})

test("a browser whose parts hold every place of its mailbox is asked to come back, and others are taken", async () => {
  const [own, other] = [await told(), await told()]
  for (const each of [own, other]) await begin(each)
  const leave = [1, 2, 3, 4].map(() => intake.services.uploads.take("parts", own.address))
  expect((await send(own, 0)).status).toBe(503)
  expect((await send(other, 0)).status).toBe(204)
  for (const each of leave) each?.()
  expect((await send(own, 0)).status).toBe(204)
})

test("a connection cut in the middle of a part keeps the whole pieces that came, and the next goes on from there", async () => {
  const own = await told(2_500_000)
  await begin(own)
  const server = serve({ fetch: intake.app.fetch, port: 0, hostname: "127.0.0.1" })
  await once(server, "listening")
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1")
  const head = Object.entries({
    ...headersOf(own),
    host: "127.0.0.1",
    "content-type": "application/offset+octet-stream",
    "upload-offset": "0",
    "content-length": String(own.sealed.length),
  })
  const lines = head.map(([name, value]) => `${name}: ${value}`).join("\r\n")
  socket.write(`PATCH ${FILES_PATH}/${own.file} HTTP/1.1\r\n${lines}\r\n\r\n`)
  socket.write(own.sealed.subarray(0, 2 * PIECE_BYTES + 5_000))
  await expect.poll(async () => (await fileState(intake.services.database, own))?.stored).toBe(2 * PIECE_BYTES)
  socket.destroy()
  expect((await ask(own)).headers.get("upload-offset")).toBe(String(2 * PIECE_BYTES))
  expect((await send(own, 2 * PIECE_BYTES)).headers.get("upload-offset")).toBe(String(own.sealed.length))
  expect(Buffer.compare(await pieces(own), own.sealed)).toBe(0)
  expect(own.sealed.length).toBe(sealedFileBytes(2_500_000))
  server.close()
})
