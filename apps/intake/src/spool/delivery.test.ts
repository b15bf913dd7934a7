import { randomUUID } from "node:crypto"
import { rm } from "node:fs/promises"
import { join } from "node:path"
import { acceptReport } from "@candour/database/accept-report.ts"
import { dayOf } from "@candour/domain/day.ts"
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest"
import { createApp } from "../app.tsx"
import { holdUp } from "../testing/hold-up.ts"
import { spooledReferral, spooledReport } from "../testing/spooled.ts"
import { testIntake } from "../testing/test-intake.ts"
import { createDelivery } from "./delivery.ts"

let intake: Awaited<ReturnType<typeof testIntake>>
beforeAll(async () => {
  intake = await testIntake()
})
afterAll(() => intake.close())
afterEach(() => vi.restoreAllMocks())

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

test("a report and its referrals are delivered together, once, also where the answer is lost", async () => {
  const report = await keep({ referrals: [spooledReferral("metropolitan"), spooledReferral("national-desk")] })
  await intake.services.database.close()
  intake.cable.loseAnswers()
  expect(await intake.services.delivery.deliver()).toBe(false)
  await intake.cable.mend()
  const anew = await intake.restart()
  expect(await anew.delivery.deliver()).toBe(true)
  await intake.services.delivery.deliver()
  expect(await countOf(report.id)).toBe(1)
  expect((await intake.referrals(report.id)).map(({ tenant }) => tenant)).toEqual(["metropolitan", "national-desk"])
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

test("a report that the database holds in a lock waits alone: every other desk's is delivered in the same round", async () => {
  const locked = await keep()
  const free = await holdUp(intake.owner, locked.id)
  const others = [await keep({ tenant: "metropolitan" }), await keep({ tenant: "national-desk" })]
  expect(await intake.services.delivery.deliver()).toBe(false)
  expect(intake.services.delivery.isAway()).toBe(false)
  expect(intake.services.delivery.refused()).toBe(0)
  expect(intake.services.spool.waiting()).toEqual([locked.id])
  expect(await Promise.all(others.map(({ id }) => countOf(id)))).toEqual([1, 1])

  await free()
  expect(await intake.services.delivery.deliver()).toBe(true)
  expect(await countOf(locked.id)).toBe(1)
})

test("a desk that hangs costs a round one wait, and the report it hung on comes last in the next", async () => {
  const { spool, database } = intake.services
  const [hangs, waits] = [await keep(), await keep()]
  const tried: string[] = []
  const delivery = createDelivery(spool, ({ report, day }) => {
    tried.push(report.id)
    if (report.id === hangs.id) throw new Error("canceling statement due to statement timeout")
    return acceptReport(database, report, day)
  })
  expect(await delivery.deliver()).toBe(false)
  expect(tried).toEqual([hangs.id])
  expect(await delivery.deliver()).toBe(false)
  expect(tried).toEqual([hangs.id, waits.id, hangs.id])
  expect(await countOf(waits.id)).toBe(1)
  await spool.delivered(hangs.id)
})

test("a report that has waited for more than ten minutes is no moment any more, and health says so", async () => {
  await rm(join(intake.folder, "conflicts"), { recursive: true }) // of an earlier test
  const anew = await intake.restart()
  const app = createApp(anew)
  const { report } = spooledReport()
  await anew.spool.keep({ report, day: today() })
  const start = performance.now()
  const healthAfter = async (minutes: number) => {
    vi.spyOn(performance, "now").mockReturnValue(start + minutes * 60_000)
    return await (await app.request("/health")).text()
  }
  expect(await healthAfter(9)).toBe("ok")
  expect(await healthAfter(11)).toBe("1 report waits in the spool, for more than 10 minutes. It is kept.")
  expect((await app.request("/health")).status).toBe(503)
  await anew.spool.delivered(report.id)
  expect(await healthAfter(11)).toBe("ok")
})
