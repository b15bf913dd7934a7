import { asOwner } from "@candour/database/as.ts"
import { storeSample } from "@candour/database/testing/sample-report.ts"
import { addDays, dayOf } from "@candour/domain/day.ts"
import { referenceOf } from "@candour/domain/reference.ts"
import type { InboxKey } from "@candour/sealing/inbox-key.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Member, type TestDesk, testDesk } from "../testing/test-desk.ts"
import { PAGE_ROWS } from "./list-queue.ts"

const today = dayOf(new Date())
let desk: TestDesk
let kent: Member
let essex: Member
let inbox: InboxKey
let essexInbox: InboxKey
beforeAll(async () => {
  desk = await testDesk()
  kent = await desk.join("kent", "lead.kent", ["lead"])
  essex = await desk.join("essex", "lead.essex", ["lead"])
  inbox = await desk.open(kent)
  essexInbox = await desk.open(essex)
})
afterAll(() => desk.close())

const page = async (who: Member, path: string) => (await desk.get(who, path)).text()
const idsIn = (html: string) => [...html.matchAll(/href="\/report\/([0-9a-f-]{36})"/g)].map(([, id]) => id ?? "")
const nextOf = (html: string) => /href="(\/queue\?view=[^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&")

test("an empty queue says so", async () => {
  expect(await page(kent, "/queue")).toContain("Nothing is waiting for you.")
})

test("the queue goes by danger, then by what is due first, and every report is on one page of it", async () => {
  const reports = []
  for (let count = 0; count < 2 * PAGE_ROWS + 5; count += 1)
    reports.push((await storeSample(desk.database, { tenant: "kent" })).id)
  const danger = await desk.tell(inbox, { danger: "now" })
  const soon = await desk.tell(inbox, { danger: "soon" })
  const late = reports[60] ?? ""
  await asOwner(desk.database, (transaction) =>
    transaction.execute(sql`update report set due = ${addDays(today, -7)} where id = ${late}`),
  )
  const first = await page(kent, "/queue")
  expect(idsIn(first).slice(0, 3)).toEqual([danger.id, soon.id, late])
  expect(first).toContain("1 report says somebody is in danger")
  expect(first).toContain("5 working days overdue")
  expect(first).toContain(referenceOf(danger.id))
  expect(first).toContain("100+")

  const seen = idsIn(first)
  for (let next = nextOf(first); next !== undefined; ) {
    const html = await page(kent, next)
    seen.push(...idsIn(html))
    next = nextOf(html)
  }
  expect(seen).toHaveLength(reports.length + 2)
  expect(new Set(seen).size).toBe(seen.length)
  expect(idsIn(await page(kent, "/queue?view=overdue"))).toEqual([late])
})

test("an officer of Essex sees their own report alone", async () => {
  const own = await desk.tell(essexInbox)
  expect(idsIn(await page(essex, "/queue"))).toEqual([own.id])
  expect(idsIn(await page(essex, "/queue?view=unassigned"))).toEqual([own.id])
  expect(await page(essex, "/queue")).not.toContain("in danger, and nobody")
})

test("each view shows its own reports", async () => {
  const own = await desk.tell(essexInbox)
  expect(idsIn(await page(essex, "/queue?view=mine"))).toEqual([])
  await desk.post(essex, `/report/${own.id}/open`, { reason: "own" })
  expect((await desk.decide(essex, own, 5, "taken")).status).toBe(200)
  expect(idsIn(await page(essex, "/queue?view=mine"))).toEqual([own.id])
  expect(idsIn(await page(essex, "/queue?view=unassigned"))).not.toContain(own.id)
  expect(idsIn(await page(essex, "/queue?view=closed"))).toEqual([])
  expect(idsIn(await page(essex, "/queue?view=moved"))).toEqual([])
})

test("an address that was altered shows the first page of all", async () => {
  expect((await desk.get(essex, "/queue?view=everything&after=1_2_3")).status).toBe(200)
  expect((await desk.get(essex, "/queue?view=moved&after=';drop table report")).status).toBe(200)
})
