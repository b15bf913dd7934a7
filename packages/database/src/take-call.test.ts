import { randomBytes, randomUUID } from "node:crypto"
import { dayOf } from "@candour/domain/day.ts"
import type { EventCodes } from "@candour/domain/event.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { acceptReport } from "./accept-report.ts"
import { addEvent } from "./add-event.ts"
import { asOwner, asTenant } from "./as.ts"
import { MayNotFollow } from "./errors.ts"
import { mailboxState } from "./mailbox-state.ts"
import { type CallReport, countCall, endCall, takeCallReport } from "./take-call.ts"
import { addPerson, openDesks, sampleReport } from "./testing/sample-report.ts"
import { type TestDatabase, testDatabase } from "./testing/test-database.ts"
import { transferReport } from "./transfer-report.ts"

let at: TestDatabase
beforeAll(async () => {
  at = await testDatabase()
  await openDesks(at.database, ["kent", "essex", "national-desk"])
})
afterAll(() => at.close())

const ask = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  (await asOwner(at.database, (transaction) => transaction.execute<Row>(query))).rows

const newCall = () => ({ id: randomUUID(), line: "national" })
const callReport = (changes: Partial<CallReport> = {}): CallReport => {
  const { channel: _, ...report } = sampleReport(changes)
  return report
}
const eventsOf = async (id: string) => {
  const rows = await ask<Record<string, string>>(sql`
    select tenant, number, kind, detail, channel, routed_to, person, at from event where report = ${id}
      order by tenant = 'national-desk' desc, number`)
  return rows.map(({ tenant, number, kind, detail, routed_to }) => [tenant, number, kind, detail, routed_to])
}
/** What the cube has of `measure` by the telephone, over all tenants. */
const counted = async (measure: string) => {
  const [row] = await ask<{ sum: string | null }>(
    sql`select sum(count) from cube where measure = ${measure} and channel = 'phone'`,
  )
  return Number(row?.sum ?? 0)
}
const recounted = () => ask(sql`select * from recount()`)

test("a call is counted when it comes in, once, with no person and no time", async () => {
  const call = newCall()
  const before = await counted("contact")
  expect(await countCall(at.database, call)).toBe("stored")
  expect(await countCall(at.database, call)).toBe("same")
  expect((await counted("contact")) - before).toBe(1)
  expect(await ask(sql`select person, at from event where report = ${call.id}`)).toEqual([{ person: null, at: null }])
  expect(await recounted()).toEqual([])
})

test("its report keeps the id, lies at the force, and counts no second contact", async () => {
  const report = callReport()
  const [contacts, reports] = [await counted("contact"), await counted("report")]
  await countCall(at.database, report)
  expect(await takeCallReport(at.database, report)).toBe("stored")
  expect(await takeCallReport(at.database, report)).toBe("same")
  expect(await countCall(at.database, report)).toBe("same")
  expect([(await counted("contact")) - contacts, (await counted("report")) - reports]).toEqual([1, 1])
  expect(await eventsOf(report.id)).toEqual([
    ["national-desk", 1, "contacted", {}, "national-desk"],
    ["kent", 1, "reported", { categories: ["partner"] }, "kent"],
    ["kent", 2, "routed", { reason: "found" }, "kent"],
  ])
  expect(await ask(sql`select tenant, channel, last_number from report where id = ${report.id}`)).toEqual([
    { tenant: "kent", channel: "phone", last_number: 2 },
  ])
  expect(await recounted()).toEqual([])
})

test("a report for the national desk itself goes on where its contact began", async () => {
  const report = callReport({ tenant: "national-desk", reason: "unknown", danger: "now" })
  await countCall(at.database, report)
  expect(await takeCallReport(at.database, report)).toBe("stored")
  expect((await eventsOf(report.id)).map(([, number, kind]) => [number, kind])).toEqual([
    [1, "contacted"],
    [2, "reported"],
    [3, "routed"],
  ])
  const officer = await addPerson(at.database, "national-desk", ["officer"])
  const codes = { kind: "opened", detail: { reason: "own" } } as const
  await asTenant(at.database, "national-desk", (transaction) =>
    addEvent(transaction, { tenant: "national-desk", report: report.id, by: officer, codes, number: 4 }),
  )
  expect(await recounted()).toEqual([])
})

test("a report goes to a force and on to the national desk, beside the contact there", async () => {
  const report = callReport()
  await takeCallReport(at.database, report)
  const lead = await addPerson(at.database, "kent", ["lead"])
  const codes = { kind: "opened", detail: { reason: "own" } } as const
  await asTenant(at.database, "kent", (transaction) =>
    addEvent(transaction, { tenant: "kent", report: report.id, by: lead, codes }),
  )
  const to = { to: "national-desk", generation: 1, wrap: randomBytes(2171) }
  await transferReport(at.database, "kent", { report: report.id, by: lead, ...to })
  expect(await ask(sql`select tenant, last_number from report where id = ${report.id}`)).toEqual([
    { tenant: "national-desk", last_number: 2 },
  ])
  expect(await recounted()).toEqual([])
})

test("a report whose call never arrived is counted with it, once", async () => {
  const report = callReport()
  const before = await counted("contact")
  expect(await takeCallReport(at.database, report)).toBe("stored")
  expect(await countCall(at.database, report)).toBe("same")
  expect((await counted("contact")) - before).toBe(1)
})

