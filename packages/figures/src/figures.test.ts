import { randomUUID } from "node:crypto"
import { acceptContact, acceptReport } from "@candour/database/accept-report.ts"
import { addEvent } from "@candour/database/add-event.ts"
import { asNational, asOwner, asTenant } from "@candour/database/as.ts"
import { connect, type Database } from "@candour/database/connect.ts"
import { playAt } from "@candour/database/play.ts"
import { addPerson, openDesks, sampleReport } from "@candour/database/testing/sample-report.ts"
import { type TestDatabase, testDatabase } from "@candour/database/testing/test-database.ts"
import { addDays, type Day } from "@candour/domain/day.ts"
import type { EventCodes } from "@candour/domain/event.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { figuresAsAt, figuresBy, NO_FIGURES } from "./figures.ts"
import { heartbeats } from "./heartbeats.ts"

const LINE_FORCES = { metropolitan: "metropolitan" }
const LOGINS = ["intake", "metropolitan", "kent"]

let at: TestDatabase
let played: Database
let officer: string
let second: string
let lead: string

const on = (day: Day) => playAt(played, LOGINS, new Date(`${day}T12:00:00Z`))
const add = (report: string, by: string, codes: EventCodes) =>
  asTenant(played, "metropolitan", (transaction) =>
    addEvent(transaction, { tenant: "metropolitan", report, by, codes }),
  )
const open = (report: string, by: string) => add(report, by, { kind: "opened", detail: { reason: "own" } })
const asAt = (asAt: Day, known: "then" | "now" = "now", line?: string) =>
  asNational(at.database, (transaction) => figuresAsAt(transaction, { asAt, known, line }, LINE_FORCES))

beforeAll(async () => {
  at = await testDatabase({ countsByHand: true })
  played = connect({ ...at.address, connections: 1 })
  await openDesks(at.database, ["metropolitan", "kent"])
  officer = await addPerson(at.database, "metropolitan", ["officer"])
  second = await addPerson(at.database, "metropolitan", ["officer"])
  lead = await addPerson(at.database, "metropolitan", ["lead"])

  const report = (changes = {}) => sampleReport({ tenant: "metropolitan", line: "metropolitan", ...changes })
  await on("2023-01-30")
  const first = report({ categories: ["partner", "sexual"] })
  await acceptReport(played, first, "2023-01-30")
  await acceptReport(played, report({ tenant: "kent", routedTo: "kent" }), "2023-01-30")
  await acceptContact(
    played,
    { id: randomUUID(), tenant: "metropolitan", line: "metropolitan", channel: "phone" },
    "2023-01-30",
  )

  await on("2023-02-02")
  await open(first.id, officer)
  await add(first.id, officer, {
    kind: "assessed",
    detail: { threat: "ppda", others: ["apsp"], severity: "gross", persons: 2, grounds: [] },
  })
  await add(first.id, officer, {
    kind: "intelligence-drafted",
    detail: { grading: { source: "2", information: "A", handling: "P" } },
  })
  await open(first.id, second)
  await on("2023-03-10")
  await add(first.id, second, { kind: "intelligence-made", detail: { draft: 6, threat: "ppda", others: ["apsp"] } })
  await open(first.id, lead)
  await add(first.id, lead, { kind: "investigating", detail: {} })
  await on("2023-04-01")
  await add(first.id, lead, { kind: "outcome", detail: { person: 1, outcome: "dismissed" } })
  // Spooled on the last day of May, delivered on the second of June.
  await on("2023-06-02")
  await acceptReport(played, report({ line: "national" }), "2023-05-31")
  await on("2023-07-01")
  await add(first.id, lead, { kind: "corrected", detail: { corrects: 11 } })
  await add(first.id, lead, { kind: "outcome", detail: { person: 1, outcome: "no-case" } })
})
afterAll(async () => {
  await played.close()
  await at.close()
})

