import { acceptReport } from "@candour/database/accept-report.ts"
import { asOwner, asTenant } from "@candour/database/as.ts"
import { sampleReferral, sampleReport } from "@candour/database/testing/sample-report.ts"
import { dayOf } from "@candour/domain/day.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Member, type TestDesk, testDesk } from "../testing/test-desk.ts"
import { listAllocation } from "./list-allocation.ts"

const TODAY = dayOf(new Date())

let desk: TestDesk
let officer: Member
let auditor: Member
let kent: Member
beforeAll(async () => {
  desk = await testDesk()
  officer = await desk.join("national-desk", "officer.desk", ["lead"])
  auditor = await desk.join("national-desk", "auditor.desk", ["auditor"])
  kent = await desk.join("kent", "lead.kent", ["lead"])
  const inbox = await desk.open(officer)
  await desk.giveAccess(officer, auditor, inbox)
  await desk.open(kent)
})
afterAll(() => desk.close())

const tell = async (changes: Parameters<typeof sampleReport>[0]) => {
  const report = sampleReport({ tenant: "national-desk", ...changes })
  await acceptReport(desk.database, report, TODAY)
  return report.id
}
const listed = () =>
  asTenant(desk.database, "national-desk", (transaction) => listAllocation(transaction, officer.person, TODAY))
const rowOf = async (id: string) => (await listed()).find((row) => row.id === id)
const page = async (who: Member, id: string) => (await desk.get(who, `/allocate?report=${id}`)).text()

test("each report says why it is here and which forces it may be", async () => {
  const unknown = await tell({ reason: "unknown", candidates: ["kent", "essex"] })
  expect(await rowOf(unknown)).toMatchObject({ why: "unknown", candidates: ["kent", "essex"], concerned: [] })
  const html = await page(officer, unknown)
  expect(html).toContain("Nobody could tell which force.")
  expect(html).toContain("Routing thought of Kent Police, Essex Police.")
  expect(html).toMatch(/data-to="kent"[^>]*data-key="1"/)
  expect(html).toContain("Essex Police: its desk isn’t open")

  const bare = await tell({ reason: "unknown" })
  expect(await rowOf(bare)).toMatchObject({ why: "unknown", candidates: [] })
  const closed = await tell({ reason: "desk-not-open", routedTo: "kent" })
  expect(await rowOf(closed)).toMatchObject({ why: "desk-not-open", candidates: ["kent"], concerned: [] })
})

test.each([
  ["standards-unit", "Its own unit is concerned. Nobody at Kent Police should read it."],
  ["chief-officer", "A chief officer of Kent Police is concerned"],
] as const)("what came here because of %s asks before it goes to that force", async (reason, sentence) => {
  const id = await tell({ reason, candidates: ["kent"] })
  expect(await rowOf(id)).toMatchObject({ candidates: ["kent"], concerned: ["kent"] })
  const html = await page(officer, id)
  expect(html).toContain(sentence)
  expect(html.match(/data-to="kent"[^>]*data-must-not="/g)).toHaveLength(2) // by its key, and by its name
})

test("what the reporter chose this desk for asks before it goes to any force", async () => {
  const id = await tell({ reason: "reporter-chose-desk" })
  expect(await rowOf(id)).toMatchObject({ candidates: [], concerned: [] })
  const html = await page(officer, id)
  expect(html.match(/data-to="/g)).toHaveLength(html.match(/data-must-not="/g)?.length ?? -1)
  expect(html).toContain("If it was Kent Police, they didn’t want it there.")
})

test("a copy for a force that nobody could name waits here, too", async () => {
  const told = sampleReport({ tenant: "kent", referrals: [sampleReferral("national-desk")] })
  await acceptReport(desk.database, told, TODAY)
  const copy = (await listed()).find(({ why }) => why === "copied")
  expect(copy).toMatchObject({ from: "kent", candidates: [] })
})

test("what somebody holds or has assessed is nobody's to allocate any more", async () => {
  const id = await tell({ reason: "unknown" })
  expect(await rowOf(id)).toBeDefined()
  await asOwner(desk.database, (transaction) =>
    transaction.execute(sql`update report set holder = ${officer.person} where id = ${id}`),
  )
  expect(await rowOf(id)).toBeUndefined()
})

test("a force's desk, an auditor and whoever is signed out have no such page", async () => {
  expect((await desk.get(kent, "/allocate")).status).toBe(404)
  expect((await desk.get(auditor, "/allocate")).status).toBe(404)
  expect((await desk.get(undefined, "/allocate")).status).toBe(302)
  expect(await (await desk.get(kent, "/")).text()).not.toContain('href="/allocate"')
})

test("candidates are codes of forces: nothing else is taken in their place", async () => {
  for (const candidates of [["Kent Police"], ["PC Smith"], Array.from({ length: 7 }, () => "kent")])
    await expect(tell({ reason: "unknown", candidates })).rejects.toThrow()
})
