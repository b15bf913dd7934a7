import type { AcceptedReport } from "@candour/database/accept-report.ts"
import { asOwner, asTenant } from "@candour/database/as.ts"
import { addDays, addMonths, type Day, dayOf } from "@candour/domain/day.ts"
import type { Assessment } from "@candour/domain/ladder.ts"
import { referenceOf } from "@candour/domain/reference.ts"
import { workingDaysBetween } from "@candour/domain/working-day.ts"
import type { InboxKey } from "@candour/sealing/inbox-key.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { describe, said } from "../../testing/describe.ts"
import { kentAndEssex, type Member, type TestDesk, type ToldReport } from "../../testing/test-desk.ts"
import { findPatterns, forToday } from "./find-patterns.ts"
import type { FoundPattern, Pattern } from "./pattern.ts"

let desk: TestDesk
let lead: Member
let officer: Member
let essex: Member
let inbox: InboxKey
const today = dayOf(new Date())
beforeAll(async () => {
  ;({ desk, lead, officer, essex, inbox } = await kentAndEssex({ countsByHand: true }))
})
afterAll(() => desk.close())

const reader = (who: Member) => ({ person: who.person, roles: ["lead"] as const, today })

/** The patterns of Kent that any of `reports` shows, as a lead sees them. */
async function patternsOf(...reports: ToldReport[]): Promise<FoundPattern[]> {
  const found = await asTenant(desk.database, "kent", (transaction) => findPatterns(transaction, reader(lead)))
  return found.filter((each) => reports.some(({ id }) => each.reports.includes(id)))
}
const namesOf = async (...reports: ToldReport[]) => (await patternsOf(...reports)).map(({ pattern }) => pattern)
const forTodayOf = (who: Member) =>
  asTenant(desk.database, who.tenant, (transaction) => forToday(transaction, reader(who)))

async function record(who: Member, report: ToldReport, number: number, kind: string, detail: unknown, words?: string) {
  const answer = await desk.decide(who, report, number, kind, detail, words)
  expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)])
}

const theft: Assessment = { threat: "theft-fraud", others: [], severity: "gross", persons: 1, grounds: [] }

/** A report that the officer opened (event 4) and assessed (event 5), told on `day`. */
async function assessed(changes: Partial<Assessment>, told: Partial<AcceptedReport> & { day?: Day } = {}) {
  const { day = today, ...rest } = told
  const report = await desk.tell(inbox, { categories: ["other"], ...rest })
  await desk.post(officer, `/report/${report.id}/open`, { reason: "own" })
  await record(officer, report, 5, "assessed", { ...theft, ...changes }, "So.")
  await toldOn(report, day)
  return report
}

/** Everything at `report` happened on `day`. */
const happenedOn = ({ id }: ToldReport, day: Day) =>
  asOwner(desk.database, async (transaction) => {
    await transaction.execute(sql`alter table event disable trigger user`)
    await transaction.execute(sql`update event set happened = ${day}::date where report = ${id}::uuid`)
    await transaction.execute(sql`alter table event enable trigger user`)
  })

const toldOn = ({ id }: ToldReport, day: Day) =>
  asOwner(desk.database, (transaction) =>
    transaction.execute(sql`update report set day = ${day}::date where id = ${id}::uuid`),
  )

/** The lead says whether person 1 of `report` is person 1 of `other`, as event `number`. */
async function matched(report: ToldReport, other: ToldReport, number = 7, same = true) {
  await desk.post(lead, `/report/${report.id}/open`, { reason: "review" })
  await record(lead, report, number, "matched", { person: 1, report: other.id, other: 1, same })
}

/** Closes with `outcome` for person 1, which the lead opens as event `number`. */
async function closed(report: ToldReport, number: number, outcome: string) {
  await desk.post(lead, `/report/${report.id}/open`, { reason: "review" })
  await record(lead, report, number + 1, "outcome", { person: 1, outcome })
  await asOwner(desk.database, (transaction) =>
    transaction.execute(sql`update report set stage = 'closed' where id = ${report.id}::uuid`),
  )
}