describe.each(["before folding", "after folding"])("%s", (when) => {
  test("folding moves every past day into its month", async () => {
    const { rows } = await asOwner(at.database, (transaction) =>
      transaction.execute<{ folded: number }>(
        when === "after folding" ? sql`select fold_cube() as folded` : sql`select 1 as folded`,
      ),
    )
    expect(rows[0]?.folded).toBeGreaterThan(0)
  })

  test("before the line opened there is nothing", async () => {
    expect(await asAt("2022-11-28")).toEqual({ asAt: "2022-11-28", ...NO_FIGURES })
  })

  test("a figure counts what had happened by its day", async () => {
    expect(await asAt("2023-01-30")).toMatchObject({ ...NO_FIGURES, contacts: 3, otherForces: 1, reports: 2 })
    expect(await asAt("2023-02-02")).toMatchObject({ contacts: 3, notYetDecided: 2 })
    expect(await asAt("2023-03-09")).toMatchObject({ intelligenceReports: 0, furtherInvestigation: 0 })
    expect(await asAt("2023-03-10")).toMatchObject({
      intelligenceReports: 1,
      furtherInvestigation: 1,
      // Two of its threats are in the three groups, and it is counted once.
      abuseAndDiscrimination: 1,
    })
  })

  test("as known then and as known now differ by the revision", async () => {
    expect((await asAt("2023-05-31", "then")).contacts).toBe(3)
    expect((await asAt("2023-05-31", "now")).contacts).toBe(4)
    expect(await asAt("2023-06-30", "then")).toMatchObject({ proven: 1, notProven: 0, notYetDecided: 1 })
    expect(await asAt("2023-06-30", "now")).toMatchObject({ proven: 0, notProven: 0, notYetDecided: 2 })
    expect(await asAt("2023-07-01", "then")).toMatchObject({ proven: 0, notProven: 1, notYetDecided: 1 })
  })

  test("a line's figures are its own", async () => {
    expect((await asAt("2023-07-01", "now", "metropolitan")).contacts).toBe(3)
    expect((await asAt("2023-07-01", "now", "national")).contacts).toBe(1)
  })

  test("months add up to the whole, on every day", async () => {
    for (let day: Day = "2023-01-25"; day < "2023-07-05"; day = addDays(day, 3))
      for (const known of ["then", "now"] as const) {
        const months = await asNational(at.database, (transaction) =>
          figuresBy(transaction, { asAt: day, known }, "month", LINE_FORCES),
        )
        expect(months.reduce((total, month) => total + month.contacts, 0)).toBe((await asAt(day, known)).contacts)
      }
  })

  test("the recount finds no difference", async () => {
    const { rows } = await asOwner(at.database, (transaction) => transaction.execute(sql`select * from recount()`))
    expect(rows).toEqual([])
  })
})

test("a desk's heartbeat is its oldest unopened report", async () => {
  expect(await asNational(at.database, (transaction) => heartbeats(transaction, "2023-07-01"))).toEqual([
    { tenant: "kent", oldest: "2023-01-30", unopened: 1 },
    { tenant: "metropolitan", oldest: "2023-05-31", unopened: 1 },
  ])
})

test("the recount finds what somebody wrote into the cube by hand", async () => {
  await asOwner(at.database, (transaction) =>
    transaction.execute(sql`update cube set count = count + 1 where measure = 'contact' and tenant = 'kent'`),
  )
  const { rows } = await asOwner(at.database, (transaction) => transaction.execute(sql`select * from recount()`))
  const beside = ["lines-day", "lines-third", "lines-month", "forces-day", "forces-third", "forces-month"]
  expect(rows.map(({ measure, in_cube, in_events }) => `${measure} ${in_cube} ${in_events}`).toSorted()).toEqual(
    [
      "contact 2 1",
      ...["month", ...beside, "forces-quarter", "forces-year"].map((sums) => `${sums}:contact 1 2`),
    ].toSorted(),
  )
})
