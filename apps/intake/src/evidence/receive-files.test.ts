import { createHash, randomBytes } from "node:crypto"
import { once } from "node:events"
import { readdirSync } from "node:fs"
import { type AddressInfo, connect } from "node:net"
import { tmpdir } from "node:os"
import { setTimeout as pause } from "node:timers/promises"
import { asOwner } from "@candour/database/as.ts"
import { fromBase64url } from "@candour/sealing/encoding.ts"
import { serve } from "@hono/node-server"
import { sql } from "drizzle-orm"
import { Hono } from "hono"
import { afterAll, beforeAll, expect, test } from "vitest"
import { testIntake } from "../testing/test-intake.ts"
import { openedContent, toldWithMailbox } from "../testing/told-with-mailbox.ts"
import { type Received, receiveFiles } from "./receive-files.ts"
import { createUploads } from "./uploads.ts"

let intake: Awaited<ReturnType<typeof testIntake>>
let told: Awaited<ReturnType<typeof toldWithMailbox>>
let server: ReturnType<typeof serve>
let port: number
/** What the last form was answered, or the error it ended with. */
let ended: Promise<Received | Error>
const app = new Hono().post("/form", async (c) => {
  const receiving = receiveFiles(intake.services, c.req.raw, async ({ digits }) =>
    digits?.[0] === "mine" ? told : undefined,
  )
  ended = receiving.catch((error) => error)
  return c.json(await receiving)
})
beforeAll(async () => {
  intake = await testIntake()
  told = await toldWithMailbox(intake.services.database)
  server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" })
  await once(server, "listening")
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  server.close()
  await intake.close()
})

const post = async (files: readonly File[], digits = "mine"): Promise<Received> => {
  const form = new FormData()
  form.append("digits", digits)
  form.append("words", "This is what he sent.")
  for (const file of files) form.append("files", file)
  return (await fetch(`http://127.0.0.1:${port}/form`, { method: "POST", body: form })).json() as Promise<Received>
}
const photo = (bytes = 200_000, name = "photo.jpg") => new File([randomBytes(bytes)], name, { type: "image/jpeg" })
const unfinished = async () =>
  (
    await asOwner(intake.owner, (transaction) =>
      transaction.execute(sql`select id, stored from sealed_file where not finished`),
    )
  ).rows

test("files of a form without script are sealed as they come, marked as not cleaned, and open by their entries", async () => {
  const files = [photo(), photo(1_500_000, "a film.mp4")]
  const { fields, entries, problem } = await post(files)
  expect(problem).toBeUndefined()
  expect(fields).toEqual({ digits: ["mine"], words: ["This is what he sent."] })
  expect(entries.map(({ name, type, cleaned, removed }) => [name, type, cleaned, removed])).toEqual([
    ["photo.jpg", "image/jpeg", "no", []],
    ["a film.mp4", "image/jpeg", "no", []],
  ])
  for (const [index, file] of files.entries()) {
    const entry = entries[index]
    if (!entry) throw new Error("not there")
    const content = new Uint8Array(await file.arrayBuffer())
    expect(Buffer.compare(await openedContent(intake.owner, told.report, entry), content)).toBe(0)
    expect(fromBase64url(entry.digest)).toEqual(new Uint8Array(createHash("sha256").update(content).digest()))
  }
})

test("a form where no file was chosen has its words, and an empty file is a file", async () => {
  expect(await post([new File([], "")])).toMatchObject({ fields: { digits: ["mine"] }, entries: [] })
  expect((await post([new File([], "empty.txt")])).entries).toMatchObject([{ name: "empty.txt", bytes: 0 }])
})

test("of eleven files ten are taken, and it is said", async () => {
  const { entries, problem } = await post(Array.from({ length: 11 }, () => photo(100)))
  expect([entries.length, problem]).toEqual([10, "too-many"])
})

test("files of nobody are not taken, and the words come all the same", async () => {
  const answer = await post([photo(100)], "somebody's")
  expect(answer).toMatchObject({ entries: [], problem: "unknown", fields: { words: ["This is what he sent."] } })
})

test("when too many are received at once, one more is asked to wait, and keeps what was typed", async () => {
  const { uploads } = intake.services
  intake.services.uploads = createUploads({ parts: 1, forms: 0 })
  const answer = await post([photo(3_000_000), photo(100)])
  expect(answer).toMatchObject({ problem: "busy", entries: [], fields: { words: ["This is what he sent."] } })
  expect(await post([new File([], "")])).toEqual({ entries: [], fields: answer.fields }) // no file: no place is needed
  intake.services.uploads = uploads
})

