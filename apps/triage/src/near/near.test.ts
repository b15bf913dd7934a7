import { asTenant } from "@candour/database/as.ts"
import { MayNotFollow } from "@candour/database/errors.ts"
import { stopIfNear } from "@candour/database/nearness.ts"
import { referenceOf } from "@candour/domain/reference.ts"
import { bytesOf, toBase64url } from "@candour/sealing/encoding.ts"
import { fingerprintKey } from "@candour/sealing/fingerprint.ts"
import type { InboxKey } from "@candour/sealing/inbox-key.ts"
import { nearnessKeyOf, openNearness, sealNearness } from "@candour/sealing/nearness.ts"
import { sealUnder } from "@candour/sealing/report-key.ts"
import { sealedFromStorage } from "@candour/sealing/sealed.ts"
import { sealTitle, titleKeyOf } from "@candour/sealing/title.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { HandedOut } from "../report/open-report.ts"
import { said as described, describe as describePerson } from "../testing/describe.ts"
import { kentAndEssex, type Member, type TestDesk, type ToldReport } from "../testing/test-desk.ts"
import { colleagueHashesOf } from "./hashes.ts"
import { saidIn, wordsOf } from "./said.ts"

let desk: TestDesk
let lead: Member
let officer: Member
let other: Member
let essex: Member
let inbox: InboxKey
beforeAll(async () => {
  ;({ desk, lead, officer, essex, inbox } = await kentAndEssex())
  other = await desk.join("kent", "other.kent", ["officer"])
  await desk.giveAccess(lead, other, inbox)
})
afterAll(() => desk.close())

const NOTHING = { surnames: "", units: "", lineUnits: "", linePeople: "" }

/** What a lead's browser sends of a colleague. */
async function say(by: Member, of: Member, said: Partial<typeof NOTHING>): Promise<Response> {
  const whole = { ...NOTHING, ...said }
  const sealed = await sealNearness(nearnessKeyOf(inbox, of.person), of, wordsOf(whole))
  const traits = colleagueHashesOf(fingerprintKey(inbox), whole)
  return desk.post(by, `/people/${of.person}/near`, { generation: 1, sealed: toBase64url(sealed), traits })
}

async function describe(by: Member, report: ToldReport, number: number, name: string, unit: string) {
  const answer = await describePerson(desk, inbox, by, report, { number, description: described({ name, unit }) })
  expect(answer.status).toBe(200)
}

/** A report about one person, described by `other` (events 4 and 5). */
async function reportAbout(name: string, unit: string): Promise<ToldReport> {
  const report = await desk.tell(inbox)
  await desk.post(other, `/report/${report.id}/open`, { reason: "own" })
  await describe(other, report, 5, name, unit)
  return report
}

const open = (who: Member, report: ToldReport) => desk.post(who, `/report/${report.id}/open`, { reason: "other" })
const stoppedAt = async ({ id }: ToldReport) => {
  const { rows } = await asTenant(desk.database, "kent", (transaction) =>
    transaction.execute<{ person: string; why: string }>(
      sql`select person, detail ->> 'why' as why from event where report = ${id} and kind = 'stopped' order by number`,
    ),
  )
  return rows.map(({ person, why }) => [person, why])
}

test.each([
  ["unit", { units: "Dover Response" }],
  ["line", { lineUnits: "Dover response team" }],
  ["line", { linePeople: "Sue MARSH" }],
  ["surname", { surnames: "Holt\nMarsh" }],
])("who is too near by %s is stopped, and that stays on record", async (why, said) => {
  expect((await say(lead, officer, said)).status).toBe(200)
  const report = await reportAbout("Sgt Susan Marsh", "Dover response team")
  const answer = await open(officer, report)
  expect(answer.status).toBe(403)
  expect((await answer.json()) as object).toMatchObject({ problem: "too-near" })
  expect(await stoppedAt(report)).toEqual([[officer.person, why]])
  expect((await desk.get(officer, `/report/${report.id}/sealed`)).status).toBe(409)
  // The lead isn't near, and another colleague isn't either.
  expect((await open(lead, report)).status).toBe(200)
  expect((await open(other, report)).status).toBe(200)
})

