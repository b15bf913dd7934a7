import { readFileSync } from "node:fs"
import { join } from "node:path"
import { acceptReport } from "@candour/database/accept-report.ts"
import { addEvent } from "@candour/database/add-event.ts"
import { asNational, asOwner, asTenant } from "@candour/database/as.ts"
import { connect, type Database } from "@candour/database/connect.ts"
import { MayNotFollow } from "@candour/database/errors.ts"
import { playAt } from "@candour/database/play.ts"
import { addPerson, openDesks, sampleReport } from "@candour/database/testing/sample-report.ts"
import { type TestDatabase, testDatabase } from "@candour/database/testing/test-database.ts"
import { transferReport } from "@candour/database/transfer-report.ts"
import { addDays, type Day } from "@candour/domain/day.ts"
import type { EventCodes } from "@candour/domain/event.ts"
import { anyEvent } from "@candour/domain/testing/any-event.ts"
import { fc, test as property } from "@fast-check/vitest"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { handOvers, unaccepted } from "./hand-overs.ts"
import { overdueClocks, worstClocks } from "./overdue-clocks.ts"
import { timeliness } from "./timeliness.ts"

const START: Day = "2023-03-01"

let at: TestDatabase
/** With one connection for each login, so that each has its day. */
let played: Database
const people: Record<string, { lead: string; officer: string }> = {}
beforeAll(async () => {
  at = await testDatabase()
  played = connect({ ...at.address, connections: 1 })
  await openDesks(at.database, ["kent", "essex"])
  for (const tenant of ["kent", "essex"])
    people[tenant] = {
      lead: await addPerson(at.database, tenant, ["lead"]),
      officer: await addPerson(at.database, tenant, ["officer"]),
    }
})
afterAll(async () => {
  await played.close()
  await at.close()
})

const on = (day: Day) => playAt(played, ["intake", "kent", "essex", "national"], new Date(`${day}T12:00:00Z`))
const tell = async (tenant: string, day: Day) => {
  await on(day)
  const report = sampleReport({ tenant, mayReply: "no" })
  await acceptReport(played, report, day)
  return report.id
}
const act = (tenant: string, who: "lead" | "officer", report: string, codes: EventCodes) =>
  asTenant(played, tenant, (transaction) =>
    addEvent(transaction, { tenant, report, by: people[tenant]?.[who] ?? "", codes }),
  )
const opened = { kind: "opened", detail: { reason: "own" } } as const
const assessed: EventCodes = {
  kind: "assessed",
  detail: { threat: "ppda", others: [], severity: "gross", persons: 1, grounds: [] },
}
const handOn = (from: string, to: string, report: string, returned?: true) =>
  transferReport(played, from, {
    report,
    by: people[from]?.lead ?? "",
    to,
    generation: 1,
    wrap: new Uint8Array(2171),
    returned,
  })
const recount = async () => {
  const { rows } = await asOwner(at.database, (transaction) => transaction.execute(sql`select * from recount()`))
  return rows
}
const times = (asAt: Day, known: "then" | "now" = "now", force?: string) =>
  asNational(at.database, (transaction) => timeliness(transaction, { asAt, known, force }))

test("each stage's days are counted from the day that a report came, and taken away where it was corrected or reopened", async () => {
  const report = await tell("kent", START)
  await on(addDays(START, 2))
  await act("kent", "officer", report, opened)
  await act("kent", "lead", report, opened)
  await on(addDays(START, 5))
  const number = await asTenant(played, "kent", async (transaction) => {
    await addEvent(transaction, { tenant: "kent", report, by: people.kent?.officer ?? "", codes: assessed })
    const { rows } = await transaction.execute<{ number: number }>(
      sql`select max(number) as number from event where report = ${report}::uuid`,
    )
    return rows[0]?.number ?? 0
  })
  await on(addDays(START, 9))
  await act("kent", "officer", report, { kind: "corrected", detail: { corrects: number } })
  await act("kent", "officer", report, assessed)
  await on(addDays(START, 70))
  await act("kent", "lead", report, { kind: "outcome", detail: { person: 1, outcome: "no-case" } })
  await act("kent", "lead", report, { kind: "closed", detail: {} })
  await on(addDays(START, 80))
  await act("kent", "lead", report, { kind: "reopened", detail: {} })

  const late = addDays(START, 90)
  expect((await times(late)).all).toEqual({
    opened: new Map([[2, 1]]),
    assessed: new Map([[9, 1]]),
    intelligence: new Map(),
    investigating: new Map(),
    outcome: new Map([[68, 1]]),
    closed: new Map(),
  })
  expect((await times(addDays(START, 75))).all.closed).toEqual(new Map([[68, 1]]))
  const then = addDays(START, 5)
  expect((await times(then, "then")).all.assessed).toEqual(new Map([[5, 1]]))
  expect((await times(then, "now")).all.assessed).toEqual(new Map())
  expect((await times(late, "now", "essex")).all.opened).toEqual(new Map())
  expect(await recount()).toEqual([])
})