test("one mailbox has one place, and gives it back", async () => {
  const leave = intake.services.uploads.take("forms", told.address)
  expect(await post([photo(100)])).toMatchObject({ problem: "busy" })
  leave?.()
  for (const _ of [1, 2]) expect((await post([photo(100)])).entries).toHaveLength(1)
})

test("a form whose fields have names of the language's own is a form like any other", async () => {
  const form = new FormData()
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty"]
  for (const name of ["digits", ...names]) form.append(name, "mine")
  form.append("files", photo(100))
  const answer = (await (
    await fetch(`http://127.0.0.1:${port}/form`, { method: "POST", body: form })
  ).json()) as Received
  expect(Object.keys(answer.fields).toSorted()).toEqual(["digits", ...names].toSorted())
  expect(answer.entries).toHaveLength(1)
})

test("more fields, or more in one, than anybody types are refused as too large, and nothing is cut off unsaid", async () => {
  const many = new FormData()
  for (let count = 0; count < 41; count += 1) many.append("digits", "mine")
  const long = new FormData()
  long.append("words", "x".repeat(131_073))
  for (const body of [many, long])
    expect((await fetch(`http://127.0.0.1:${port}/form`, { method: "POST", body })).status).toBe(413)
})

test("while the database is away a form is read to its end, and keeps what was typed", async () => {
  await intake.cable.cut()
  const answer = await post([photo(3_000_000), photo(100)])
  await intake.cable.mend()
  expect(answer).toMatchObject({ problem: "away", entries: [], fields: { words: ["This is what he sent."] } })
})

test("where the database goes away in the middle of a file the rest is read past", async () => {
  const { socket, begin, after } = await slowly()
  begin(6_000_000)
  socket.write(randomBytes(2_500_000))
  await expect.poll(unfinished).toHaveLength(1)
  await intake.cable.cut()
  socket.write(randomBytes(3_500_000))
  socket.write(after)
  await once(socket, "data")
  expect(await ended).toMatchObject({ problem: "away", entries: [], fields: { digits: ["mine"] } })
  await intake.cable.mend()
  socket.destroy()
  await asOwner(intake.owner, (transaction) => transaction.execute(sql`delete from sealed_file where not finished`))
})

/** A form that comes as the test lets it. */
async function slowly() {
  const socket = connect(port, "127.0.0.1")
  const head = (length: number) =>
    `POST /form HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: multipart/form-data; boundary=edge\r\ncontent-length: ${length}\r\n\r\n`
  const before =
    '--edge\r\ncontent-disposition: form-data; name="digits"\r\n\r\nmine\r\n' +
    '--edge\r\ncontent-disposition: form-data; name="files"; filename="slow.mp4"\r\ncontent-type: video/mp4\r\n\r\n'
  const after = "\r\n--edge--\r\n"
  return { socket, begin: (bytes: number) => socket.write(head(before.length + bytes + after.length) + before), after }
}

test("a file that arrives slowly is stored as it comes, and nothing of it lies in the temporary folder", async () => {
  const { socket, begin, after } = await slowly()
  const film = randomBytes(2_500_000)
  const before = readdirSync(tmpdir())
  begin(film.length)
  for (let at = 0; at < film.length; at += 100_000) {
    socket.write(film.subarray(at, at + 100_000))
    await pause(10)
  }
  const stored = async () => (await unfinished()).map((file) => Number(file.stored))
  await expect.poll(stored).toEqual([expect.toSatisfy((bytes) => bytes > 1_000_000)])
  expect(readdirSync(tmpdir()).filter((name) => !before.includes(name))).toEqual([])
  socket.write(after)
  await once(socket, "data")
  expect(await ended).toMatchObject({ entries: [{ name: "slow.mp4", bytes: film.length }] })
  expect(await unfinished()).toEqual([])
  socket.destroy()
})

test("a connection cut in the middle leaves nothing of the file under way", async () => {
  const { socket, begin } = await slowly()
  begin(3_000_000)
  socket.write(randomBytes(2_000_000))
  await expect.poll(unfinished).toHaveLength(1)
  socket.destroy()
  await expect.poll(unfinished).toEqual([])
  expect(await ended).toBeInstanceOf(Error)
})

test("a file too large is not taken, and leaves nothing", async () => {
  const { socket, begin, after } = await slowly()
  const bytes = 104_857_600 + 70_000
  begin(bytes)
  const block = Buffer.alloc(1_000_000, 65)
  for (let left = bytes; left > 0; left -= block.length)
    if (!socket.write(block.subarray(0, Math.min(block.length, left)))) await once(socket, "drain")
  socket.write(after)
  await once(socket, "data")
  expect(await ended).toMatchObject({ entries: [], problem: "too-large" })
  expect(await unfinished()).toEqual([])
  socket.destroy()
}, 180_000)
