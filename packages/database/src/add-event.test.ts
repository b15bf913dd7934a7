import type { EventCodes, ReportEvent } from "@candour/domain/event.ts"
import { type Actor, refusalOf, standingOf } from "@candour/domain/succession.ts"
import { anyEvent } from "@candour/domain/testing/any-event.ts"
import { test as property } from "@fast-check/vitest"
import { eq, sql } from "drizzle-orm"
import fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { AcceptedReport } from "./accept-report.ts"
import { addEvent } from "./add-event.ts"
import { asOwner, asTenant } from "./as.ts"
import { MayNotFollow, NotOpened, SomebodyWasFirst } from "./errors.ts"
import { readBody } from "./read-body.ts"
import { report as reportTable } from "./schema.ts"
import { addPerson, openDesks, sampleReferral, storeSample } from "./testing/sample-report.ts"
import { type TestDatabase, testDatabase } from "./testing/test-database.ts"
import { transferReport } from "./transfer-report.ts"

let at: TestDatabase
let people: Actor[]
let deskOfficer: string
beforeAll(async () => {
  at = await testDatabase()
  await openDesks(at.database, ["kent", "essex", "national-desk"])
  const roles: Actor["roles"][] = [["officer"], ["officer"], ["lead"], ["lead"], ["coordinator"], ["auditor"]]
  people = await Promise.all(
    roles.map(async (each) => ({
      id: await addPerson(at.database, "kent", [...each]),
      roles: each,
      atNationalDesk: false,
    })),
  )
  deskOfficer = await addPerson(at.database, "national-desk", ["officer"])
})
afterAll(() => at.close())

const personOf = (index: number): Actor => people[index] as Actor
const opened = { kind: "opened", detail: { reason: "own" } } as const
const append = (report: string, by: string, codes: Parameters<typeof addEvent>[1]["codes"], number?: number) =>
  asTenant(at.database, "kent", (transaction) =>
    addEvent(transaction, { tenant: "kent", report, by, codes, number, words: new Uint8Array([7]) }),
  )

const steps = fc.array(fc.record({ actor: fc.nat({ max: 5 }), codes: anyEvent }), { minLength: 5, maxLength: 30 })

/** How a report may have come to Kent, and the events that it then has there. */
const beginnings = {
  told: async (changes: Partial<AcceptedReport>) => ({
    id: (await storeSample(at.database, changes)).id,
    events: routed,
  }),
  toldAnotherToo: async (changes: Partial<AcceptedReport>) => ({
    id: (await storeSample(at.database, { ...changes, referrals: [sampleReferral("essex")] })).id,
    events: [...routed, { number: 4, kind: "referred", detail: { to: "essex" } } as const],
  }),
  referral: async (changes: Partial<AcceptedReport>) => {
    const referral = sampleReferral("kent")
    await storeSample(at.database, { ...changes, tenant: "essex", referrals: [referral] })
    return {
      id: referral.id,
      events: [{ number: 1, kind: "arrived", detail: { from: "essex", referral: true } } as const],
    }
  },
}
const routed: readonly ReportEvent[] = [
  { number: 1, kind: "contacted", detail: {} },
  { number: 2, kind: "reported", detail: { categories: ["partner"] } },
  { number: 3, kind: "routed", detail: { reason: "found" } },
]
const beginning = fc.constantFrom(...(Object.keys(beginnings) as (keyof typeof beginnings)[]))

