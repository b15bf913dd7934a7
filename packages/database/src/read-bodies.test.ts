import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { asOwner, asTenant } from "./as.ts"
import { MayNotFollow, NotOpened } from "./errors.ts"
import { indexReports, readBodies } from "./read-bodies.ts"
import { dropView, keepView, savedViews } from "./saved-views.ts"
import { indexing } from "./schema.ts"
import { addPerson, openDesks, storeSample } from "./testing/sample-report.ts"
import { type TestDatabase, testDatabase } from "./testing/test-database.ts"

let at: TestDatabase
let officer = ""
let figures = ""
let stranger = ""
beforeAll(async () => {
  at = await testDatabase()
  await openDesks(at.database, ["kent", "essex"])
  officer = await addPerson(at.database, "kent", ["officer"])
  figures = await addPerson(at.database, "kent", ["figures"])
  stranger = await addPerson(at.database, "essex", ["lead"])
})
afterAll(() => at.close())

const asKent = <Result>(work: Parameters<typeof asTenant<Result>>[2]) => asTenant(at.database, "kent", work)
const countOf = async (person: string) =>
  (await asKent((transaction) => transaction.select().from(indexing))).find((row) => row.person === person)?.count ?? 0

test("what is opened for the search is on record first, counted, and then handed out as it was sealed", async () => {
  const [one, other] = [await storeSample(at.database), await storeSample(at.database)]
  await expect(readBodies(at.database, "kent", [one.id], officer)).rejects.toThrow(NotOpened)
  const opened = await indexReports(at.database, "kent", [one.id, other.id], officer)
  expect(opened.toSorted()).toEqual([one.id, other.id].toSorted())
  const bodies = await readBodies(at.database, "kent", opened, officer)
  expect(bodies.get(one.id)?.body).toEqual(one.body)
  expect(bodies.get(other.id)?.wraps.map(({ holder }) => holder)).toEqual(["inbox"])
  expect(await countOf(officer)).toBe(2)
  const { rows } = await asKent((transaction) =>
    transaction.execute(sql`select kind, person from event where report = ${one.id} order by number desc limit 1`),
  )
  expect(rows).toEqual([{ kind: "indexed", person: officer }])
})

test("one report that isn't on record as opened holds back the whole batch", async () => {
  const [one, other] = [await storeSample(at.database), await storeSample(at.database)]
  await indexReports(at.database, "kent", [one.id], officer)
  await expect(readBodies(at.database, "kent", [one.id, other.id], officer)).rejects.toThrow(NotOpened)
  await expect(readBodies(at.database, "essex", [one.id], stranger)).rejects.toThrow(NotOpened)
})

test("what a person may not open is left out: another desk's, what is kept from them, and all of it for who reads none", async () => {
  const [own, kept, theirs] = [
    await storeSample(at.database),
    await storeSample(at.database),
    await storeSample(at.database, { tenant: "essex" }),
  ]
  const lead = await addPerson(at.database, "kent", ["lead"])
  await asOwner(at.database, async (transaction) => {
    for (const [kind, detail] of [
      ["opened", { reason: "own" }],
      ["restricted", { to: [lead, figures] }],
    ] as const)
      await transaction.execute(sql`insert into event (tenant, report, kind, person, detail)
        values ('kent', ${kept.id}, ${kind}, ${lead}, ${JSON.stringify(detail)})`)
  })
  const all = [own.id, kept.id, theirs.id]
  expect(await indexReports(at.database, "kent", all, officer)).toEqual([own.id])
  expect(await indexReports(at.database, "kent", all, figures)).toEqual([])
  expect(await indexReports(at.database, "kent", all, stranger)).toEqual([])
})

test("nobody opens more than 5,000 a day for the search, by whatever way", async () => {
  const person = await addPerson(at.database, "kent", ["officer"])
  const [one, other] = [await storeSample(at.database), await storeSample(at.database)]
  await asOwner(at.database, (transaction) =>
    transaction.execute(sql`insert into indexing values ('kent', ${person}, today(), 4999)`),
  )
  expect(await indexReports(at.database, "kent", [one.id, other.id], person)).toHaveLength(1)
  await expect(indexReports(at.database, "kent", [one.id], person)).rejects.toThrow(MayNotFollow)
  await expect(
    asKent((transaction) =>
      transaction.execute(
        sql`insert into event (tenant, report, kind, person) values ('kent', ${one.id}, 'indexed', ${person})`,
      ),
    ),
  ).rejects.toThrow("indexed-enough")
  expect(await countOf(person)).toBe(5000)
})

test("a person keeps twenty views, sees their own alone, and removes them", async () => {
  await asKent(async (transaction) => {
    expect(await keepView(transaction, officer, { name: "Mine", query: "view=mine" })).toBe(true)
    expect(await keepView(transaction, officer, { name: "Mine", query: "view=all" })).toBe(true)
    expect(await savedViews(transaction, officer)).toEqual([{ name: "Mine", query: "view=all" }])
    expect(await savedViews(transaction, figures)).toEqual([])
    for (let count = 1; count < 20; count += 1)
      expect(await keepView(transaction, officer, { name: `View ${count}`, query: "view=all" })).toBe(true)
    expect(await keepView(transaction, officer, { name: "One too many", query: "view=all" })).toBe(false)
    await dropView(transaction, officer, "Mine")
    expect(await savedViews(transaction, officer)).toHaveLength(19)
    expect(await keepView(transaction, stranger, { name: "Mine", query: "view=all" })).toBe(false)
  })
  expect(await asTenant(at.database, "essex", (transaction) => savedViews(transaction, officer))).toEqual([])
})
