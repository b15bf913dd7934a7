import { randomBytes, randomUUID } from "node:crypto"
import { PIECE_BYTES } from "@candour/domain/piece.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { addEvent } from "./add-event.ts"
import { asOwner, asTenant } from "./as.ts"
import {
  addFilePiece,
  beginFile,
  dropFile,
  fileState,
  forgetUnfinishedFiles,
  MOST_SEALED_FILE_BYTES,
  type OwnFile,
  readFilePiece,
} from "./sealed-files.ts"
import { addPerson, openDesks, sampleReferral, storeSample } from "./testing/sample-report.ts"
import { type TestDatabase, testDatabase } from "./testing/test-database.ts"
import { transferReport } from "./transfer-report.ts"

let at: TestDatabase
let officer: string
beforeAll(async () => {
  at = await testDatabase()
  await openDesks(at.database, ["kent", "essex"])
  officer = await addPerson(at.database, "kent", ["lead"])
})
afterAll(() => at.close())

/** A report whose mailbox somebody knows, and a file that is to be sent to it. */
async function told(changes: Parameters<typeof storeSample>[1] = {}): Promise<OwnFile> {
  const address = randomBytes(32)
  const [row] = await rowsOf<{ hash: Buffer }>(sql`select sha256(${address}) as hash`)
  const report = await storeSample(at.database, { mailboxHash: row?.hash ?? address, ...changes })
  return { address, report: report.id, file: randomUUID() }
}

const rowsOf = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  (await asOwner(at.database, (transaction) => transaction.execute<Row>(query))).rows

const [first, second] = [randomBytes(PIECE_BYTES), randomBytes(700)]
const bytes = first.length + second.length
const add = (own: OwnFile, number: number, piece = number === 0 ? first : second, last = number === 1) =>
  addFilePiece(at.database, own, { number, piece, last })
const begin = (own: OwnFile, size: number | undefined = bytes) => beginFile(at.database, own, size)

async function sent(own: OwnFile) {
  await begin(own)
  await add(own, 0)
  await add(own, 1)
}
const opened = ({ report }: OwnFile, tenant = "kent", by = officer) =>
  asTenant(at.database, tenant, (transaction) =>
    addEvent(transaction, { tenant, report, by, codes: { kind: "opened", detail: { reason: "own" } } }),
  )
const read = ({ report, file }: OwnFile, number: number, tenant = "kent", person = officer) =>
  readFilePiece(at.database, tenant, { report, person, file, number })

test("a file comes in pieces, each once, however often it is sent", async () => {
  const own = await told()
  expect(await begin(own)).toBe("begun")
  expect(await begin(own)).toBe("begun")
  expect(await fileState(at.database, own)).toEqual({ bytes, stored: 0, finished: false })
  expect(await add(own, 1)).toBe(0) // not the next
  expect(await add(own, 0)).toBe(PIECE_BYTES)
  expect(await add(own, 0, second, false)).toBe(PIECE_BYTES)
  expect(await add(own, 1)).toBe(bytes)
  expect(await add(own, 1)).toBe(bytes)
  expect(await fileState(at.database, own)).toEqual({ bytes, stored: bytes, finished: true })
})

test("a file whose size nobody knew has it once its last piece is here", async () => {
  const own = await told()
  expect(await beginFile(at.database, own)).toBe("begun")
  await add(own, 0)
  await add(own, 1)
  expect(await fileState(at.database, own)).toEqual({ bytes, stored: bytes, finished: true })
})

test("a file ends where it said it would, and no piece but its last is short", async () => {
  const own = await told()
  await begin(own)
  await expect(add(own, 0, second, false)).rejects.toThrow()
  await expect(add(own, 0, first, true)).rejects.toThrow()
  await add(own, 0)
  await expect(add(own, 1, first, false)).rejects.toThrow()
  await expect(add(own, 1, randomBytes(701))).rejects.toThrow()
  expect(await fileState(at.database, own)).toEqual({ bytes, stored: PIECE_BYTES, finished: false })
})

test("whoever doesn't know the mailbox's address neither sends a file nor learns of one, its hash included", async () => {
  const own = await told()
  await sent(own)
  const other = await told()
  const [row] = await rowsOf<{ hash: Buffer }>(sql`select sha256(${own.address}) as hash`)
  for (const address of [other.address, row?.hash ?? other.address]) {
    const guess = { ...own, address }
    expect(await begin(guess)).toBe("unknown")
    expect(await fileState(at.database, guess)).toBeUndefined()
    expect(await add(guess, 0)).toBeUndefined()
    await dropFile(at.database, guess)
  }
  expect((await fileState(at.database, own))?.finished).toBe(true)
})

test("a report that isn't in the database yet is unknown, and its copy for another force takes files of its own", async () => {
  const copy = sampleReferral("essex")
  const own = await told({ referrals: [copy] })
  expect(await begin({ ...own, report: randomUUID() })).toBe("unknown")
  await sent({ ...own, report: copy.id })
  expect(await fileState(at.database, own)).toBeUndefined()
  expect(await rowsOf(sql`select tenant from sealed_file where report = ${copy.id}`)).toEqual([{ tenant: "essex" }])
})

test("an id that is another file's is a conflict, and a report takes forty files and no more", async () => {
  const own = await told()
  for (let count = 0; count < 40; count += 1) expect(await begin({ ...own, file: randomUUID() })).toBe("begun")
  expect(await begin(own)).toBe("full")
  const other = await told()
  await begin(other)
  expect(await begin(other, bytes + 1)).toBe("conflict")
})