/** Each pattern that one report shows by itself: what has it, and what comes nearest and hasn't. */
const alone: [Pattern, Parameters<typeof assessed>, Parameters<typeof assessed>][] = [
  ["exposure", [{ signs: ["exposure"] }], [{ threat: "sexual-misconduct", signs: ["met-on-duty"] }]],
  ["partner-risk", [{ threat: "ppda", signs: ["firearms"] }], [{ threat: "apsp", signs: ["firearms"] }]],
  ["partner-risk", [{ signs: ["victims"] }, { categories: ["partner"] }], [{ threat: "ppda", signs: ["exposure"] }]],
  [
    "met-on-duty",
    [{ threat: "sexual-misconduct", signs: ["met-on-duty"] }],
    [{ threat: "ppda", signs: ["met-on-duty"] }],
  ],
  ["lookup", [{ threat: "systems", others: ["ppda"] }], [{ threat: "systems", others: ["association"] }]],
  [
    "lookup",
    [{ threat: "systems" }, { categories: ["sexual"] }],
    [{ threat: "disclosure" }, { categories: ["sexual"] }],
  ],
  ["unit", [{ threat: "discrimination", signs: ["chat-group"] }], [{ threat: "discrimination", signs: ["rudeness"] }]],
  ["iopc-open", [{ grounds: ["apsp"] }], [{ threat: "apsp" }]],
]
test.each(alone)("%s is found where it is, and not in what comes nearest", async (pattern, has, hasNot) => {
  const [shown, other] = [await assessed(...has), await assessed(...hasNot)]
  expect(await namesOf(shown)).toContain(pattern)
  expect(await namesOf(other)).not.toContain(pattern)
})

test("exposure and a partner at risk come first in a lead's day, until a lead has looked; an officer's day hasn't them", async () => {
  const report = await assessed({ signs: ["exposure"] })
  const day = async (who: Member) => (await desk.get(who, "/")).text()
  expect(await day(lead)).toContain("For a lead today")
  expect(await forTodayOf(lead)).toContain(report.id)
  expect(await day(officer)).not.toContain("For a lead today")
  expect(await forTodayOf(essex)).toEqual([])

  await desk.post(lead, `/report/${report.id}/open`, { reason: "review" })
  expect(await forTodayOf(lead)).not.toContain(report.id)
  expect(await patternsOf(report)).toEqual([{ pattern: "exposure", reports: [report.id], unseen: false }])
})

test("a corrected assessment shows nothing any more, nor does a closed report", async () => {
  const [corrected, ended] = [await assessed({ signs: ["exposure"] }), await assessed({ signs: ["exposure"] })]
  await record(officer, corrected, 6, "corrected", { corrects: 5 }, "Wrong report.")
  expect(await namesOf(corrected)).toEqual([])
  await closed(ended, 6, "dismissed")
  expect(await namesOf(ended)).toEqual([])
})

test("met on duty is settled once it is assessed as abuse of position and goes to the IOPC, and not before", async () => {
  const report = await assessed({ threat: "apsp", grounds: ["apsp"], signs: ["met-on-duty"] })
  expect(await namesOf(report)).toEqual(["met-on-duty", "iopc-open"])
  await record(lead, report, 6, "iopc-decided", { refer: false, grounds: ["apsp"] }, "No.")
  expect(await namesOf(report)).toEqual(["met-on-duty"])
  await record(lead, report, 7, "iopc-decided", { refer: true, grounds: ["apsp"] }, "It must.")
  expect(await namesOf(report)).toEqual([])
})

test("a person who moves while a report is open is shown; another milestone isn't", async () => {
  const [moves, stays] = [await assessed({}), await assessed({})]
  await record(officer, moves, 6, "milestone", { which: "moved" })
  await record(officer, stays, 6, "milestone", { which: "interviewed" })
  expect(await namesOf(moves)).toEqual(["moved"])
  expect(await namesOf(stays)).toEqual([])
  await record(officer, moves, 7, "corrected", { corrects: 6 }, "It was another.")
  expect(await namesOf(moves)).toEqual([])
})

