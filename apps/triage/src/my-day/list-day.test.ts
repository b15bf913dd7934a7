import { asNational, asOwner, asTenant } from "@candour/database/as.ts"
import { stopIfNear } from "@candour/database/nearness.ts"
import { addPerson } from "@candour/database/testing/sample-report.ts"
import { addDays, dayOf, systemClock } from "@candour/domain/day.ts"
import type { Role } from "@candour/domain/role.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { fingerprintKey } from "@candour/sealing/fingerprint.ts"
import type { InboxKey } from "@candour/sealing/inbox-key.ts"
import { nearnessKeyOf, sealNearness } from "@candour/sealing/nearness.ts"
import { formatDay } from "@candour/web/language.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { colleagueHashesOf } from "../near/hashes.ts"
import { wordsOf } from "../near/said.ts"
import { said as described, describe as describePerson } from "../testing/describe.ts"
import { kentAndEssex, type Member, type TestDesk, type ToldReport } from "../testing/test-desk.ts"
import { listDay } from "./list-day.ts"

const today = dayOf(systemClock.now())

let desk: TestDesk
let lead: Member
let inbox: InboxKey
beforeAll(async () => {
  ;({ desk, lead, inbox } = await kentAndEssex())
})
afterAll(() => desk.close())

/** An officer, or whoever else, of whom no other test knows. */
async function newcomer(name: string, roles: Role[] = ["officer"]): Promise<Member> {
  const who = await desk.join("kent", name, roles)
  await desk.giveAccess(lead, who, inbox)
  return who
}

const dayOfPerson = ({ person }: Member, roles: Role[] = ["officer"]) =>
  asTenant(desk.database, "kent", (transaction) => listDay(transaction, { person, roles, today }))

/** The ids of each part. */
const partsOf = async (who: Member, roles?: Role[]) =>
  Object.fromEntries((await dayOfPerson(who, roles)).map(({ part, rows }) => [part, rows.map(({ id }) => id)]))

const setDue = (reports: readonly ToldReport[], due: string) =>
  asOwner(desk.database, (transaction) =>
    transaction.execute(
      sql`update report set due = ${due} where id::text = any (${sql.param(reports.map(({ id }) => id))})`,
    ),
  )

async function held(by: Member, changes: Parameters<TestDesk["tell"]>[1] = {}): Promise<ToldReport> {
  const report = await desk.tell(inbox, changes)
  expect((await desk.decide(by, report, 4, "taken")).status).toBe(200)
  return report
}

test("a report in danger stands there alone, and says there what else waits at it", async () => {
  const officer = await newcomer("danger.kent")
  const report = await held(officer, { danger: "now" })
  await desk.post(lead, `/report/${report.id}/open`, { reason: "assign" })
  const task = { for: officer.person, due: addDays(today, 3) }
  expect((await desk.decide(lead, report, 6, "tasked", task, "Ring the duty officer.")).status).toBe(200)
  const calm = await held(officer)

  expect(await partsOf(officer)).toEqual({ danger: [report.id], next: [calm.id] })
  const page = await (await desk.get(officer, "/")).text()
  expect(page.split(`href="/report/${report.id}"`)).toHaveLength(2)
  expect(page).toContain("Task for you")
  await desk.post(officer, `/report/${report.id}/open`, { reason: "own" })
  await desk.decide(officer, report, 8, "danger-acted", { did: "no-danger" }, "Nobody was.")
  expect(await partsOf(officer)).toEqual({ waiting: [report.id], next: [calm.id] })
})

test("however much is overdue, what is due next follows it", async () => {
  const officer = await newcomer("overdue.kent")
  const late = await Promise.all(Array.from({ length: 7 }, () => held(officer)))
  const later = await held(officer)
  await setDue(late, addDays(today, -1))
  const day = await dayOfPerson(officer)
  expect(day.map(({ part, rows, more }) => [part, rows.length, more])).toEqual([
    ["overdue", 5, true],
    ["next", 1, false],
  ])
  expect(day[1]?.rows.map(({ id }) => id)).toEqual([later.id])
})

/** What `by` says that `of` is near to. */
async function say(by: Member, of: Member, units: string): Promise<void> {
  const whole = { surnames: "", units, lineUnits: "", linePeople: "" }
  const sealed = toBase64url(await sealNearness(nearnessKeyOf(inbox, of.person), of, wordsOf(whole)))
  const traits = colleagueHashesOf(fingerprintKey(inbox), whole)
  expect((await desk.post(by, `/people/${of.person}/near`, { generation: 1, sealed, traits })).status).toBe(200)
}

test("a lead's day has who was stopped within a week and waits to be let in, until they are", async () => {
  const near = await newcomer("near.kent")
  const second = await newcomer("second.lead", ["lead"])
  await say(lead, near, "Deal")
  const report = await desk.tell(inbox)
  await desk.post(lead, `/report/${report.id}/open`, { reason: "own" })
  await describePerson(desk, inbox, lead, report, {
    number: 5,
    description: described({ name: "Ann Pike", unit: "Deal" }),
  })
  expect(await partsOf(lead, ["lead"])).not.toHaveProperty("letIn")
  expect(await stopIfNear(desk.database, "kent", report.id, near.person)).toBe("unit")

  expect((await partsOf(lead, ["lead"])).letIn).toEqual([report.id])
  expect(await partsOf(near)).not.toHaveProperty("letIn")
  expect(await (await desk.get(lead, "/")).text()).toContain("Person near.kent was stopped")
  const inAWeek = await asTenant(desk.database, "kent", (transaction) =>
    listDay(transaction, { person: lead.person, roles: ["lead"], today: addDays(today, 7) }),
  )
  expect(inAWeek.map(({ part }) => part)).not.toContain("letIn")

  // A lead who is too near has nobody to let in there.
  await say(lead, second, "Deal")
  expect(await partsOf(second, ["lead"])).not.toHaveProperty("letIn")
  expect((await desk.decide(lead, report, 7, "let-in", { who: near.person })).status).toBe(200)
  expect(await partsOf(lead, ["lead"])).not.toHaveProperty("letIn")
})

test("the desk of a paused force is told so, and since when", async () => {
  expect(await (await desk.get(lead, "/")).text()).not.toContain("has paused your desk")
  const coordinator = await addPerson(desk.database, "national-desk", ["coordinator"])
  const change = (what: string) =>
    asNational(desk.database, (transaction) =>
      transaction.execute(sql`select change_force(${coordinator}, 'kent', ${what}, 'Agreed', null::date, null, null)`),
    )
  await change("paused")
  expect(await (await desk.get(lead, "/")).text()).toContain(
    `The national body has paused your desk since ${formatDay(today, "en")}`,
  )
  await change("resumed")
  expect(await (await desk.get(lead, "/")).text()).not.toContain("has paused your desk")
})
