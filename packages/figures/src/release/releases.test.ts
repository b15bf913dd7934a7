import { randomUUID } from "node:crypto"
import { acceptContact } from "@candour/database/accept-report.ts"
import { asNational, asOwner } from "@candour/database/as.ts"
import { connect, type Database } from "@candour/database/connect.ts"
import { ReleaseRefused, SomebodyWasFirst } from "@candour/database/errors.ts"
import { playAt } from "@candour/database/play.ts"
import { addPerson } from "@candour/database/testing/sample-report.ts"
import { type TestDatabase, testDatabase } from "@candour/database/testing/test-database.ts"
import type { Day } from "@candour/domain/day.ts"
import { sql } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import type { Table } from "../protection/cell.ts"
import { mayRelease } from "../protection/may-release.ts"
import { madeTable } from "../protection/testing/made-tables.ts"
import { enterInRegister } from "../register/testing/enter-in-register.ts"
import { keepsBeside } from "./keep-beside.ts"
import { prepareWaiting } from "./prepare-release.ts"
import { printedRelease } from "./printed-release.ts"
import {
  askToPrepare,
  checkRelease,
  listReleases,
  type Plan,
  planRelease,
  publishDueReleases,
  publishedReleases,
  readContent,
  withdrawRelease,
} from "./releases.ts"

let at: TestDatabase
let database: Database
let one: string
let two: string
let officer: string

const PLAN: Plan = { quarter: "2024-Q1", asAt: "2024-03-31", knownAt: "2024-04-10", publicationDay: "2024-04-24" }
const REASON = { en: "Kent counted a contact twice.", cy: "Cyfrifodd Caint gysylltiad ddwywaith." }
const directory = { lineForces: { metropolitan: "metropolitan" }, forcesOn: () => ["kent", "essex", "metropolitan"] }

beforeEach(async () => {
  at = await testDatabase()
  database = connect({ ...at.address, connections: 1 })
  one = await addPerson(at.database, "national-desk", ["coordinator"])
  two = await addPerson(at.database, "national-desk", ["coordinator"])
  officer = await addPerson(at.database, "kent", ["officer", "lead"])
})
afterEach(async () => {
  await database.close()
  await at.close()
})

const on = (moment: string) => playAt(database, ["national", "intake"], new Date(moment))
const contact = (tenant: string, day: Day) =>
  acceptContact(database, { id: randomUUID(), tenant, line: "national", channel: "phone" }, day)
const plan = (changes: Partial<Plan> = {}, by = one) =>
  asNational(database, (transaction) => planRelease(transaction, { ...PLAN, ...changes }, by))
const ask = (number: number, by = one) => asNational(database, (transaction) => askToPrepare(transaction, number, by))
const prepare = async (number: number, by = one) => {
  await ask(number, by)
  expect(await prepareWaiting(database, directory)).toBe(true)
}
const found = async (number: number) =>
  (await asNational(database, listReleases)).find((release) => release.number === number)
const check = async (number: number, by = two) => {
  const prepared = (await found(number))?.prepared ?? ""
  return asNational(database, (transaction) => checkRelease(transaction, { number, prepared, by }))
}
const withdraw = (number: number) => asNational(database, (transaction) => withdrawRelease(transaction, number, one))
const publish = () => asNational(database, publishDueReleases)
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "not refused",
    (error) => {
      expect(error).toBeInstanceOf(ReleaseRefused)
      return (error as ReleaseRefused).refusal
    },
  )

async function someContacts() {
  await on("2024-02-10T12:00:00Z")
  for (let count = 0; count < 9; count++) await contact("kent", "2024-02-10")
  for (let count = 0; count < 3; count++) await contact("essex", "2024-02-10")
}

test("a release is planned, prepared, checked by a second person, and out at 9:30 of its day", async () => {
  await someContacts()
  await on("2024-04-11T10:00:00Z")
  const number = await plan()
  await prepare(number)
  expect(await found(number)).toMatchObject({
    state: "prepared",
    quarter: "2024-Q1",
    revision: 0,
    preparedBy: expect.any(String),
  })
  expect(await refusal(check(number, one))).toBe("same-person")
  expect(await publish()).toBe(0)
  await check(number)
  // 9:30 in London is 8:30 in summer.
  await on("2024-04-24T08:29:59Z")
  expect(await publish()).toBe(0)
  expect(await asNational(database, publishedReleases)).toEqual([])
  await on("2024-04-24T08:30:00Z")
  expect(await publish()).toBe(1)
  expect(await publish()).toBe(0)

  const [release] = await asNational(database, publishedReleases)
  if (release === undefined) throw new Error("Nothing is out.")
  const printed = printedRelease(release)
  const of = (force?: string) => printed.at({ measure: "contacts", force, period: "2024-Q1" })
  expect([of("essex"), of("metropolitan"), of()]).toEqual(["c", 0, 12])
})

