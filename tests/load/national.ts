import { asNational, asOwner, asTenant } from "@candour/database/as.ts"
import type { Connection } from "@candour/database/connect.ts"
import { addDays, addMonths, type Day, dayOf } from "@candour/domain/day.ts"
import { figureTables, type Scope } from "@candour/figures/figures.ts"
import { handOvers } from "@candour/figures/hand-overs.ts"
import { heartbeats } from "@candour/figures/heartbeats.ts"
import { stoppedDesks } from "@candour/figures/stopped-desks.ts"
import { timeliness } from "@candour/figures/timeliness.ts"
import { boundariesOn } from "@candour/routing/boundaries.ts"
import { forcesEver } from "@candour/routing/directory.ts"
import { lineForces } from "@candour/routing/lines.ts"
import { sql } from "drizzle-orm"
import { compareForces } from "../../apps/national/src/compare/compare.ts"
import type { House } from "../../apps/operator/src/house.ts"
import { fillEvents } from "./fill-events.ts"
import { inWords, type Row, timed } from "./timing.ts"

const TIMES = 60
const DAYS = 1_826

/**
 * The queries of the national view's pages over about `wanted` events of five years, each as at days all over them, and their
 * ratio to summing the events plainly. Fills the house unless it is full already.
 */
export async function measureNational(house: House, wanted: number, row: Row): Promise<void> {
  const asked = async <Found extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
    (await asOwner(house.database, (transaction) => transaction.execute<Found>(query))).rows
  const [{ there = 0 } = {}] = await asked<{ there: number }>(
    sql`select greatest(reltuples, 0)::integer as there from pg_class where oid = 'event'::regclass`,
  )
  if (there < 1_000) {
    console.log("Filling …")
    const [taken = 0] = await timed(1, () => fillEvents(house, wanted))
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
    return taken.toSorted((one, other) => one - other)[Math.floor(TIMES / 2)] ?? 0
  }
  let page = 0
  for (const [label, scopeOf] of scopes)
    page = Math.max(
      page,
      await measure(label, () => {
        const asked = scopeOf()
        const scope = { ...asked, boundaries: boundariesOn(asked.asAt, forcesEver()) }
        return national(async (transaction) => {
          await figureTables(transaction, scope, lineForces)
          await stoppedDesks(transaction, scope.asAt)
        })
      }),
    )
  await measure("a force’s own figures, by its own login", () =>
    asTenant(house.database, "kent", (transaction) =>
      figureTables(transaction, { asAt: someDay(), known: "then", force: "kent" }, lineForces),
    ),
  )
  await measure("forces compared", () =>
    national((transaction) => compareForces(transaction, { asAt: someDay(), known: "now" })),
  )
  await measure("timeliness and hand-overs", () =>
    national(async (transaction) => {
      const scope = { asAt: someDay(), known: "now" } as const
      await timeliness(transaction, scope)
      await handOvers(transaction, scope)
    }),
  )
  await measure("heartbeats", () => national((transaction) => heartbeats(transaction, today)))

  const plainly = async (day: Day) =>
    asked(sql`select tenant, line, channel, kind, date_trunc('month', happened::timestamp), count(*)
      from event where happened <= ${day}::date group by 1, 2, 3, 4, 5`)
  const [plain = 0] = (await timed(3, () => plainly(someDay()))).toSorted((one, other) => one - other)
  row(
    "a plain GROUP BY of the events",
    `${plain.toFixed(0)} ms, ${(plain / page).toFixed(0)} times the slowest page's median`,
  )
}
