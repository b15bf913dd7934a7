import { asOwner, asTenant } from "@candour/database/as.ts"
import { addDays, dayOf } from "@candour/domain/day.ts"
import { referenceOf } from "@candour/domain/reference.ts"
import type { InboxKey } from "@candour/sealing/inbox-key.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { kentAndEssex, type Member, type TestDesk } from "../testing/test-desk.ts"
import { openings, patterns } from "./unit-stands.ts"

let desk: TestDesk
let lead: Member
let officer: Member
let essex: Member
let inbox: InboxKey
const today = dayOf(new Date())
beforeAll(async () => {
  ;({ desk, lead, officer, essex, inbox } = await kentAndEssex())
})
afterAll(() => desk.close())

const page = async (who: Member) => (await desk.get(who, "/unit")).text()
const patternsNow = () => asTenant(desk.database, "kent", (transaction) => patterns(transaction, today))

test("a lead sees who holds and who opened what; nobody else has the page, and another force sees nothing of it", async () => {
  const report = await desk.tell(inbox)
  await desk.post(officer, `/report/${report.id}/open`, { reason: "own" })
  await desk.decide(officer, report, 5, "taken")
  await desk.post(lead, `/report/${report.id}/open`, { reason: "review" })
  expect(await page(lead)).toContain("Person officer.kent")
  expect((await desk.get(officer, "/unit")).status).toBe(404)
  expect(await page(essex)).toContain("Nobody has opened a report in the last seven days.")
  const opened = await asTenant(desk.database, "kent", (transaction) => openings(transaction, today))
  expect(opened.map(({ own, others }) => [own, others])).toEqual([
    [0, 1],
    [1, 0],
  ])
})

test("what should be read together is found: the same person, a ground that nobody decided, a grave one untouched", async () => {
  const [earlier, later] = [await desk.tell(inbox), await desk.tell(inbox)]
  await desk.post(lead, `/report/${later.id}/open`, { reason: "own" })
  const match = { person: 1, report: earlier.id, other: 1, same: true }
  expect((await desk.decide(lead, later, 5, "matched", match)).status).toBe(200)
  const assessment = { threat: "ppda", others: [], severity: "gross", persons: 0, grounds: ["apsp"] }
  expect((await desk.decide(lead, later, 6, "assessed", assessment, "So.")).status).toBe(200)
  const found = await patternsNow()
  expect(found.map(({ pattern, report, other }) => [pattern, report, other])).toEqual([
    ["repeat", later.id, earlier.id],
    ["iopc-open", later.id, null],
  ])
  expect(await page(lead)).toContain(`with ${referenceOf(earlier.id)}`)

  await desk.decide(lead, later, 7, "iopc-decided", { refer: true, grounds: ["apsp"] }, "It must.")
  await asOwner(desk.database, async (transaction) => {
    await transaction.execute(sql`alter table event disable trigger user`)
    await transaction.execute(
      sql`update event set happened = ${addDays(today, -20)}::date where report = ${later.id}::uuid`,
    )
    await transaction.execute(sql`alter table event enable trigger user`)
  })
  expect((await patternsNow()).map(({ pattern }) => pattern).toSorted()).toEqual(["repeat", "stale"])
})