test("what has gone out since it was prepared sends it back only where both together give something away", async () => {
  await someContacts()
  await on("2024-04-11T10:00:00Z")
  const goesOut = (name: string, last: number, cells: Table["cells"]) =>
    asOwner(at.database, (transaction) =>
      enterInRegister(transaction, {
        name,
        tables: [{ asAt: "2024-03-31", knownAt: PLAN.knownAt, cells }],
        last,
      }),
    )
  const keep = keepsBeside(database, mayRelease)
  const number = await plan()
  await prepare(number)
  expect(await keep()).toBe(0)
  await goesOut("Pack national 1/1", 0, [{ name: { measure: "transfers" }, value: 12 }])
  await expect(check(number)).rejects.toThrow(SomebodyWasFirst)
  expect(await keep()).toBe(1)
  // The release prints twelve, and hides Kent’s nine for Essex’s three.
  await goesOut("Pack kent 1/1", 1, [
    { name: { measure: "contacts" }, value: 12, unprinted: true },
    { name: { measure: "contacts", force: "kent" }, value: 9 },
  ])
  expect(await keep()).toBe(0)
  await expect(check(number)).rejects.toThrow(SomebodyWasFirst)
  await prepare(number)
  await check(number)
  expect(await keep()).toBe(0)
})

test("who is no coordinator takes no step", async () => {
  await on("2024-04-11T10:00:00Z")
  await expect(plan({}, officer)).rejects.toThrow()
  // The role is the national desk's: whoever was given it elsewhere has it for nothing.
  await expect(plan({}, await addPerson(at.database, "kent", ["coordinator"]))).rejects.toThrow()
  await expect(plan({}, randomUUID())).rejects.toThrow()
  const number = await plan()
  await expect(ask(number, officer)).rejects.toThrow()
  await prepare(number)
  await expect(check(number, officer)).rejects.toThrow()
  await expect(asNational(database, (transaction) => withdrawRelease(transaction, number, officer))).rejects.toThrow()
  expect(await found(number)).toMatchObject({ state: "prepared" })
})

test("a plan that can’t be kept is refused, and says why", async () => {
  await on("2024-04-11T10:00:00Z")
  expect(await refusal(plan({ publicationDay: "2024-04-11" }))).toBe("day-passed")
  expect(await refusal(plan({ asAt: "2024-03-30" }))).toBe("not-over")
  expect(await refusal(plan({ asAt: "2024-05-01" }))).toBe("not-over")
  expect(await refusal(plan({ knownAt: "2024-03-30" }))).toBe("known-before")
  expect(await refusal(plan({ knownAt: "2024-04-24" }))).toBe("known-late")
  expect(await refusal(plan({ reason: REASON }))).toBe("no-revision")
  const number = await plan()
  expect(await refusal(plan())).toBe("planned")
  expect(await refusal(check(number))).toBe("not-prepared")
  await withdraw(number)
  expect(await refusal(withdraw(number))).toBe("gone")
  expect(await refusal(ask(number))).toBe("gone")
  expect(await plan()).toBe(number + 1)
})

test("what was recorded by a day is counted once that day is over", async () => {
  await on("2024-04-10T22:59:00Z")
  const number = await plan()
  expect(await refusal(ask(number))).toBe("not-known")
  await on("2024-04-10T23:01:00Z")
  await ask(number)
  expect(await refusal(ask(number))).toBe("at-it")
})

test("it counts what happened by the one day, as recorded by the other", async () => {
  await someContacts()
  await on("2024-04-09T12:00:00Z")
  for (let count = 0; count < 6; count++) await contact("kent", "2024-03-31")
  for (let count = 0; count < 7; count++) await contact("kent", "2024-04-01")
  await on("2024-04-11T12:00:00Z")
  for (let count = 0; count < 8; count++) await contact("kent", "2024-03-31")
  const number = await plan()
  await prepare(number)
  const content = await asNational(database, (transaction) => readContent(transaction, number))
  const total = content?.tables[0]?.cells.find(
    ({ name }) => Object.keys(name).join() === "measure" && name.measure === "contacts",
  )
  expect(total?.value).toBe(9 + 3 + 6)
})

