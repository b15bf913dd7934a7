import { type ClockName, clocksOf, type DatedEvent, NATIONAL_LIMITS, nextDue } from "@candour/domain/clock.ts"
import { addDays, type Day } from "@candour/domain/day.ts"
import { parseEventCodes } from "@candour/domain/event.ts"
import { anyEvent } from "@candour/domain/testing/any-event.ts"
import { test as property } from "@fast-check/vitest"
import { sql } from "drizzle-orm"
import fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import { addEvent } from "./add-event.ts"
import { asOwner, asTenant } from "./as.ts"
import { MayNotFollow } from "./errors.ts"
import { addPerson, openDesks, storeSample } from "./testing/sample-report.ts"
import { type TestDatabase, testDatabase } from "./testing/test-database.ts"

let at: TestDatabase
let lead: string
let otherLead: string
let officer: string
beforeAll(async () => {
  at = await testDatabase({ countsByHand: true }) // events are made older by hand
  await openDesks(at.database, ["kent", "essex"])
  lead = await addPerson(at.database, "kent", ["lead"])
  otherLead = await addPerson(at.database, "kent", ["lead"])
  officer = await addPerson(at.database, "kent", ["officer"])
})
afterAll(() => at.close())

interface DueRow extends Record<string, unknown> {
  due: Day | null
  queue: Day
  from: Day
}

/** Moves everything of a report `days` back, as if it had happened then. */
const age = (report: string, days: number) =>
  asOwner(at.database, async (transaction) => {
    await transaction.execute(sql`update report set day = day - ${days}::integer,
      counted_from = counted_from - ${days}::integer where id = ${report}::uuid`)
    await transaction.execute(sql`alter table event disable trigger user`)
    await transaction.execute(
      sql`update event set happened = happened - ${days}::integer where report = ${report}::uuid`,
    )
    await transaction.execute(sql`alter table event enable trigger user`)
  })

async function stateOf(report: string) {
  return asOwner(at.database, async (transaction) => {
    const { rows } = await transaction.execute<DueRow>(sql`
      select due_of('kent', id)::text as due, due::text as queue, counted_from::text as from
        from report where tenant = 'kent' and id = ${report}::uuid`)
    const events = await transaction.execute<Record<string, unknown>>(sql`
      select number, kind, detail, person, happened::text as day from event
        where tenant = 'kent' and report = ${report}::uuid order by number`)
    const dated = events.rows.map(({ number, kind, detail, person, day }) => ({
      ...parseEventCodes(kind, detail),
      number,
      by: person ?? undefined,
      day,
    })) as DatedEvent[]
    return { row: rows[0] as DueRow, events: dated }
  })
}

const CLOCKS: ClockName[] = [
  "acknowledge",
  "accept",
  "assess",
  "iopc",
  "dispute",
  "update",
  "review",
  "explain",
  "outcome-report",
  "task",
]

/** The day that each clock of a report is due, as the national body's count of overdue clocks reads it. */
const duesOf = (report: string) =>
  asOwner(at.database, async (transaction) => {
    const { rows } = await transaction.execute<{ dues: Record<string, Day | null> }>(
      sql`select to_jsonb(c) as dues from report_clocks c where c.report = ${report}::uuid`,
    )
    return CLOCKS.map((clock) => [clock, rows[0]?.dues[clock.replace("-", "_")]])
  })

const step = fc.record({ who: fc.nat({ max: 2 }), codes: anyEvent, age: fc.nat({ max: 40 }) })

property.prop(
  { steps: fc.array(step, { minLength: 3, maxLength: 20 }), mayReply: fc.constantFrom("yes" as const, "no" as const) },
  { numRuns: 60 },
)("the queue's next day is that of the rules, whatever happened and when", async ({ steps, mayReply }) => {
  const { id } = await storeSample(at.database, { mayReply })
  let messages = 0
  for (const { who, codes: drawn, age: days } of steps) {
    const by = [lead, otherLead, officer][who] as string
    // A message has its place and its words, whatever the rules say of it.
    const isMessage = drawn.kind === "messaged"
    const codes: typeof drawn = isMessage ? { kind: "messaged", detail: { message: messages } } : drawn
    const words = new Uint8Array([7])
    const happened = await asTenant(at.database, "kent", (transaction) =>
      addEvent(transaction, { tenant: "kent", report: id, by, codes, words }),
    ).then(
      () => true,
      (error) => {
        if (error instanceof MayNotFollow) return false
        throw error
      },
    )
    if (happened && isMessage) messages += 1
    if (happened && codes.kind === "transferred") return
    if (happened) await age(id, days)
    const { row, events } = await stateOf(id)
    const clocks = clocksOf(events, { countedFrom: row.from, mayReply }, NATIONAL_LIMITS)
    expect([events.map(({ kind }) => kind), row.due]).toEqual([events.map(({ kind }) => kind), nextDue(clocks) ?? null])
    const dues = CLOCKS.map((name) => [name, nextDue(clocks.filter((clock) => clock.name === name)) ?? null])
    expect(await duesOf(id)).toEqual(dues)
  }
})