test("posted many times at once, a call and its report are one", async () => {
  const report = callReport()
  const before = [await counted("contact"), await counted("report")]
  const answers = await Promise.all([
    ...Array.from({ length: 4 }, () => countCall(at.database, report)),
    ...Array.from({ length: 4 }, () => takeCallReport(at.database, report)),
  ])
  expect(answers).not.toContain("conflict")
  expect([(await counted("contact")) - (before[0] ?? 0), (await counted("report")) - (before[1] ?? 0)]).toEqual([1, 1])
})

test("another report under the same id, or with the same receipt, is a conflict, and stores nothing", async () => {
  const report = callReport()
  await takeCallReport(at.database, report)
  expect(await takeCallReport(at.database, { ...report, digest: randomBytes(32) })).toBe("conflict")
  const other = callReport({ mailboxHash: report.mailboxHash })
  await countCall(at.database, other)
  expect(await takeCallReport(at.database, other)).toBe("conflict")
  expect(await ask(sql`select id from report where id = ${other.id}`)).toEqual([])
})

test("a report that came online is no call: nothing is added to it", async () => {
  const report = sampleReport()
  await acceptReport(at.database, report, dayOf(new Date()))
  const before = await eventsOf(report.id)
  expect(await takeCallReport(at.database, callReport({ id: report.id }))).toBe("conflict")
  expect(await endCall(at.database, { id: report.id, line: "national" }, "silent")).toBe("conflict")
  expect(await eventsOf(report.id)).toEqual(before)
})

test("a key that is no longer the desk's asks for a new seal; a repeat of what is stored still says so", async () => {
  const [report, late] = [callReport(), callReport()]
  await takeCallReport(at.database, report)
  await ask(sql`insert into inbox_key (tenant, generation, recipient)
    select tenant, 2, recipient from inbox_key where tenant = 'kent'`)
  try {
    expect(await takeCallReport(at.database, late)).toBe("outdated")
    expect(await takeCallReport(at.database, report)).toBe("same")
    expect(await takeCallReport(at.database, { ...late, generation: 2 })).toBe("stored")
  } finally {
    await ask(sql`delete from inbox_key where tenant = 'kent' and generation = 2`)
  }
})

test("a caller who leaves without a receipt leaves a report that no digits open", async () => {
  const report = callReport({ mailboxHash: undefined, mayReply: "no" })
  await countCall(at.database, report)
  expect(await takeCallReport(at.database, report)).toBe("stored")
  expect(await takeCallReport(at.database, report)).toBe("same")
  const address = randomBytes(32)
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", address))
  const withReceipt = callReport({ mailboxHash: hash })
  await takeCallReport(at.database, withReceipt)
  expect((await mailboxState(at.database, address)).map((each) => each.report)).toEqual([withReceipt.id])
})

test("a call that ends without a report keeps its reason, and is one contact", async () => {
  const call = newCall()
  const before = await counted("contact")
  await countCall(at.database, call)
  expect(await endCall(at.database, call, "hung-up")).toBe("stored")
  expect(await endCall(at.database, call, "hung-up")).toBe("same")
  expect(await endCall(at.database, call, "silent")).toBe("conflict")
  expect(await takeCallReport(at.database, callReport({ id: call.id }))).toBe("conflict")
  expect((await counted("contact")) - before).toBe(1)
  expect((await eventsOf(call.id)).at(-1)).toEqual([
    "national-desk",
    2,
    "call-ended",
    { why: "hung-up" },
    "national-desk",
  ])

  const neverCounted = newCall()
  expect(await endCall(at.database, neverCounted, "crime")).toBe("stored")
  expect((await counted("contact")) - before).toBe(2)
  const reasons = await ask(sql`select category, sum(count)::int as count from cube
    where measure = 'call-ended' group by 1 order by 1`)
  expect(reasons).toEqual([
    { category: "crime", count: 1 },
    { category: "hung-up", count: 1 },
  ])
  expect(await recounted()).toEqual([])
})

test("no other desk counts, ends or takes a call", async () => {
  const report = callReport()
  const tries = [
    sql`count_call(${report.id}, 'national')`,
    sql`end_call(${report.id}, 'national', 'silent')`,
    sql`take_call_report(${report.id}, 'kent', 'kent', 'national', 'en', array['partner'], 'no', 'yes', 'found',
      null, ${report.digest}, ${report.body}, ${report.wrap}, 1)`,
  ]
  for (const each of tries) {
    const asKent = asTenant(at.database, "kent", (transaction) => transaction.execute(sql`select ${each}`))
    await expect(asKent).rejects.toMatchObject({ cause: { code: "42501" } })
  }
  expect(await eventsOf(report.id)).toEqual([])
})

test("an unknown line, a made-up reason and a category ticked twice are refused", async () => {
  await expect(countCall(at.database, { id: randomUUID(), line: "unheard-of" })).rejects.toThrow()
  await expect(endCall(at.database, newCall(), "07700 900123" as "other")).rejects.toThrow()
  await expect(takeCallReport(at.database, callReport({ categories: ["other", "other"] }))).rejects.toThrow()
})

test("a call handler opens no report and decides none; a force has no call handler", async () => {
  const report = callReport({ tenant: "national-desk", reason: "unknown" })
  await takeCallReport(at.database, report)
  const handler = await addPerson(at.database, "national-desk", ["call-handler"])
  const tries: EventCodes[] = [
    { kind: "opened", detail: { reason: "own" } },
    { kind: "taken", detail: {} },
  ]
  for (const codes of tries) {
    const asHandler = asTenant(at.database, "national-desk", (transaction) =>
      addEvent(transaction, { tenant: "national-desk", report: report.id, by: handler, codes }),
    )
    await expect(asHandler).rejects.toThrow(MayNotFollow)
  }
  await expect(addPerson(at.database, "kent", ["call-handler"])).rejects.toThrow()
})
