/**
 * Measures the queries of the national view's pages over ten million events, and prints figures and their ratio to summing
 * the events plainly; asserts nothing.
 * Usage, after a build: node tests/load/bench-figures.ts [EVENTS] [FOLDER]. With a folder the data is kept for the next time.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { asNational, asOwner } from "@candour/database/as.ts"
import type { Connection } from "@candour/database/connect.ts"
import { removeState } from "@candour/database/embedded/cluster.ts"
import { addDays, addMonths, type Day, dayOf } from "@candour/domain/day.ts"
import { figureTables, type Scope } from "@candour/figures/figures.ts"
import { heartbeats } from "@candour/figures/heartbeats.ts"
import { stoppedDesks } from "@candour/figures/stopped-desks.ts"
import { lineForces } from "@candour/routing/lines.ts"
import { sql } from "drizzle-orm"
import { compareForces } from "../../apps/national/src/compare/compare.ts"
import { openHouse } from "../../apps/operator/src/house.ts"
import { fillEvents } from "./fill-events.ts"
import { inWords, timed } from "./timing.ts"

const [EVENTS = "10000000", KEPT] = process.argv.slice(2)
const TIMES = 60
const DAYS = 1_826

const folder = KEPT ?? mkdtempSync(join(tmpdir(), "candour-bench-"))
const house = await openHouse(folder)
const row = (label: string, value: string) => console.log(`${label.padEnd(66)}${value}`)
try {
  const asked = async <Found extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
    (await asOwner(house.database, (transaction) => transaction.execute<Found>(query))).rows
  const [{ there = 0 } = {}] = await asked<{ there: number }>(
    sql`select greatest(reltuples, 0)::integer as there from pg_class where oid = 'event'::regclass`,
  )
  if (there < 1_000) {
    console.log("Filling …")
    const [taken = 0] = await timed(1, () => fillEvents(house, Number(EVENTS)))
    row(`events counted by the trigger's definition`, `${(taken / 1_000).toFixed(0)} s`)
  }
  const [{ events = 0, days = 0, months = 0 } = {}] = await asked<Record<string, number>>(sql`
    select (select count(*) from event)::integer as events, (select count(*) from cube)::integer as days,
      (select count(*) from cube_month)::integer as months`)
  row(
    "events; rows of the cube by day, by month",
    [events, days, months].map((each) => each.toLocaleString("en")).join("; "),
  )

  const today = dayOf(new Date())
  let place = 0
  // Days all over the five years, always the same ones.
  const someDay = () => addDays(today, -((place++ * 7_919) % DAYS))
  const scopes: [string, () => Scope][] = [
    ["figures as at a day, known then", () => ({ asAt: someDay(), known: "then" })],
    ["figures as at a day, known now", () => ({ asAt: someDay(), known: "now" })],
    ["figures as at today", () => ({ asAt: today, known: "now" })],
    ["figures of one line", () => ({ asAt: someDay(), known: "now", line: "metropolitan" })],
    ["figures of one force", () => ({ asAt: someDay(), known: "then", force: "kent" })],
    [
      "figures of three months, as at a year later",
      () => {
        const from = addMonths(someDay(), -15)
        return { asAt: addMonths(from, 15), from, to: addMonths(from, 3), known: "then" }
      },
    ],
  ]
  const national = (work: (transaction: Connection) => Promise<unknown>) => asNational(house.database, work)
  const measure = async (label: string, work: () => Promise<unknown>) => {
    await timed(5, work)
    const taken = await timed(TIMES, work)
    row(label, inWords(taken))
    return taken.toSorted((one, other) => one - other)[TIMES / 2] ?? 0
  }
  let page = 0
  for (const [label, scopeOf] of scopes)
    page = Math.max(
      page,
      await measure(label, () => {
        const scope = scopeOf()
        return national(async (transaction) => {
          await figureTables(transaction, scope, lineForces)
          await stoppedDesks(transaction, scope.asAt)
        })
      }),
    )
  await measure("forces compared", () => national((transaction) => compareForces(transaction, someDay())))
  await measure("heartbeats", () => national((transaction) => heartbeats(transaction, today)))

  const plainly = async (day: Day) =>
    asked(sql`select tenant, line, channel, kind, date_trunc('month', happened::timestamp), count(*)
      from event where happened <= ${day}::date group by 1, 2, 3, 4, 5`)
  const [plain = 0] = (await timed(3, () => plainly(someDay()))).toSorted((one, other) => one - other)
  row(
    "a plain GROUP BY of the events",
    `${plain.toFixed(0)} ms, ${(plain / page).toFixed(0)} times the slowest page's median`,
  )
} finally {
  await house.database.close()
  await house.embedded?.stop()
  if (KEPT === undefined) {
    await removeState(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}
