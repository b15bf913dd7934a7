import { asOwner, asTenant } from "@candour/database/as.ts"
import { dayOf } from "@candour/domain/day.ts"
import type { InboxKey } from "@candour/sealing/inbox-key.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { kentAndEssex, type Member, type TestDesk } from "../testing/test-desk.ts"
import { openings } from "./unit-stands.ts"

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

test("a lead sees that there is an alarm about the desk and what was told about it, and nothing else; another desk sees nothing", async () => {
  await asOwner(desk.database, async (transaction) => {
    await transaction.execute(
      sql`insert into alarm (tenant, number, what, raised) values ('kent', 7, 'overdue', now())`,
    )
    await transaction.execute(sql`
      insert into alarm_entry (tenant, alarm, number, at, person, name, kind, whom, rang, told, said)
        values ('kent', 7, 1, now(), gen_random_uuid(), 'Helen Marsh', 'rang', 'the duty officer', now(),
          'That a clock is overdue.', 'Their own words.')`)
    await transaction.execute(sql`
      insert into alarm_entry (tenant, alarm, number, at, person, name, kind, done)
        values ('kent', 7, 2, now(), gen_random_uuid(), 'Helen Marsh', 'done', 'Nothing more yet.')`)
  })
  const html = await page(lead)
  for (const said of [
    "A clock has been overdue for too long",
    "Helen Marsh rang the duty officer",
    "That a clock is overdue.",
  ])
    expect(html).toContain(said)
  expect(html).not.toMatch(/Their own words|Nothing more yet/)
  expect(await page(essex)).not.toContain("alarm about this desk")
  await asOwner(desk.database, (transaction) => transaction.execute(sql`update alarm set ended = now()`))
  expect(await page(lead)).not.toContain("alarm about this desk")
})
