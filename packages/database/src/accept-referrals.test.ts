import { randomBytes, randomUUID } from "node:crypto"
import { type Day, dayOf } from "@candour/domain/day.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type AcceptedReport, acceptReport } from "./accept-report.ts"
import { addEvent } from "./add-event.ts"
import { asIntake, asOwner, asTenant } from "./as.ts"
import { mailboxState } from "./mailbox-state.ts"
import { readBody } from "./read-body.ts"
import { addPerson, openDesks, sampleReferral, sampleReport } from "./testing/sample-report.ts"
import { type TestDatabase, testDatabase } from "./testing/test-database.ts"
import { transferReport } from "./transfer-report.ts"

let at: TestDatabase
const today = dayOf(new Date())
beforeAll(async () => {
  at = await testDatabase()
  await openDesks(at.database, ["kent", "essex", "gwent", "metropolitan", "national-desk"])
})
afterAll(() => at.close())

const ask = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  (await asOwner(at.database, (transaction) => transaction.execute<Row>(query))).rows

/** Kent's report, told to Essex and Gwent too. */
const told = (changes: Partial<AcceptedReport> = {}) =>
  sampleReport({ referrals: [sampleReferral("essex"), sampleReferral("gwent")], ...changes })
const idsOf = ({ id, referrals = [] }: AcceptedReport) => [id, ...referrals.map((referral) => referral.id)]
const eventsOf = async (report: AcceptedReport) => {
  const rows = await ask<{ tenant: string; kind: string; detail: object; person: string | null }>(sql`
    select tenant, kind, detail, person from event where report in ${idsOf(report)} order by tenant, number`)
  return rows.map(({ tenant, kind, detail, person }) => [tenant, kind, detail, person])
}
/** What the cube has of all tenants together, by measure; only what isn't 0. */
const counted = async () => {
  const rows = await ask<{ what: string; count: string }>(sql`
    select measure || case category when '' then '' else ' ' || category end as what, sum(count) as count
      from cube group by 1 having sum(count) <> 0`)
  return Object.fromEntries(rows.map(({ what, count }) => [what, Number(count)]))
}
/** What `work` adds to the cube. */
const addedBy = async (work: () => Promise<unknown>) => {
  const before = await counted()
  await work()
  const after = Object.entries(await counted()).map(([what, count]) => [what, count - (before[what] ?? 0)] as const)
  return Object.fromEntries(after.filter(([, count]) => count !== 0))
}
const accept = (report: AcceptedReport, day: Day = today) => acceptReport(at.database, report, day)
const recount = () => ask(sql`select * from recount()`)

test("told once, a report lies at each force: contacted, reported and routed at the first, arrived at the others", async () => {
  const report = told({ categories: ["partner", "sexual"], danger: "soon", mayReply: "no", language: "cy" })
  expect(await accept(report)).toBe("stored")
  expect(await eventsOf(report)).toEqual([
    ["essex", "arrived", { from: "kent", referral: true }, null],
    ["gwent", "arrived", { from: "kent", referral: true }, null],
    ["kent", "contacted", {}, null],
    ["kent", "reported", { categories: ["partner", "sexual"] }, null],
    ["kent", "routed", { reason: "found" }, null],
    ["kent", "referred", { to: "essex" }, null],
    ["kent", "referred", { to: "gwent" }, null],
  ])
  const rows = await ask(sql`
    select tenant, sealed_for, routed_to, line, channel, language, categories, danger, may_reply, day::text, stage,
        urgency, opened, last_number, due = (select due from report where id = ${report.id}) as same_due
      from report where id in ${idsOf(report)} order by tenant`)
  const shared = {
    line: "national",
    channel: "online",
    language: "cy",
    categories: ["partner", "sexual"],
    danger: "soon",
    may_reply: "no",
    day: today,
    stage: "received",
    urgency: 1,
    opened: false,
    same_due: true,
  }
  const at = (tenant: string, last_number: number) => ({
    ...shared,
    tenant,
    sealed_for: tenant,
    routed_to: tenant,
    last_number,
  })
  expect(rows).toEqual([at("essex", 1), at("gwent", 1), at("kent", 5)])
})

