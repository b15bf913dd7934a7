import { asOwner } from "@candour/database/as.ts"
import { signDecision } from "@candour/sealing/decision.ts"
import { bytesOf, toBase64url } from "@candour/sealing/encoding.ts"
import { type FingerprintKey, fingerprintKey } from "@candour/sealing/fingerprint.ts"
import type { InboxKey } from "@candour/sealing/inbox-key.ts"
import { sealUnder } from "@candour/sealing/report-key.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { describe as describePerson, said } from "../testing/describe.ts"
import { kentAndEssex, type Member, type TestDesk, type ToldReport } from "../testing/test-desk.ts"
import type { Description } from "./description.ts"
import type { Agreeing } from "./look.ts"
import { fingerprintsOf } from "./show-people.ts"

let desk: TestDesk
let officer: Member
let lead: Member
let essex: Member
let inbox: InboxKey
let essexInbox: InboxKey
let key: FingerprintKey
beforeAll(async () => {
  ;({ desk, lead, officer, essex, inbox, essexInbox } = await kentAndEssex())
  key = fingerprintKey(inbox)
})
afterAll(() => desk.close())

/** Opens, and describes a person concerned. */
async function describe(who: Member, report: ToldReport, number: number, person: number, description: Description) {
  await desk.post(who, `/report/${report.id}/open`, { reason: "other" })
  return describePerson(desk, inbox, who, report, { number, person, description })
}
const look = async (who: Member, report: ToldReport, description: Description, under = key) => {
  const ask = () =>
    desk.post(who, `/report/${report.id}/reported-before`, { traits: fingerprintsOf(under, description) })
  let answer = await ask()
  // Nobody looks for a name who hasn't opened the report that they have before them.
  if (answer.status === 409) {
    await desk.post(who, `/report/${report.id}/open`, { reason: "other" })
    answer = await ask()
  }
  return (await answer.json()) as Agreeing[]
}

test("a report about somebody who was reported before is found as they are described, in other words", async () => {
  const earlier = await desk.tell(inbox)
  const later = await desk.tell(inbox)
  const described = await describe(
    officer,
    earlier,
    5,
    1,
    said({ name: "PC David Smith", number: "456 AS", unit: "Ashford" }),
  )
  expect(described.status).toBe(200)
  const found = await look(officer, later, said({ name: "Dave Smith", unit: "Ashford Police Station" }))
  expect(found.map(({ report, person }) => [report, person])).toEqual([[earlier.id, 1]])
  expect(found[0]?.kinds).toContain("name-unit")
  expect(await look(officer, earlier, said({ name: "Dave Smith" }))).toEqual([])

  // Said again, the first description finds nothing any more.
  await describe(officer, earlier, 7, 1, said({ name: "Karen Obi" }))
  expect(await look(officer, later, said({ name: "Dave Smith" }))).toEqual([])
  expect((await look(officer, later, said({ name: "karen obi" })))[0]?.report).toBe(earlier.id)
})

test("another force finds nothing, nor does anybody who hasn't the desk's key", async () => {
  const report = await desk.tell(inbox)
  await describe(officer, report, 5, 1, said({ name: "Una Rhys", number: "9911" }))
  const mine = await desk.tell(inbox)
  expect(await look(officer, mine, said({ number: "9911" }))).toHaveLength(1)
  expect(await look(essex, await desk.tell(essexInbox), said({ number: "9911" }))).toEqual([])
  expect(await look(essex, mine, said({ number: "9911" }))).toMatchObject({ problem: "not-opened" })
  const other = fingerprintKey({ identity: essex.key.identity })
  expect(await look(officer, mine, said({ number: "9911" }), other)).toEqual([])
})

test("nobody describes before they have opened, and a lead alone says that it is the same person", async () => {
  const report = await desk.tell(inbox)
  const other = await desk.tell(inbox)
  const number = 4
  const place = { tenant: "kent", report: report.id, part: "event", number }
  const words = await sealUnder(report.key, place, bytesOf("{}"))
  const decision = { tenant: "kent", report: report.id, number, kind: "concerned", detail: { person: 1 }, words }
  const unread = await desk.post(officer, `/report/${report.id}/concerned`, {
    number,
    person: 1,
    generation: 1,
    traits: [],
    near: [],
    words: toBase64url(words),
    signature: toBase64url(signDecision(officer.key, decision)),
  })
  expect(unread.status).toBe(422)
  await describe(officer, report, 5, 1, said({ name: "Ann Roe" }))
  const same = { person: 1, report: other.id, other: 1, same: true }
  expect((await desk.decide(officer, report, 6, "matched", same)).status).toBe(422)
  expect((await desk.decide(officer, report, 6, "matched", { ...same, same: false })).status).toBe(200)
})

test("whom a restricted report is about is found by those named alone", async () => {
  const report = await desk.tell(inbox)
  await describe(officer, report, 5, 1, said({ name: "Idris Vaughan", unit: "Dover" }))
  const mine = await desk.tell(inbox)
  expect(await look(lead, mine, said({ name: "Idris Vaughan" }))).toHaveLength(1)
  await asOwner(desk.database, (transaction) =>
    transaction.execute(sql`update report
      set restricted_to = array[${officer.person}::uuid, gen_random_uuid()] where id = ${report.id}::uuid`),
  )
  expect(await look(lead, mine, said({ name: "Idris Vaughan" }))).toEqual([])
  expect(await look(officer, mine, said({ name: "Idris Vaughan" }))).toHaveLength(1)
})