test("what desks hand to each other is accepted, given back, or waits; a time is that of the desk that took it", async () => {
  const asAt = addDays(START, 300)
  const [accepted, returned, waiting] = [
    await tell("kent", addDays(START, 200)),
    await tell("kent", addDays(START, 200)),
    await tell("kent", addDays(START, 200)),
  ]
  await on(addDays(START, 210))
  for (const report of [accepted, returned, waiting]) {
    await act("kent", "lead", report, opened)
    await handOn("kent", "essex", report)
  }
  await on(addDays(START, 211))
  await act("essex", "lead", accepted, { kind: "accepted", detail: {} })
  await act("essex", "officer", accepted, opened)
  await act("essex", "officer", accepted, assessed)
  await act("essex", "lead", returned, opened)
  await handOn("essex", "kent", returned, true)
  await act("kent", "lead", returned, { kind: "accepted", detail: {} })

  const read = (force?: string) =>
    asNational(at.database, (transaction) => handOvers(transaction, { asAt, known: "now", force }))
  expect(await read()).toEqual([{ sender: "kent", receiver: "essex", handedOn: 3, accepted: 1, returned: 1 }])
  expect(await read("gwent")).toEqual([])
  expect((await times(asAt, "now", "essex")).byForce.get("essex")?.assessed).toEqual(new Map([[1, 1]]))
  const waitingOn = async (day: Day) => {
    await on(day)
    return asNational(played, unaccepted)
  }
  expect(await waitingOn(addDays(START, 211))).toEqual([{ sender: "kent", receiver: "essex", waiting: 1, overdue: 0 }])
  expect(await waitingOn(addDays(START, 216))).toEqual([{ sender: "kent", receiver: "essex", waiting: 1, overdue: 1 }])
  expect(await recount()).toEqual([])

  const clocks = (await asNational(played, overdueClocks)).filter(({ tenant }) => tenant === "essex")
  expect(clocks).toContainEqual({
    tenant: "essex",
    clock: "accept",
    overdue: 1,
    due: addDays(START, 212),
    hours: undefined,
  })
  expect(worstClocks(clocks).get("essex")?.due).toBe(addDays(START, 212))
})

const step = fc.record({ who: fc.constantFrom("lead" as const, "officer" as const), codes: anyEvent })
property.prop([fc.array(step, { minLength: 4, maxLength: 25 })], { numRuns: 40 })(
  "whatever happens, counting again finds no difference, and no time is counted less than never",
  async (steps) => {
    const report = await tell("kent", "2024-05-01")
    await act("kent", "officer", report, opened)
    await act("kent", "officer", report, assessed)
    for (const { who, codes } of steps)
      if (codes.kind !== "transferred" && codes.kind !== "messaged")
        await act("kent", who, report, codes).catch((error) => {
          if (!(error instanceof MayNotFollow)) throw error
        })
    expect(await recount()).toEqual([])
    for (const counts of Object.values((await times("2024-06-01")).all))
      for (const count of counts.values()) expect(count).toBeGreaterThanOrEqual(0)
  },
)

test("what had happened before times were counted is counted by the migration, as it would have been", async () => {
  const migrations = join(import.meta.dirname, "../../database/migrations")
  const text = readFileSync(join(migrations, "0042_how_long_things_take_is_counted.sql"), "utf8")
  const fill = text.slice(text.indexOf("insert into cube "), text.indexOf("create index cube_of_times"))
  const before = (await times("2024-06-01")).all
  expect(before.assessed.size).toBeGreaterThan(1)
  await asOwner(at.database, async (transaction) => {
    const measures = sql`('took', 'handed-on', 'hand-over-accepted', 'hand-over-returned')`
    await transaction.execute(sql`delete from cube where measure in ${measures}`)
    await transaction.execute(sql`delete from cube_month where measure in ${measures}`)
    await transaction.execute(sql.raw(fill))
  })
  expect((await times("2024-06-01")).all).toEqual(before)
  expect(await recount()).toEqual([])
})