test("each desk is handed its own body and its own wrap, and nobody else's", async () => {
  const report = told()
  await accept(report)
  const copies = [report, ...(report.referrals ?? [])]
  for (const { id, tenant, body, wrap } of copies) {
    const officer = await addPerson(at.database, tenant, ["officer"])
    await asTenant(at.database, tenant, async (transaction) => {
      const { rows } = await transaction.execute(sql`select id from report where id in ${idsOf(report)}`)
      expect(rows).toEqual([{ id }])
      const { rows: seen } = await transaction.execute(
        sql`select distinct report from event where report in ${idsOf(report)}`,
      )
      expect(seen).toEqual([{ report: id }])
      await addEvent(transaction, {
        tenant,
        report: id,
        by: officer,
        codes: { kind: "opened", detail: { reason: "own" } },
      })
    })
    const read = await readBody(at.database, tenant, id, officer)
    expect(Buffer.from(read?.body ?? []).equals(body)).toBe(true)
    expect(Buffer.from(read?.wraps[0]?.wrapped ?? []).equals(wrap)).toBe(true)
    for (const other of copies.filter((each) => each.id !== id)) {
      await expect(readBody(at.database, tenant, other.id, officer)).rejects.toThrow()
    }
  }
})

test("the contact is counted once nationally, however many forces are told, and a recount finds no difference", async () => {
  const report = told({ categories: ["partner", "sexual"] })
  expect(await addedBy(() => accept(report, "2026-01-05"))).toEqual({
    contact: 1,
    report: 1,
    "contact-by-category partner": 1,
    "contact-by-category sexual": 1,
    unopened: 3,
    referral: 2,
    referred: 2,
  })
  const [essex] = report.referrals ?? []
  const officer = await addPerson(at.database, "essex", ["officer"])
  const open = () =>
    asTenant(at.database, "essex", (transaction) =>
      addEvent(transaction, {
        tenant: "essex",
        report: essex?.id ?? "",
        by: officer,
        codes: { kind: "opened", detail: { reason: "own" } },
      }),
    )
  expect(await addedBy(open)).toEqual({ unopened: -1, opened: 1, "took opened": 1 })
  expect(await recount()).toEqual([])
  await ask(sql`select fold_cube()`)
  expect(await recount()).toEqual([])
})

test("a repeat is the same, and sixteen at once are one report with one copy for each force", async () => {
  const report = told()
  const added = await addedBy(async () => {
    const answers = await Promise.all(Array.from({ length: 16 }, () => accept(report)))
    expect(answers.toSorted()).toEqual([...Array(15).fill("same"), "stored"])
    expect(await accept(report)).toBe("same")
  })
  expect(added).toMatchObject({ contact: 1, referral: 2, referred: 2 })
  expect(await eventsOf(report)).toHaveLength(7)
})

test("where any of them clashes, it is a conflict and nothing at all is stored", async () => {
  const before = told()
  await accept(before)
  const [theirs] = before.referrals ?? []
  const another = told()
  await accept(another)
  const clashes: AcceptedReport[] = [
    told({ referrals: [sampleReferral("essex"), sampleReferral("gwent", { id: theirs?.id ?? "" })] }),
    told({ referrals: [sampleReferral("essex", { id: before.id })] }),
    told({ mailboxHash: before.mailboxHash }),
    { ...before, digest: randomBytes(32) },
    { ...another, referrals: before.referrals },
    { ...before, referrals: [sampleReferral("essex", theirs), sampleReferral("metropolitan")] },
    { ...before, referrals: [sampleReferral("essex", { ...theirs, digest: randomBytes(32) })] },
  ]
  const rows = () =>
    ask(sql`
    select (select count(*) from mailbox) as mailboxes, (select count(*) from report) as reports,
      (select count(*) from event) as events, (select count(*) from wrap) as wraps,
      (select sum(last_number) from report) as numbers`)
  const there = await rows()
  for (const clash of clashes)
    expect(await addedBy(async () => expect(await accept(clash)).toBe("conflict"))).toEqual({})
  expect(await rows()).toEqual(there)
})