test("nothing sealed is handed out to who is too near, by any way", async () => {
  await say(lead, officer, {})
  const report = await reportAbout("Ann Pike", "Hythe")
  expect((await open(officer, report)).status).toBe(200)
  expect(((await (await desk.get(officer, `/report/${report.id}/sealed`)).json()) as HandedOut).title).toEqual({})
  const title = await sealTitle(titleKeyOf(inbox, report.id), { tenant: "kent", report: report.id }, "Stalking")
  await desk.post(other, `/report/${report.id}/title`, { sealed: toBase64url(title), generation: 1 })
  await desk.decide(officer, report, 7, "taken")
  const draft = toBase64url(
    await sealUnder(report.key, { tenant: "kent", report: report.id, part: "draft", number: 0 }, bytesOf("x")),
  )
  expect((await desk.post(officer, `/report/${report.id}/draft`, { sealed: draft })).status).toBe(200)
  expect(await (await desk.get(officer, "/queue?view=all")).text()).toContain(toBase64url(title))

  // They hold it, and have it open: from now on it is shut.
  await say(lead, officer, { units: "Hythe" })
  const sealed = await desk.get(officer, `/report/${report.id}/sealed`)
  expect(sealed.status).toBe(422)
  const answer = await sealed.text()
  for (const kept of ["wraps", toBase64url(title), draft]) expect(answer).not.toContain(kept)
  expect(await (await desk.get(officer, "/queue?view=all")).text()).not.toContain(toBase64url(title))
  expect(await (await desk.get(other, "/queue?view=all")).text()).toContain(toBase64url(title))
  const file = `/report/${report.id}/files/0d9c1c4e-6f0e-4a52-9d59-6a1a3f9a7c11/0`
  expect((await desk.get(officer, file)).status).toBe(422)
  const { reports } = (await (await desk.get(officer, "/search/reports")).json()) as { reports: string[] }
  expect(reports).not.toContain(report.id)
  expect(await (await desk.post(officer, "/search/open", { reports: [report.id] })).json()).toEqual({ opened: [] })
  for (const [kind, detail, words] of [
    ["noted", { nature: "fact" }, "So."],
    ["taken", {}],
    ["danger-acted", { did: "no-danger" }],
  ] as const)
    expect(await (await desk.decide(officer, report, 8, kind, detail, words)).json()).toMatchObject({
      problem: "too-near",
    })
})

test("the page shows them that there is a report and what to do, and neither why nor anything that is known of it", async () => {
  await say(lead, officer, { units: "Hythe" })
  const report = await reportAbout("Ann Pike", "Hythe")
  const page = await (await desk.get(officer, `/report/${report.id}`)).text()
  expect(page).toContain("You can’t open this report")
  for (const kept of ["unit of", "Abuse of a partner", "Person other.kent", 'id="report"', "Assign"])
    expect(page).not.toContain(kept)
  await desk.get(officer, `/report/${report.id}`)
  expect(await stoppedAt(report)).toEqual([[officer.person, "unit"]])
})

test("a lead sees who was stopped and who holds such a report, gives it to nobody who is near, and lets in", async () => {
  await say(lead, officer, { units: "Deal" })
  const report = await desk.tell(inbox)
  await desk.decide(officer, report, 4, "taken")
  await open(other, report)
  await describe(other, report, 6, "Ann Pike", "Deal")
  await desk.get(officer, `/report/${report.id}`)
  const unit = await (await desk.get(lead, "/unit")).text()
  expect(unit).toContain("Hold a report that is shut to them")
  expect(unit).toContain("Still stopped")
  expect(unit).toContain(referenceOf(report.id))

  expect(await (await desk.decide(lead, report, 8, "assigned", { to: officer.person })).json()).toMatchObject({
    problem: "colleague-near",
  })
  expect((await desk.decide(other, report, 8, "let-in", { who: officer.person })).status).toBe(422)
  expect((await desk.decide(officer, report, 8, "let-in", { who: officer.person })).status).toBe(422)
  expect(await (await desk.decide(lead, report, 8, "let-in", { who: other.person })).json()).toMatchObject({
    problem: "not-stopped",
  })
  expect(await (await desk.get(lead, `/report/${report.id}`)).text()).toContain("Let them in")
  expect((await desk.decide(lead, report, 8, "let-in", { who: officer.person })).status).toBe(200)
  expect((await open(officer, report)).status).toBe(200)
  expect((await desk.get(officer, `/report/${report.id}/sealed`)).status).toBe(200)
  expect(await (await desk.get(lead, "/unit")).text()).toContain("Let in")
})