test("a release that was checked stays as it is, whoever tries", async () => {
  await someContacts()
  await on("2024-04-11T10:00:00Z")
  const number = await plan()
  await prepare(number)
  await check(number)
  expect(await refusal(ask(number))).toBe("gone")
  for (const statement of [
    sql`update release set content = '{}'`,
    sql`update release set publication_day = '2024-04-12'`,
    sql`delete from release`,
    sql`truncate release`,
  ]) {
    await expect(asNational(database, (transaction) => transaction.execute(statement))).rejects.toThrow()
    await expect(asOwner(at.database, (transaction) => transaction.execute(statement))).rejects.toThrow()
  }
  await on("2024-04-25T10:00:00Z")
  await publish()
  expect(await refusal(withdraw(number))).toBe("gone")
  await expect(
    asOwner(at.database, (transaction) => transaction.execute(sql`update release set published = null`)),
  ).rejects.toThrow()
})

test("what was looked at is what is checked: not what was prepared since", async () => {
  await someContacts()
  await on("2024-04-11T10:00:00Z")
  const number = await plan()
  await prepare(number)
  const seen = (await found(number))?.prepared ?? ""
  await on("2024-04-11T11:00:00Z")
  await prepare(number, two)
  const checking = asNational(database, (transaction) => checkRelease(transaction, { number, prepared: seen, by: one }))
  expect(await refusal(checking)).toBe("other-content")
})

test("where an FOI pack went out since it was prepared, it has to be prepared anew", async () => {
  await someContacts()
  await on("2024-04-11T10:00:00Z")
  const number = await plan()
  await prepare(number)
  const tables = [madeTable([{ name: { measure: "contacts" }, value: 7 }], "2024-01-15")]
  await asOwner(database, (transaction) => enterInRegister(transaction, { name: "Pack 1", tables, last: 0 }))
  await expect(check(number)).rejects.toThrow(SomebodyWasFirst)
  expect(await found(number)).toMatchObject({ state: "prepared" })
  await prepare(number)
  expect(await check(number)).toBe(2)
})

test("a mistake is corrected by the next revision, with its reason, and the first stays", async () => {
  await someContacts()
  await on("2024-04-11T10:00:00Z")
  const first = await plan()
  await prepare(first)
  await check(first)
  expect(await refusal(plan({ reason: REASON }))).toBe("planned")
  await on("2024-04-24T09:00:00Z")
  await publish()
  for (let count = 0; count < 6; count++) await contact("kent", "2024-02-11")

  const later = { knownAt: "2024-05-01", publicationDay: "2024-05-08" } as const
  await on("2024-05-02T10:00:00Z")
  expect(await refusal(plan(later))).toBe("no-reason")
  expect(await refusal(plan({ publicationDay: "2024-05-08", reason: REASON }))).toBe("known-before")
  expect(await refusal(plan({ ...later, asAt: "2024-04-02", reason: REASON }))).toBe("other-day")
  const second = await plan({ ...later, reason: REASON })
  await prepare(second, two)
  await check(second, one)
  await on("2024-05-08T08:30:00Z")
  await publish()
  const out = await asNational(database, publishedReleases)
  expect(out.map(({ revision, reason }) => ({ revision, reason }))).toEqual([
    { revision: 0, reason: undefined },
    { revision: 1, reason: REASON },
  ])
  const totals = out.map((release) => printedRelease(release).at({ measure: "contacts" }))
  expect(totals).toEqual([12, 18])
})

test("a preparation that another process took over, or that was withdrawn meanwhile, changes nothing", async () => {
  await on("2024-04-11T10:00:00Z")
  const number = await plan()
  await ask(number)
  const claim = async () =>
    (
      await asNational(database, (transaction) =>
        transaction.execute(sql`select claimed::text from claim_preparation()`),
      )
    ).rows[0]?.claimed as string | undefined
  const end = async (claimed: string | undefined) =>
    (
      await asNational(database, (transaction) =>
        transaction.execute(
          sql`select end_preparation(${number}, ${claimed}::timestamptz, null, null, 'No.') as ended`,
        ),
      )
    ).rows[0]?.ended
  const first = await claim()
  expect(await claim()).toBeUndefined()
  await on("2024-04-11T10:16:00Z")
  const second = await claim()
  expect([await end(first), await end(second)]).toEqual([false, true])
  expect(await found(number)).toMatchObject({ state: "failed", failure: "No." })
  await ask(number)
  const third = await claim()
  await withdraw(number)
  expect(await end(third)).toBe(false)
})