test("a later report a step higher shows that it gets worse; the same step, or one after three years, doesn't", async () => {
  const earlier = await assessed({ threat: "apsp" }, { day: addMonths(today, -36) })
  const worse = await assessed({ threat: "ppda" })
  await matched(worse, earlier)
  const found = await patternsOf(worse)
  expect(found.map(({ pattern, reports }) => [pattern, reports])).toEqual([
    ["escalation", [worse.id, earlier.id]],
    ["repeat", [worse.id, earlier.id]],
  ])
  await toldOn(earlier, addDays(addMonths(today, -36), -1))
  expect(await namesOf(worse)).toEqual(["repeat"])

  const [first, second] = [
    await assessed({ threat: "apsp" }, { day: addDays(today, -30) }),
    await assessed({ threat: "apsp" }),
  ]
  await matched(second, first)
  expect(await namesOf(second)).toEqual(["repeat"])
  // It got better: the graver one came first.
  const [grave, milder] = [
    await assessed({ threat: "ppda" }, { day: addDays(today, -30) }),
    await assessed({ threat: "apsp" }),
  ]
  await matched(milder, grave)
  expect(await namesOf(milder)).toEqual(["repeat"])
})

test("three small things about one person within two years are read as one, closed or not; two aren't", async () => {
  const [first, second, third] = [
    await assessed({ threat: "authority" }, { day: addMonths(today, -23) }),
    await assessed({ signs: ["rudeness"] }, { day: addMonths(today, -5) }),
    await assessed({ threat: "drugs", others: ["authority"] }),
  ]
  await matched(second, first)
  expect(await namesOf(second)).not.toContain("low-level")
  await matched(third, second)
  const of = async () => (await patternsOf(third)).find(({ pattern }) => pattern === "low-level")
  expect(await of()).toEqual({ pattern: "low-level", reports: [third.id, second.id, first.id] })
  for (const each of [first, second, third])
    await asOwner(desk.database, (transaction) =>
      transaction.execute(sql`update report set stage = 'closed' where id = ${each.id}::uuid`),
    )
  expect(await of()).toBeDefined()
  await toldOn(first, addDays(addMonths(today, -24), -1))
  expect(await of()).toBeUndefined()
})

test("reported before is found across a chain of matches, undone by a lead's later word, and told on where it is soon", async () => {
  const [first, second, third] = [
    await assessed({}, { day: addMonths(today, -60) }),
    await assessed({}, { day: addMonths(today, -40) }),
    await assessed({}),
  ]
  await matched(second, first)
  expect(await patternsOf(second)).toEqual([
    { pattern: "repeat", reports: [second.id, first.id], tellCoordinator: false },
  ])
  await matched(third, second)
  expect(await patternsOf(first)).toEqual([
    { pattern: "repeat", reports: [third.id, second.id, first.id], tellCoordinator: true },
  ])
  await matched(third, second, 9, false)
  expect(await namesOf(third)).toEqual([])
  expect(await namesOf(first)).toEqual(["repeat"])
})

test("an earlier report that was closed without a finding is read again; one that was proven is only one more", async () => {
  const [nothing, proven] = [await assessed({}), await assessed({})]
  const [afterNothing, afterProven] = [await assessed({}), await assessed({})]
  await closed(nothing, 6, "nfa-insufficient")
  await closed(proven, 6, "written-warning")
  await matched(afterNothing, nothing)
  await matched(afterProven, proven)
  expect(await namesOf(afterNothing)).toEqual(["closed-before"])
  expect(await namesOf(afterProven)).toEqual(["repeat"])
})

test("a grave report that lies untouched for ten working days is shown, and one that somebody worked on isn't", async () => {
  const [lies, worked] = [await assessed({ threat: "ppda" }), await assessed({ threat: "ppda" })]
  await happenedOn(lies, addDays(today, -20))
  await happenedOn(worked, addDays(today, -9))
  expect(await patternsOf(lies)).toEqual([{ pattern: "stale", reports: [lies.id], tellCoordinator: false }])
  expect(await namesOf(worked)).toEqual([])
})