property.prop({ beginning, steps, mayReply: fc.constantFrom("yes" as const, "no" as const) }, { numRuns: 80 })(
  "the database lets happen what the rules let happen, and nothing else",
  async ({ beginning, steps, mayReply }) => {
    const begun = await beginnings[beginning]({ mayReply })
    const { id } = begun
    const other = (await storeSample(at.database)).id
    const events: ReportEvent[] = [...begun.events]
    for (const { actor, codes: drawn } of steps) {
      const by = personOf(actor)
      // A message has its place and its words, whatever the rules say of it.
      const message = events.filter(({ kind }) => kind === "messaged").length
      // Somebody of the desk is let in: whoever was stopped first, or the one who would let them in.
      const who = events.find(({ kind }) => kind === "stopped")?.by ?? by.id
      const fitted: Partial<Record<EventCodes["kind"], EventCodes>> = {
        messaged: { kind: "messaged", detail: { message } },
        "let-in": { kind: "let-in", detail: { who } },
        // The other report is one that the desk has: of none, it says so before any rule.
        matched: drawn.kind === "matched" ? { ...drawn, detail: { ...drawn.detail, report: other } } : drawn,
      }
      const codes = fitted[drawn.kind] ?? drawn
      const rule = refusalOf(events, by, codes, mayReply !== "no")
      const answer = await append(id, by.id, codes).then(
        () => undefined,
        (error) => (error instanceof MayNotFollow ? error.refusal : String(error)),
      )
      expect({ kind: codes.kind, answer }).toEqual({ kind: codes.kind, answer: rule })
      if (rule === undefined) events.push({ ...codes, number: events.length + 1, by: by.id })
    }
    const [row] = await asTenant(at.database, "kent", (transaction) =>
      transaction.select().from(reportTable).where(eq(reportTable.id, id)),
    )
    expect(row?.stage).toBe(standingOf(events).stage)
    expect(row?.lastNumber).toBe(events.length)
  },
)

test("the second of two who decide at once is told that somebody was first", async () => {
  const { id } = await storeSample(at.database)
  const [one, two] = [personOf(0), personOf(1)]
  const both = await Promise.allSettled([append(id, one.id, opened, 4), append(id, two.id, opened, 4)])
  expect(both.filter((each) => each.status === "fulfilled")).toHaveLength(1)
  const lost = both.find((each) => each.status === "rejected")
  expect(lost?.reason).toBeInstanceOf(SomebodyWasFirst)
})

test("a body is read only after an opening by the same person that has been committed", async () => {
  const report = await storeSample(at.database)
  const [reader, other] = [personOf(0), personOf(1)]
  await expect(readBody(at.database, "kent", report.id, reader.id)).rejects.toThrow(NotOpened)
  await append(report.id, reader.id, opened)
  const read = await readBody(at.database, "kent", report.id, reader.id)
  expect(Buffer.from(read?.body ?? []).equals(report.body)).toBe(true)
  expect(read?.wraps).toHaveLength(1)
  await expect(readBody(at.database, "kent", report.id, other.id)).rejects.toThrow(NotOpened)
})

test("nobody opens, reads and rolls back", async () => {
  const { id } = await storeSample(at.database)
  const reader = personOf(0)
  const reading = asTenant(at.database, "kent", async (transaction) => {
    await addEvent(transaction, { tenant: "kent", report: id, by: reader.id, codes: opened })
    await transaction.execute(sql`select * from read_body(${id}, ${reader.id})`)
  })
  await expect(reading).rejects.toThrow()
})

test("an event that names another desk, a reporter or nobody is refused", async () => {
  const { id } = await storeSample(at.database, { tenant: "essex" })
  const insert = (tenant: string, person: string | null) =>
    asTenant(at.database, "kent", (transaction) =>
      transaction.execute(
        sql`insert into event (tenant, report, kind, person, detail) values (${tenant}, ${id}, 'opened', ${person}, '{"reason":"own"}')`,
      ),
    )
  await expect(insert("essex", personOf(0).id)).rejects.toThrow()
  await expect(insert("kent", personOf(0).id)).rejects.toThrow()
  await expect(insert("kent", null)).rejects.toThrow()
})