test("what was given up a week ago makes room, and what was sent whole stays", async () => {
  const own = await told()
  await sent(own)
  for (let count = 0; count < 39; count += 1) await begin({ ...own, file: randomUUID() })
  await rowsOf(sql`update sealed_file set day = day - 8 where report = ${own.report}`)
  expect(await begin({ ...own, file: randomUUID() })).toBe("begun")
  expect(await rowsOf(sql`select finished from sealed_file where report = ${own.report} order by 1`)).toEqual([
    { finished: false },
    { finished: true },
  ])
})

test("ten of the largest find room at a report that nobody has opened, and more once somebody has", async () => {
  const own = await told()
  const another = () => ({ ...own, file: randomUUID() })
  for (let count = 0; count < 10; count += 1) expect(await begin(another(), MOST_SEALED_FILE_BYTES)).toBe("begun")
  expect(await begin(another())).toBe("full")
  await opened(own)
  expect(await begin(another(), MOST_SEALED_FILE_BYTES)).toBe("begun")
})

test("a file of unknown size counts as the largest until it is here", async () => {
  const own = await told()
  await beginFile(at.database, own)
  for (let count = 0; count < 9; count += 1) await begin({ ...own, file: randomUUID() }, MOST_SEALED_FILE_BYTES)
  expect(await begin({ ...own, file: randomUUID() })).toBe("full")
  await add(own, 0)
  await add(own, 1)
  expect(await begin({ ...own, file: randomUUID() })).toBe("begun")
})

test("files of reports that nobody has opened leave room for reports, and the last of it goes to small ones", async () => {
  await rowsOf(sql`update sealed_file set unopened = false`) // what other tests left
  const junk = await told()
  // As many rows as fill the room but for 256 MiB, in a report of which nothing else is known.
  await rowsOf(sql`insert into sealed_file (tenant, report, id, bytes, day)
    select 'kent', ${junk.report}, gen_random_uuid(), 102 * 1048576, current_date
      from generate_series(1, (65536 - 256) / 102)`)
  const own = await told()
  expect(await begin(own, MOST_SEALED_FILE_BYTES)).toBe("no-room")
  expect(await begin(own)).toBe("begun")
  await opened(junk)
  expect(await begin({ ...own, file: randomUUID() }, MOST_SEALED_FILE_BYTES)).toBe("begun")
})

test("files of any report that nobody finished within a week are forgotten, and whole ones stay", async () => {
  const [whole, given, fresh] = [await told(), await told(), await told()]
  await sent(whole)
  for (const own of [given, fresh]) {
    await begin(own)
    await add(own, 0)
  }
  await rowsOf(sql`update sealed_file set day = day - 8 where report in (${whole.report}, ${given.report})`)
  expect(await forgetUnfinishedFiles(at.database)).toBeGreaterThan(0)
  expect(await forgetUnfinishedFiles(at.database)).toBe(0)
  expect(await fileState(at.database, given)).toBeUndefined()
  expect((await fileState(at.database, whole))?.finished).toBe(true)
  expect((await fileState(at.database, fresh))?.stored).toBe(PIECE_BYTES)
})

test("a file that was called off leaves nothing; one that was sent whole is not taken back", async () => {
  const own = await told()
  await begin(own)
  await add(own, 0)
  await dropFile(at.database, own)
  expect(await rowsOf(sql`select number from file_piece where report = ${own.report}`)).toEqual([])
  await sent(own)
  await dropFile(at.database, own)
  expect((await fileState(at.database, own))?.finished).toBe(true)
})

test("a desk reads pieces after it opened the report, whole files alone, and nobody else's", async () => {
  const own = await told()
  await sent(own)
  await expect(read(own, 0)).rejects.toThrow("Open the report first")
  await opened(own)
  expect(Buffer.compare((await read(own, 0)) ?? second, first)).toBe(0)
  expect(Buffer.compare((await read(own, 1)) ?? first, second)).toBe(0)
  expect(await read(own, 2)).toBeUndefined()
  await expect(read(own, 0, "kent", randomUUID())).rejects.toThrow()
  await expect(read(own, 0, "essex")).rejects.toThrow()

  const half = { ...own, file: randomUUID() }
  await begin(half)
  await add(half, 0)
  expect(await read(half, 0)).toBeUndefined()
})

test("nobody reads a piece and rolls the opening back", async () => {
  const own = await told()
  await sent(own)
  const codes = { kind: "opened", detail: { reason: "own" } } as const
  const sneaked = asTenant(at.database, "kent", async (transaction) => {
    await addEvent(transaction, { tenant: "kent", report: own.report, by: officer, codes })
    return transaction.execute(sql`select read_file_piece(${own.report}, ${officer}, ${own.file}, 0)`)
  })
  await expect(sneaked).rejects.toThrow()
})

test("a transferred report takes its files along, also one that is still coming", async () => {
  const own = await told()
  await sent(own)
  const coming = { ...own, file: randomUUID() }
  await begin(coming)
  await add(coming, 0)
  await opened(own)
  await transferReport(at.database, "kent", {
    report: own.report,
    by: officer,
    to: "essex",
    generation: 1,
    wrap: randomBytes(2171),
    words: randomBytes(300),
    signature: randomBytes(64),
  })
  await expect(read(own, 0)).resolves.toBeUndefined() // its last opening is its own; the pieces are not
  expect(await add(coming, 1)).toBe(bytes)
  const essex = await addPerson(at.database, "essex", ["officer"])
  await opened(own, "essex", essex)
  expect(Buffer.compare((await read(own, 0, "essex", essex)) ?? second, first)).toBe(0)
  expect(Buffer.compare((await read(coming, 1, "essex", essex)) ?? first, second)).toBe(0)
})
