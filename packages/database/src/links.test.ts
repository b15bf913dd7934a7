import type { EventCodes } from "@candour/domain/event.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { addEvent } from "./add-event.ts"
import { asTenant } from "./as.ts"
import { linksOf } from "./links.ts"
import { addPerson, openDesks, storeSample } from "./testing/sample-report.ts"
import { type TestDatabase, testDatabase } from "./testing/test-database.ts"
import { transferReport } from "./transfer-report.ts"

let at: TestDatabase
let lead: string
let officer: string
let outsider: string
let essex: string
beforeAll(async () => {
  at = await testDatabase()
  await openDesks(at.database, ["kent", "essex"])
  lead = await addPerson(at.database, "kent", ["lead"])
  officer = await addPerson(at.database, "kent", ["officer"])
  outsider = await addPerson(at.database, "kent", ["officer"])
  essex = await addPerson(at.database, "essex", ["lead"])
})
afterAll(() => at.close())

const record = (tenant: string, report: string, by: string, codes: EventCodes) =>
  asTenant(at.database, tenant, (transaction) => addEvent(transaction, { tenant, report, by, codes }))
const link = (report: string, other: string, by = officer) =>
  record("kent", report, by, { kind: "linked", detail: { report: other, why: "incident" } })
const unlink = (report: string, other: string, by = officer) =>
  record("kent", report, by, { kind: "unlinked", detail: { report: other } })
const seen = async (tenant: string, report: string, person: string) => {
  const links = await asTenant(at.database, tenant, (transaction) => linksOf(transaction, report, person))
  return links.map(({ kind, other, atOther }) => ({ kind, other, atOther }))
}
const open = (report: string, by = lead) => record("kent", report, by, { kind: "opened", detail: { reason: "own" } })
const restrict = async (report: string) => {
  await open(report)
  await record("kent", report, lead, { kind: "restricted", detail: { to: [lead, officer] } })
}

test("a link is recorded at one report and seen from both, until either takes it away", async () => {
  const [one, two] = [(await storeSample(at.database)).id, (await storeSample(at.database)).id]
  await link(one, two)
  expect(await seen("kent", one, outsider)).toEqual([{ kind: "linked", other: two, atOther: false }])
  expect(await seen("kent", two, outsider)).toEqual([{ kind: "linked", other: one, atOther: true }])
  await expect(link(two, one)).rejects.toMatchObject({ refusal: "already-linked" })
  await unlink(two, one)
  expect((await seen("kent", one, outsider)).map(({ kind }) => kind)).toEqual(["linked", "unlinked"])
  await expect(unlink(one, two)).rejects.toMatchObject({ refusal: "not-linked" })
  await link(two, one)
  expect((await seen("kent", one, outsider)).map(({ kind }) => kind)).toEqual(["linked", "unlinked", "linked"])
})

test("of two who link the same two reports at once, each at another, one is told that it is done", async () => {
  const [one, two] = [(await storeSample(at.database)).id, (await storeSample(at.database)).id]
  const both = await Promise.allSettled([link(one, two), link(two, one, lead)])
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { refusal: "already-linked" } })
})

test("itself, another desk's, one that never was and one that is kept from the person have one answer", async () => {
  const [own, kept] = [(await storeSample(at.database)).id, (await storeSample(at.database)).id]
  const theirs = (await storeSample(at.database, { tenant: "essex" })).id
  await restrict(kept)
  for (const other of [own, theirs, kept, "0a000000-0000-4000-8000-000000000000"])
    await expect(link(own, other, outsider)).rejects.toMatchObject({ refusal: "no-such-report" })
  await expect(unlink(own, kept, outsider)).rejects.toMatchObject({ refusal: "no-such-report" })
  await link(own, kept, officer)
})

test("what is kept from somebody is in no list of theirs, whichever report says it", async () => {
  const [open, kept] = [(await storeSample(at.database)).id, (await storeSample(at.database)).id]
  await link(open, kept)
  await restrict(kept)
  expect(await seen("kent", open, outsider)).toEqual([])
  expect(await seen("kent", kept, outsider)).toEqual([])
  expect(await seen("kent", kept, officer)).toEqual([{ kind: "linked", other: open, atOther: true }])
  await expect(unlink(open, kept, outsider)).rejects.toMatchObject({ refusal: "no-such-report" })
  await unlink(kept, open, officer)
  await link(kept, open, officer)
  expect(await seen("kent", open, outsider)).toEqual([])
  expect(await seen("kent", open, officer)).toHaveLength(3)
})

test("another desk reads nothing of a link, and no login asks for another tenant's", async () => {
  const [one, two] = [(await storeSample(at.database)).id, (await storeSample(at.database)).id]
  await link(one, two)
  expect(await seen("essex", one, essex)).toEqual([])
  expect(await seen("essex", one, officer)).toEqual([])
  for (const login of ["intake", "identity", "national"])
    await expect(
      at.database.transaction(login, (transaction) => transaction.execute(sql`select links_of(${one}, ${officer})`)),
    ).rejects.toThrow()
})

test("a report that has moved away stays on the list of the one that was linked to it, until it is taken off", async () => {
  const [one, two] = [(await storeSample(at.database)).id, (await storeSample(at.database)).id]
  await link(one, two)
  await open(two)
  await transferReport(at.database, "kent", {
    report: two,
    by: lead,
    to: "essex",
    generation: 1,
    wrap: new Uint8Array(2171),
  })
  expect(await seen("kent", one, outsider)).toEqual([{ kind: "linked", other: two, atOther: false }])
  expect(await seen("essex", two, essex)).toEqual([])
  await unlink(one, two)
  await expect(link(one, two)).rejects.toMatchObject({ refusal: "no-such-report" })
})

test("who is the same person is seen from the other report too", async () => {
  const [one, two] = [(await storeSample(at.database)).id, (await storeSample(at.database)).id]
  await open(one)
  await record("kent", one, lead, { kind: "matched", detail: { person: 1, report: two, other: 2, same: true } })
  expect(await seen("kent", two, outsider)).toEqual([{ kind: "matched", other: one, atOther: true }])
})