test("a desk that has no key, a desk told twice or a seventh force is refused, and nothing is stored", async () => {
  const everyone = ["essex", "gwent", "metropolitan", "national-desk", "a", "b"].map((tenant) => sampleReferral(tenant))
  const refused = [
    { referrals: [sampleReferral("essex", { generation: 2 })], because: /No key of that generation/ },
    { referrals: [sampleReferral("kent")], because: /Each desk gets one copy/ },
    { referrals: [sampleReferral("essex"), sampleReferral("essex")], because: /Each desk gets one copy/ },
    { referrals: everyone, because: /Six forces are told at once, at most/ },
  ]
  for (const { referrals, because } of refused) {
    const report = told({ referrals })
    await expect(accept(report)).rejects.toMatchObject({ cause: { message: expect.stringMatching(because) } })
    expect(await eventsOf(report)).toEqual([])
  }
})

test("a force whose desk isn't open has its copy held by the national desk, and counted as the force's", async () => {
  const report = told({ referrals: [sampleReferral("national-desk", { routedTo: "gwent" })] })
  await accept(report)
  expect(await eventsOf(report)).toContainEqual(["national-desk", "arrived", { from: "kent", referral: true }, null])
  expect(await ask(sql`select tenant, routed_to from report where id = ${report.referrals?.[0]?.id}`)).toEqual([
    { tenant: "national-desk", routed_to: "gwent" },
  ])
})

test("one receipt opens the state of the report and of each referral, also after one of them was handed on", async () => {
  const address = randomBytes(32)
  const mailboxHash = new Uint8Array(await crypto.subtle.digest("SHA-256", address))
  const report = told({ mailboxHash })
  await accept(report)
  const [essex, gwent] = report.referrals ?? []
  const lead = await addPerson(at.database, "essex", ["lead"])
  const unwritten = { mayReply: "yes", disputed: false, sent: 0, lastSent: undefined, released: undefined }
  const state = { ...unwritten, state: "waiting", day: today, moved: false }
  expect(await mailboxState(at.database, address)).toEqual([
    { ...state, report: report.id, holder: "kent", sealedFor: "kent", referralOf: undefined },
    { ...state, report: essex?.id, holder: "essex", sealedFor: "essex", referralOf: report.id },
    { ...state, report: gwent?.id, holder: "gwent", sealedFor: "gwent", referralOf: report.id },
  ])
  await asTenant(at.database, "essex", (transaction) =>
    addEvent(transaction, {
      tenant: "essex",
      report: essex?.id ?? "",
      by: lead,
      codes: { kind: "opened", detail: { reason: "own" } },
    }),
  )
  await transferReport(at.database, "essex", {
    report: essex?.id ?? "",
    by: lead,
    to: "metropolitan",
    generation: 1,
    wrap: randomBytes(2171),
  })
  const states = await mailboxState(at.database, address)
  expect(states.map(({ holder, moved }) => [holder, moved])).toEqual([
    ["kent", false],
    ["gwent", false],
    ["metropolitan", true],
  ])
  expect(await recount()).toEqual([])
})

test("intake can't add a copy to a report that is there", async () => {
  const report = told()
  await accept(report)
  const given = sql`row(${randomUUID()}, 'gwent', 'gwent', ${randomBytes(32)}, ${randomBytes(9)}, ${randomBytes(2171)}, 1)`
  const attempt = asIntake(at.database, (connection) =>
    connection.execute(sql`select accept_referral(${report.id}, ${given}::given_referral)`),
  )
  await expect(attempt).rejects.toMatchObject({ cause: { message: expect.stringMatching(/permission denied/) } })
})