test("the national desk hands a report on whole, and keeps its history as a stub", async () => {
  const report = await storeSample(at.database, {
    tenant: "national-desk",
    routedTo: "national-desk",
    reason: "unknown",
  })
  const open = () =>
    asTenant(at.database, "national-desk", (transaction) =>
      addEvent(transaction, { tenant: "national-desk", report: report.id, by: deskOfficer, codes: opened }),
    )
  await open()
  const wrap = new Uint8Array(2171).fill(3)
  const words = new Uint8Array([7, 7])
  await transferReport(at.database, "national-desk", {
    report: report.id,
    by: deskOfficer,
    words,
    to: "kent",
    generation: 1,
    wrap,
  })

  await expect(open()).rejects.toThrow(MayNotFollow)
  await expect(readBody(at.database, "national-desk", report.id, deskOfficer)).resolves.toBeUndefined()
  await append(report.id, personOf(0).id, opened)
  const read = await readBody(at.database, "kent", report.id, personOf(0).id)
  expect(read?.sealedFor).toBe("national-desk")
  expect(Buffer.from(read?.body ?? []).equals(report.body)).toBe(true)
  expect(read?.wraps.map((each) => [...each.wrapped])).toEqual([[...wrap]])
  const arrived = await asTenant(at.database, "kent", (transaction) =>
    transaction.execute<{ detail: unknown; words: Buffer }>(
      sql`select detail, words from event where report = ${report.id} and kind = 'arrived'`,
    ),
  )
  expect(arrived.rows[0]?.detail).toEqual({ from: "national-desk", number: 5 })
  expect([...(arrived.rows[0]?.words ?? [])]).toEqual([7, 7])
  const { rows } = await asOwner(at.database, (transaction) =>
    transaction.execute<{ tenant: string; kind: string }>(
      sql`select tenant, kind from event where report = ${report.id} order by tenant, number`,
    ),
  )
  expect(rows.map((row) => `${row.tenant} ${row.kind}`)).toEqual([
    "kent arrived",
    "kent opened",
    "national-desk contacted",
    "national-desk reported",
    "national-desk routed",
    "national-desk opened",
    "national-desk transferred",
  ])
})

test("a report goes back and forth between two desks as often as they like", async () => {
  const desks = { kent: personOf(2).id, essex: await addPerson(at.database, "essex", ["lead"]) }
  const { id } = await storeSample(at.database)
  for (const [from, to] of [
    ["kent", "essex"],
    ["essex", "kent"],
    ["kent", "essex"],
    ["essex", "kent"],
  ] as const) {
    const by = desks[from]
    await asTenant(at.database, from, (transaction) =>
      addEvent(transaction, { tenant: from, report: id, by, codes: opened }),
    )
    await transferReport(at.database, from, { report: id, by, to, generation: 1, wrap: new Uint8Array(2171).fill(4) })
  }
  const { rows } = await asOwner(at.database, (transaction) =>
    transaction.execute<{ holder: string }>(sql`select holder from wrap where report = ${id} order by holder`),
  )
  expect(rows.map(({ holder }) => holder)).toEqual(["inbox", "kept:essex:inbox", "kept:kent:inbox"])
})

test("an assessment isn’t corrected beneath an outcome, nor once the report has been away: nobody is counted below zero", async () => {
  const lead = personOf(2).id
  const essexLead = await addPerson(at.database, "essex", ["lead"])
  const { id } = await storeSample(at.database)
  const assessed: EventCodes = {
    kind: "assessed",
    detail: { threat: "ppda", others: [], severity: "gross", persons: 1, grounds: [] },
  }
  const correcting = (corrects: number) => append(id, lead, { kind: "corrected", detail: { corrects } })
  await append(id, lead, opened)
  await append(id, lead, assessed)
  await append(id, lead, { kind: "outcome", detail: { person: 1, outcome: "dismissed" } })
  await expect(correcting(5)).rejects.toThrow(new MayNotFollow("outcomes-stand"))
  await correcting(6)
  await correcting(5)
  await append(id, lead, assessed)
  for (const [from, to, by] of [
    ["kent", "essex", lead],
    ["essex", "kent", essexLead],
  ] as const) {
    await asTenant(at.database, from, (transaction) =>
      addEvent(transaction, { tenant: from, report: id, by, codes: opened }),
    )
    await transferReport(at.database, from, { report: id, by, to, generation: 1, wrap: new Uint8Array(2171).fill(4) })
  }
  await append(id, lead, opened)
  await expect(correcting(9)).rejects.toThrow(new MayNotFollow("not-correctable"))
  const { rows } = await asOwner(at.database, (transaction) =>
    transaction.execute(
      sql`select tenant, sum(count)::integer as people from cube where measure = 'person' group by tenant having sum(count) < 0`,
    ),
  )
  expect(rows).toEqual([])
})

test("nobody changes or deletes an event, not even its author", async () => {
  const { id } = await storeSample(at.database)
  for (const login of ["kent", "intake", "identity", "national"])
    for (const statement of [
      sql`update event set kind = 'closed' where report = ${id}`,
      sql`delete from event where report = ${id}`,
    ])
      await expect(at.database.transaction(login, (transaction) => transaction.execute(statement))).rejects.toThrow()
})