test("one that lies so for twenty working days is the coordinator's to know, too", async () => {
  const report = await assessed({ threat: "ppda" })
  const lastDay = (workingDays: number) => {
    const days = Array.from({ length: 60 }, (_, ago) => addDays(today, -ago))
    return days.find((day) => workingDaysBetween(day, today) === workingDays) as Day
  }
  const tells = async () => (await patternsOf(report)).map(({ tellCoordinator }) => tellCoordinator)
  await happenedOn(report, lastDay(19))
  expect(await tells()).toEqual([false])
  await happenedOn(report, lastDay(20))
  expect(await tells()).toEqual([true])
  expect(await (await desk.get(lead, "/unit")).text()).toContain("Untouched for twenty working days")
})

test("a reporter who hasn't answered for 28 days is as one who withdrew; one who answers, or whom nobody asked, isn't", async () => {
  const written = async (changes: Partial<Assessment>) => {
    const report = await assessed(changes)
    await record(officer, report, 6, "messaged", { message: 0 }, "When was it?")
    return report
  }
  const [silent, lately, answers, theft] = [
    await written({ threat: "ppda" }),
    await written({ threat: "ppda" }),
    await written({ threat: "ppda" }),
    await written({}),
  ]
  const notAsked = await assessed({ threat: "ppda" })
  for (const each of [silent, answers, theft, notAsked]) await happenedOn(each, addDays(today, -28))
  await happenedOn(lately, addDays(today, -27))
  await asOwner(desk.database, (transaction) =>
    transaction.execute(sql`insert into event (tenant, report, number, kind, happened, recorded, detail, line, channel, routed_to)
      select tenant, id, 7, 'messaged', ${today}::date, ${today}::date, '{}', line, channel, routed_to
        from report where id = ${answers.id}::uuid`),
  )
  expect(await namesOf(silent)).toContain("withdrawn")
  for (const each of [lately, answers, theft, notAsked]) expect(await namesOf(each)).not.toContain("withdrawn")
  // It is what was first left without an answer that counts, not what was asked last.
  await record(officer, silent, 7, "messaged", { message: 1 }, "Are you safe?")
  expect(await namesOf(silent)).toEqual(["withdrawn"])
})

test("three people of one unit within a year are one pattern, whoever of them a lead says to be one counting once", async () => {
  const ofUnit = async (name: string, unit: string, day: Day = today) => {
    const report = await assessed({}, { day })
    const answer = await describe(desk, inbox, officer, report, { number: 6, description: said({ name, unit }) })
    expect(answer.status).toBe(200)
    return report
  }
  const reports = [await ofUnit("Ann Roe", "Lydd nick"), await ofUnit("Bea Coe", "Lydd")]
  await ofUnit("Cy Doe", "Hythe")
  await ofUnit("Dee Loe", "Lydd", addDays(addMonths(today, -12), -1))
  expect(await namesOf(...reports)).toEqual([])
  const again = await ofUnit("A. Roe", "Lydd")
  expect((await patternsOf(again)).map(({ pattern, reports }) => [pattern, reports.length])).toEqual([["unit", 3]])
  await matched(again, reports[0] as ToldReport, 8)
  expect(await namesOf(reports[1] as ToldReport)).toEqual([])
  await ofUnit("Flo Poe", "Lydd station")
  expect(await namesOf(reports[1] as ToldReport)).toEqual(["unit"])
})

test("a restricted report shows its patterns to those named alone", async () => {
  const report = await assessed({ signs: ["exposure"] })
  const restrictTo = (person: string) =>
    asOwner(desk.database, (transaction) =>
      transaction.execute(sql`update report set restricted_to = array[${person}::uuid, gen_random_uuid()]
        where id = ${report.id}::uuid`),
    )
  await restrictTo(officer.person)
  expect(await namesOf(report)).toEqual([])
  await restrictTo(lead.person)
  expect(await namesOf(report)).toEqual(["exposure"])
})

test("a lead's page says why a pattern is shown, what to do, and which reports; another force's has none of it", async () => {
  const [earlier, later] = [await assessed({ threat: "apsp" }), await assessed({ threat: "ppda" })]
  await matched(later, earlier)
  const page = async (who: Member) => (await desk.get(who, "/unit")).text()
  const shown = await page(lead)
  for (const each of [
    "About one person, and it gets worse",
    "Read them together from the first.",
    referenceOf(earlier.id),
    referenceOf(later.id),
  ])
    expect(shown).toContain(each)
  expect(await page(essex)).toContain("Nothing of this kind just now.")
})
