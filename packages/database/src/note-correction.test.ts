import { randomUUID } from "node:crypto"
import { correctionKind, settlement } from "@candour/domain/correction.ts"
import { asc, sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { asIntake, asNational, asOwner, asTenant } from "./as.ts"
import { connect, type Database } from "./connect.ts"
import { noteCorrection } from "./note-correction.ts"
import { playAt } from "./play.ts"
import { correction } from "./schema.ts"
import { addPerson } from "./testing/sample-report.ts"
import { type TestDatabase, testDatabase } from "./testing/test-database.ts"

let at: TestDatabase
/** With one connection for each login, so that it can live on another day. */
let played: Database
let coordinator: string

beforeAll(async () => {
  at = await testDatabase()
  played = connect({ ...at.address, connections: 1 })
  coordinator = await addPerson(at.database, "national-desk", ["coordinator"])
})
afterAll(async () => {
  await played.close()
  await at.close()
})

const on = (day: string) => playAt(played, ["intake", "national"], new Date(`${day}T12:00:00Z`))
const rows = () =>
  asNational(at.database, (transaction) =>
    transaction
      .select({
        day: correction.day,
        kind: correction.kind,
        name: correction.name,
        said: correction.said,
        count: correction.count,
        settled: correction.settled,
      })
      .from(correction)
      .orderBy(asc(correction.name), asc(correction.day), asc(correction.said)),
  )
const named = async (name: string) => (await rows()).filter((row) => row.name === name)
const settle = (id: string | undefined, as: string, person = coordinator) =>
  asNational(played, async (transaction) => {
    const { rows } = await transaction.execute<{ count: number }>(
      sql`select settle_correction(${id ?? randomUUID()}, ${as}, ${person}) as count`,
    )
    return rows[0]?.count
  })
const idOf = async (name: string, said: string | null = null) => {
  const [row] = await asNational(at.database, (transaction) =>
    transaction
      .select({ id: correction.id })
      .from(correction)
      .where(sql`name = ${name} and said is not distinct from ${said}`),
  )
  return row?.id
}

test("what is said alike on one day is one row that counts; another force or another day is another row", async () => {
  await on("2030-03-01")
  const dover = { kind: "place", name: "dover", said: "sussex" } as const
  expect(await noteCorrection(played, dover)).toBe("noted")
  expect(await noteCorrection(played, dover)).toBe("noted")
  expect(await noteCorrection(played, { ...dover, said: null })).toBe("noted")
  expect(await noteCorrection(played, { ...dover, said: null })).toBe("noted")
  await on("2030-03-02")
  expect(await noteCorrection(played, dover)).toBe("noted")
  expect(await named("dover")).toEqual([
    { day: "2030-03-01", ...dover, count: 2, settled: null },
    { day: "2030-03-01", ...dover, said: null, count: 2, settled: null },
    { day: "2030-03-02", ...dover, count: 1, settled: null },
  ])
})

test("the database takes the kinds and settlements of the domain", async () => {
  for (const kind of correctionKind.options) {
    expect(await noteCorrection(played, { kind, name: "each kind", said: null })).toBe("noted")
  }
  const [check] = (
    await asOwner(at.database, (transaction) =>
      transaction.execute<{ rule: string }>(sql`
        select string_agg(pg_get_constraintdef(oid), ' ') as rule from pg_constraint
          where conrelid = 'correction'::regclass`),
    )
  ).rows
  for (const each of settlement.options) expect(check?.rule).toContain(`'${each}'`)
})

test.each([
  ["capitals", { name: "Dover" }],
  ["marks", { name: "dover!" }],
  ["an address", { name: "a@example.org" }],
  ["a line break", { name: "dover\nkent" }],
  ["nothing", { name: "" }],
  ["61 characters", { name: "a".repeat(61) }],
  ["a force that is written otherwise", { said: "Kent Police" }],
  ["a kind that there isn't", { kind: "person" as never }],
])("%s is refused", async (_, changes) => {
  const whole = { kind: "place", name: "deal", said: null, ...changes } as const
  await expect(noteCorrection(played, whole)).rejects.toThrow()
})

test("the five hundredth new one of a day is noted, the next isn't; what was said before still counts, and so does tomorrow", async () => {
  await on("2030-05-01")
  const say = (name: string) => noteCorrection(at.database, { kind: "missing", name, said: null })
  await asOwner(at.database, (transaction) =>
    transaction.execute(sql`
      insert into correction (day, kind, name) select today(), 'missing', 'flood ' || n from generate_series(1, 498) n`),
  )
  const answers = await Promise.all(["one", "two", "three", "four"].map(say))
  expect(answers.sort()).toEqual(["full", "full", "noted", "noted"])
  expect(await say("flood 7")).toBe("noted")
  expect(await named("flood 7")).toMatchObject([{ count: 2 }])
  expect(await noteCorrection(played, { kind: "missing", name: "tomorrow", said: null })).toBe("noted")
})

test("settling one settles all that say the same, and what is said again on a later day is open", async () => {
  await on("2030-06-01")
  const wells = { kind: "place", name: "wells", said: "norfolk" } as const
  await noteCorrection(played, wells)
  await noteCorrection(played, { ...wells, said: null })
  await on("2030-06-02")
  await noteCorrection(played, wells)
  expect(await settle(await idOf("wells", "norfolk"), "taken-over")).toBe(2)
  await on("2030-06-03")
  await noteCorrection(played, wells)
  const found = await named("wells")
  expect(found.filter(({ said }) => said === "norfolk").map(({ day, settled }) => [day, settled])).toEqual([
    ["2030-06-01", "taken-over"],
    ["2030-06-02", "taken-over"],
    ["2030-06-03", null],
  ])
  expect(found.filter(({ said }) => said === null).map(({ settled }) => settled)).toEqual([null])
})

test("who isn't a coordinator settles nothing, and neither does a word that is no settlement", async () => {
  const officer = await addPerson(at.database, "national-desk", ["officer"])
  const id = await idOf("each kind")
  await expect(settle(id, "not-right", officer)).rejects.toThrow()
  await expect(settle(id, "not-right", randomUUID())).rejects.toThrow()
  await expect(settle(id, "deleted")).rejects.toThrow()
  expect(await settle(undefined, "not-right")).toBe(0)
  expect((await named("each kind")).every(({ settled }) => settled === null)).toBe(true)
})

test("intake reads no correction and settles none; a desk neither reads, notes nor settles; national notes none", async () => {
  const read = sql`select * from correction`
  const note = sql`select note_correction('place', 'deal', null)`
  const settleOne = sql`select settle_correction(${randomUUID()}, 'not-right', ${coordinator})`
  const refused = { cause: { message: expect.stringMatching(/permission denied/) } }
  for (const query of [read, settleOne]) {
    await expect(asIntake(at.database, (connection) => connection.execute(query))).rejects.toMatchObject(refused)
  }
  for (const query of [read, note, settleOne]) {
    for (const tenant of ["kent", "national-desk"])
      await expect(asTenant(at.database, tenant, (inside) => inside.execute(query))).rejects.toMatchObject(refused)
  }
  for (const query of [note, sql`delete from correction`, sql`update correction set settled = null`]) {
    await expect(asNational(at.database, (inside) => inside.execute(query))).rejects.toMatchObject(refused)
  }
})