test("a lead who is too near is stopped too, lets nobody in and still gives it to somebody else", async () => {
  const second = await desk.join("kent", "second.lead", ["lead"])
  await desk.giveAccess(lead, second, inbox)
  expect((await say(second, lead, { units: "Whitstable" })).status).toBe(200)
  const report = await reportAbout("Ann Pike", "Whitstable")
  expect((await open(lead, report)).status).toBe(403)
  expect(await (await desk.decide(lead, report, 7, "let-in", { who: lead.person })).json()).toMatchObject({
    problem: "too-near",
  })
  const page = await (await desk.get(lead, `/report/${report.id}`)).text()
  expect(page).toContain("Another lead can let you in")
  expect((await desk.decide(lead, report, 7, "assigned", { to: other.person })).status).toBe(200)
  expect((await desk.decide(second, report, 8, "let-in", { who: lead.person })).status).toBe(200)
  expect((await open(lead, report)).status).toBe(200)

  // With both leads too near, whoever holds it may hand it to the national desk, and nowhere else.
  await say(lead, second, { units: "Sandwich" })
  await say(second, lead, { units: "Sandwich" })
  const stuck = await reportAbout("Ann Pike", "Sandwich")
  expect(await (await desk.get(lead, `/report/${stuck.id}`)).text()).toContain("No lead of this desk can open it")
  const refusal = async (to: string) => {
    const { rows } = await asTenant(desk.database, "kent", (transaction) =>
      transaction.execute(sql`select no_lead_may(${stuck.id}) as none`),
    )
    expect(rows).toEqual([{ none: true }])
    return asTenant(desk.database, "kent", (transaction) =>
      transaction.execute(sql`insert into event (tenant, report, kind, person, detail)
        values ('kent', ${stuck.id}, 'transferred', ${other.person}, ${JSON.stringify({ to })})`),
    ).then(
      () => undefined,
      (error) => (error instanceof MayNotFollow ? error.refusal : String(error)),
    )
  }
  expect(await refusal("essex")).toBe("wrong-role")
  expect(await refusal("national-desk")).toBeUndefined()
  await say(second, lead, {})
  await say(lead, second, {})
})

test("what a lead said is there for leads alone, as it was typed, and nobody says it of themselves", async () => {
  await say(lead, officer, { surnames: "Marsh\nHolt" })
  const page = await (await desk.get(lead, `/people/${officer.person}/near`)).text()
  const [, sealed = ""] = /data-sealed="([^"]+)"/.exec(page) ?? []
  const words = await openNearness(
    nearnessKeyOf(inbox, officer.person),
    { tenant: "kent", person: officer.person },
    sealedFromStorage(new Uint8Array(Buffer.from(sealed, "base64url"))),
  )
  expect(saidIn(words)).toMatchObject({ surnames: "Marsh\nHolt", units: "" })
  expect((await desk.get(officer, `/people/${officer.person}/near`)).status).toBe(404)
  expect((await desk.get(essex, `/people/${officer.person}/near`)).status).toBe(404)
  expect((await say(officer, other, {})).status).toBe(404)
  expect(await (await say(lead, lead, {})).json()).toMatchObject({ problem: "second-person" })
  expect((await say(essex, officer, {})).status).toBe(404)
})

test("no login reads what is compared, and another desk's hashes stop nobody here", async () => {
  for (const table of ["near_trait", "nearness", "nearness_said"])
    await expect(
      asTenant(desk.database, "kent", (transaction) => transaction.execute(sql`select * from ${sql.raw(table)}`)),
    ).rejects.toThrow()
  await say(lead, officer, { units: "Margate" })
  const report = await reportAbout("Ann Pike", "Margate")
  expect(await stopIfNear(desk.database, "essex", report.id, officer.person)).toBeUndefined()
  expect(await stopIfNear(desk.database, "kent", report.id, essex.person)).toBeUndefined()
  expect(await stopIfNear(desk.database, "kent", report.id, officer.person)).toBe("unit")
})
