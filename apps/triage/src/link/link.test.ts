import { restrictReport } from "@candour/database/restrict-report.ts"
import { referenceOf } from "@candour/domain/reference.ts"
import type { InboxKey } from "@candour/sealing/inbox-key.ts"
import { wrapKey } from "@candour/sealing/wrap.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { kentAndEssex, type Member, type TestDesk, type ToldReport } from "../testing/test-desk.ts"

let desk: TestDesk
let lead: Member
let officer: Member
let outsider: Member
let essex: Member
let inbox: InboxKey
let essexInbox: InboxKey
beforeAll(async () => {
  ;({ desk, lead, officer, essex, inbox, essexInbox } = await kentAndEssex())
  outsider = await desk.join("kent", "other.kent", ["officer"])
  await desk.giveAccess(lead, outsider, inbox)
})
afterAll(() => desk.close())

const open = (who: Member, { id }: ToldReport) => desk.post(who, `/report/${id}/open`, { reason: "own" })
const find = (who: Member, from: ToldReport, reference: string) =>
  desk.post(who, `/report/${from.id}/find`, { reference })
const page = async (who: Member, { id }: ToldReport) => (await desk.get(who, `/report/${id}`)).text()
/** The section of linked reports, without what surrounds it. */
const section = async (who: Member, report: ToldReport) =>
  /<section id="linked".*?<\/section>/s.exec(await page(who, report))?.[0] ?? ""
const link = (who: Member, from: ToldReport, number: number, to: ToldReport, words?: string) =>
  desk.decide(who, from, number, "linked", { report: to.id, why: "incident" }, words)

async function restricted(): Promise<ToldReport> {
  const report = await desk.tell(inbox)
  await open(lead, report)
  const place = { tenant: "kent", report: report.id }
  const to = await Promise.all(
    [lead, officer].map(async ({ person, recipient }) => ({
      person,
      wrap: await wrapKey(recipient, place, report.key),
    })),
  )
  const decision = {
    report: report.id,
    by: lead.person,
    number: 5,
    words: new Uint8Array([1]),
    signature: new Uint8Array(64),
  }
  await restrictReport(desk.database, "kent", { ...decision, to })
  return report
}

test("a report is found by its reference, and all that may not be linked has one answer", async () => {
  const [own, other, kept] = [await desk.tell(inbox), await desk.tell(inbox), await restricted()]
  const theirs = await desk.tell(essexInbox)
  const found = await find(outsider, own, referenceOf(other.id).toLowerCase())
  expect([found.status, await found.json()]).toEqual([200, { id: other.id }])
  const answers = await Promise.all(
    [referenceOf(kept.id), referenceOf(theirs.id), "0000-0000", "no reference"].map(async (reference) => {
      const answer = await find(outsider, own, reference)
      return [answer.status, await answer.text()]
    }),
  )
  expect(new Set(answers.map(String)).size).toBe(1)
  expect(answers[0]?.[0]).toBe(404)
  expect((await find(officer, own, referenceOf(kept.id))).status).toBe(200)
  const byId = await Promise.all([kept, theirs, own].map((each) => link(outsider, own, 4, each)))
  const said = await Promise.all(byId.map(async (answer) => [answer.status, await answer.text()].join()))
  expect(new Set(said).size).toBe(1)
  expect(said[0]).toContain("No report that you may link has this reference")
})

test("a link stands on both pages, with its reason as a code and its words sealed at the one", async () => {
  const [one, two] = [await desk.tell(inbox), await desk.tell(inbox)]
  await open(officer, one)
  expect((await link(officer, one, 5, two, "The same plates.")).status).toBe(200)
  for (const [here, other] of [
    [one, two],
    [two, one],
  ] as const) {
    const shown = await section(outsider, here)
    expect(shown).toContain(`href="/report/${other.id}"`)
    expect(shown).toContain("the same incident")
    expect(shown).toContain("Person officer.kent")
    expect(shown).not.toContain("plates")
  }
  expect(await section(outsider, one)).toContain('data-words-of="5"')
  expect(await section(outsider, two)).toContain("the reason in words stands there")
  expect(await section(outsider, two)).toContain("was linked to this report: the same incident")
  expect((await desk.decide(lead, two, 4, "unlinked", { report: one.id })).status).toBe(200)
  for (const each of [one, two])
    expect(await section(outsider, each)).toContain("No other report of this desk is linked")
})

test("a restricted report is in no section and no choice of somebody who isn't named for it", async () => {
  const [own, kept] = [await desk.tell(inbox), await desk.tell(inbox)]
  await link(officer, own, 4, kept)
  await open(lead, kept)
  const decision = {
    report: kept.id,
    by: lead.person,
    number: 5,
    words: new Uint8Array([1]),
    signature: new Uint8Array(64),
  }
  const to = [lead, officer].map(({ person }) => ({ person, wrap: new Uint8Array(2171).fill(1) }))
  await restrictReport(desk.database, "kent", { ...decision, to })
  expect(await section(officer, own)).toContain(kept.id)
  expect(await section(outsider, own)).not.toContain(kept.id)
  expect(await section(outsider, kept)).not.toContain(own.id)
})

test("a person who is the same is shown at the other report, and offered to nobody anew", async () => {
  const [one, two] = [await desk.tell(inbox), await desk.tell(inbox)]
  await open(lead, one)
  const detail = { person: 1, report: two.id, other: 2, same: true }
  expect((await desk.decide(lead, one, 5, "matched", detail)).status).toBe(200)
  expect(await section(outsider, one)).toContain("Person 1 of this report is person 2 of it")
  const there = await section(outsider, two)
  expect(there).toContain("Person 2 of this report is person 1 of it")
  expect(there).toContain(`Person 1 of ${referenceOf(one.id)} is person 2 of this report`)
  expect(there).toContain(`2 ${one.id} 1`)
})

test("whoever holds reports is offered those, and another desk can link and find nothing here", async () => {
  const [own, held] = [await desk.tell(inbox), await desk.tell(inbox)]
  await desk.decide(outsider, held, 4, "taken")
  expect(await section(outsider, own)).toContain(`<option value="${held.id}"`)
  expect(await section(lead, own)).not.toContain(`<option value="${held.id}"`)
  expect((await find(essex, own, referenceOf(held.id))).status).toBe(404)
  expect((await link(essex, own, 4, held)).status).toBe(404)
})