test("somebody in danger stays due on the day that it was said, until a person acts", async () => {
  const { id } = await storeSample(at.database, { danger: "now" })
  const said = (await stateOf(id)).row.queue
  const before = addDays(said, -3)
  await asOwner(at.database, (transaction) =>
    transaction.execute(sql`update report set due = ${before}::date where id = ${id}::uuid`),
  )
  const add = (codes: Parameters<typeof addEvent>[1]["codes"]) =>
    asTenant(at.database, "kent", (transaction) =>
      addEvent(transaction, { tenant: "kent", report: id, by: officer, codes }),
    )
  await add({ kind: "acknowledged", detail: {} })
  expect((await stateOf(id)).row.queue).toBe(before)
  await add({ kind: "danger-acted", detail: { did: "told-duty-officer" } })
  expect((await stateOf(id)).row.queue).toBe((await stateOf(id)).row.due)
})

test("a force's own days are kept from then on, and nobody may give themselves more than the national limits", async () => {
  const set = (person: string, assess: number) =>
    asTenant(at.database, "kent", (transaction) =>
      transaction.execute(
        sql`select set_desk_setting(${person}::uuid, 0, ${assess}, 14, 1, 'unit', '01622 690690', '22:00', '06:00')`,
      ),
    )
  await expect(set(officer, 2)).rejects.toThrow(MayNotFollow)
  await expect(set(lead, 6)).rejects.toThrow()
  await set(lead, 2)
  const { id } = await storeSample(at.database, { mayReply: "no" })
  const { row } = await stateOf(id)
  expect(row.queue).toBe(row.due)
  const shorter = { ...NATIONAL_LIMITS, acknowledge: 0, assess: 2, update: 14, review: 1 }
  expect(row.due).toBe(
    nextDue(clocksOf((await stateOf(id)).events, { countedFrom: row.from, mayReply: "no" }, shorter)),
  )
  expect(addDays(row.from, 5) > (row.due ?? "")).toBe(true)
})

test("what a lead saves reaches every open report at once: the desk's own, the paused and the one in danger too", async () => {
  const set = (assess: number) =>
    asTenant(at.database, "kent", (transaction) =>
      transaction.execute(sql`select set_desk_setting(${lead}::uuid, 0, ${assess}, 14, 1, 'unit', null, null, null)`),
    )
  const add = (id: string, codes: Parameters<typeof addEvent>[1]["codes"]) =>
    asTenant(at.database, "kent", (transaction) =>
      addEvent(transaction, { tenant: "kent", report: id, by: lead, codes, words: new Uint8Array([7]) }),
    )
  await set(5)
  const [waits, paused, setAside, inDanger] = [
    (await storeSample(at.database, { mayReply: "no" })).id,
    (await storeSample(at.database, { mayReply: "no" })).id,
    (await storeSample(at.database, { mayReply: "no" })).id,
    (await storeSample(at.database, { mayReply: "no", danger: "now" })).id,
  ]
  const essex = (await storeSample(at.database, { tenant: "essex", mayReply: "no" })).id
  await add(paused, { kind: "paused", detail: { why: "court" } })
  await add(setAside, { kind: "opened", detail: { reason: "own" } })
  await add(setAside, { kind: "set-aside", detail: { why: "crime" } })
  const queue = async (tenant: string) => {
    const { rows } = await asTenant(at.database, tenant, (transaction) =>
      transaction.execute<{ id: string; due: Day }>(sql`select id, due::text as due from report`),
    )
    return new Map(rows.map(({ id, due }) => [id, due]))
  }
  const before = await queue("kent")
  const essexBefore = await queue("essex")
  await set(2)
  const after = await queue("kent")
  expect(after.get(waits)).toBe((await stateOf(waits)).row.due)
  expect((after.get(waits) ?? "") < (before.get(waits) ?? "")).toBe(true)
  for (const same of [paused, setAside, inDanger]) expect(after.get(same)).toBe(before.get(same))
  expect(await queue("essex")).toEqual(essexBefore)
  expect(essexBefore.has(essex)).toBe(true)
  await set(5)
  expect(await queue("kent")).toEqual(before)
})
