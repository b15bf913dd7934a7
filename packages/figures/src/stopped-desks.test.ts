import { acceptReport } from "@candour/database/accept-report.ts"
import { addEvent } from "@candour/database/add-event.ts"
import { asNational, asTenant } from "@candour/database/as.ts"
import { connect, type Database } from "@candour/database/connect.ts"
import { playAt } from "@candour/database/play.ts"
import { addPerson, openDesks, sampleReport } from "@candour/database/testing/sample-report.ts"
import { type TestDatabase, testDatabase } from "@candour/database/testing/test-database.ts"
import { addDays, type Day } from "@candour/domain/day.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { monthsStopped, stoppedDesks } from "./stopped-desks.ts"

let at: TestDatabase
let played: Database
beforeAll(async () => {
  at = await testDatabase()
  played = connect({ ...at.address, connections: 1 })
  await openDesks(at.database, ["kent", "essex"])
})
afterAll(async () => {
  await played.close()
  await at.close()
})

const on = (day: Day) => playAt(played, ["intake", "kent", "essex"], new Date(`${day}T12:00:00Z`))
const stoppedBy = (asAt: Day) => asNational(at.database, (transaction) => stoppedDesks(transaction, asAt))
const monthsStoppedBy = (asAt: Day) => asNational(at.database, (transaction) => monthsStopped(transaction, asAt))

test("a desk that lets a report wait and does nothing has stopped; to whoever asks, since a month and not since a day", async () => {
  // Kent opens one of its two on 2 March and nothing after; Essex on the 30th.
  for (const [tenant, day] of [
    ["kent", "2024-03-02"],
    ["essex", "2024-03-30"],
  ] as const) {
    const by = await addPerson(at.database, tenant, ["officer"])
    await on("2024-02-20")
    const reports = [sampleReport({ tenant }), sampleReport({ tenant })] as const
    for (const report of reports) await acceptReport(played, report, "2024-02-20")
    await on(day)
    await asTenant(played, tenant, (transaction) =>
      addEvent(transaction, {
        tenant,
        report: reports[0].id,
        by,
        codes: { kind: "opened", detail: { reason: "own" } },
      }),
    )
  }
  expect(await stoppedBy(addDays("2024-03-02", 28))).toEqual(new Map())
  expect(await stoppedBy(addDays("2024-03-02", 29))).toEqual(new Map([["kent", "2024-03-02"]]))
  expect(await monthsStoppedBy("2024-03-31")).toEqual(new Map())
  expect(await monthsStoppedBy("2024-04-30")).toEqual(
    new Map([
      ["kent", "2024-03"],
      ["essex", "2024-03"],
    ]),
  )
})
