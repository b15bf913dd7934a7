import { randomUUID } from "node:crypto"
import { acceptReport } from "@candour/database/accept-report.ts"
import { dayOf } from "@candour/domain/day.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { spooledReport } from "../testing/spooled.ts"
import { testIntake } from "../testing/test-intake.ts"

let intake: Awaited<ReturnType<typeof testIntake>>
beforeAll(async () => {
  intake = await testIntake()
})
afterAll(() => intake.close())

const today = () => dayOf(new Date())
const keep = async (changes: Parameters<typeof spooledReport>[0] = {}) => {
  const spooled = { ...spooledReport(changes), day: today() }
  await intake.services.spool.keep(spooled)
  return spooled.report
}
const countOf = async (id: string) => (await intake.stored()).filter((report) => report.id === id).length

test("what waits is delivered once, and forgotten", async () => {
  const reports = [await keep(), await keep()]
  expect(await intake.services.delivery.deliver()).toBe(true)
  expect(intake.services.spool.waiting()).toEqual([])
  expect(await Promise.all(reports.map(({ id }) => countOf(id)))).toEqual([1, 1])
})

test("while the database is away everything waits; a process started anew delivers it when it is back", async () => {
  await intake.cable.cut()
  const report = await keep()
  expect(await intake.services.delivery.deliver()).toBe(false)
  expect(intake.services.delivery.isAway()).toBe(true)

  const anew = await intake.restart()
  expect(await anew.delivery.deliver()).toBe(false)
  await intake.cable.mend()
  expect(await anew.delivery.deliver()).toBe(true)
  expect(anew.delivery.isAway()).toBe(false)
  expect(await countOf(report.id)).toBe(1)
  expect(await intake.services.delivery.deliver()).toBe(true)
})

test("a delivery whose answer is lost is repeated, and is one report", async () => {
  const report = await keep()
  await intake.services.database.close() // so that the next delivery connects through the cable anew
  intake.cable.loseAnswers()
  expect(await intake.services.delivery.deliver()).toBe(false)
  await intake.cable.mend()
  expect(await intake.services.delivery.deliver()).toBe(true)
  expect(await countOf(report.id)).toBe(1)
})

test("a report whose id the database has for another one is put aside, and health says so", async () => {
  const id = randomUUID()
  await acceptReport(intake.owner, spooledReport({ id }).report, today())
  await keep({ id })
  expect(await intake.services.delivery.deliver()).toBe(true)
  expect(intake.services.spool.conflicts()).toBe(1)
  const health = await intake.app.request("/health")
  expect([health.status, await health.text()]).toEqual([
    503,
    "1 report was put aside in the spool’s folder conflicts: another report has the id.",
  ])
})

test("one that the database refuses keeps waiting and holds up nobody else", async () => {
  const refused = await keep({ generation: 99 })
  const fine = await keep()
  expect(await intake.services.delivery.deliver()).toBe(false)
  expect(intake.services.spool.waiting()).toEqual([refused.id])
  expect(intake.services.delivery.refused()).toBe(1)
  expect(await countOf(fine.id)).toBe(1)
  await intake.services.spool.delivered(refused.id)
})
