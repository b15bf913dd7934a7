import { asNational, asOwner } from "@candour/database/as.ts"
import { type TestDatabase, testDatabase } from "@candour/database/testing/test-database.ts"
import { addDays, type Day } from "@candour/domain/day.ts"
import { findingOf, type Outcome } from "@candour/domain/outcome.ts"
import { fc, test as property } from "@fast-check/vitest"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect } from "vitest"
import { figureNames, PEOPLE_FIGURES } from "./catalogue.ts"
import { countOf } from "./days-taken.ts"
import { type Figures, figureTables, NO_FIGURES, type Scope } from "./figures.ts"
import { heartbeats } from "./heartbeats.ts"
import { timeliness } from "./timeliness.ts"

const LINE_FORCES = { metropolitan: "metropolitan" }

/** One row that events have left in the cube. */
interface Counted {
  tenant: string
  line: string
  routedTo: string
  happened: Day
  recorded: Day
  measure: string
  category: string
  channel: string
  count: number
}

let at: TestDatabase
beforeAll(async () => {
  at = await testDatabase({ countsByHand: true })
})
afterAll(() => at.close())

/** The reference: looks at each row by itself, in words as near to the definitions as code gets. */
function byHand(rows: readonly Counted[], { asAt, known, from, to, line, force }: Scope): Figures {
  const figures = { asAt, ...NO_FIGURES }
  for (const row of rows) {
    const counts = (known === "then" ? row.recorded <= asAt : row.happened <= asAt) && row.happened <= (to ?? asAt)
    const belongsTo = row.measure.startsWith("contact") ? row.routedTo : row.tenant
    if (!counts || (line !== undefined && row.line !== line) || (force !== undefined && belongsTo !== force)) continue
    const isOpen = { person: row.count, outcome: -row.count }[row.measure] ?? 0
    figures.notYetDecided += isOpen
    figures.peopleConcerned += isOpen
    if (from !== undefined && row.happened < from) continue
    const isOther = row.line === "metropolitan" && !["metropolitan", "national-desk"].includes(row.routedTo)
    if (row.measure === "contact") figures.contacts += row.count
    if (row.measure === "contact" && isOther) figures.otherForces += row.count
    if (row.measure === "contact-not-for-us") figures.notForUs += row.count
    if (row.measure === "report") figures.reports += row.count
    if (row.measure === "closed") figures.closed += row.count
    if (row.measure === "transferred") figures.transfers += row.count
    if (row.measure === "intelligence") figures.intelligenceReports += row.count
    if (row.measure === "intelligence-abuse-and-discrimination") figures.abuseAndDiscrimination += row.count
    if (row.measure === "investigating") figures.furtherInvestigation += row.count
    if (row.measure !== "outcome") continue
    figures[findingOf(row.category as Outcome)] += row.count
    figures.peopleConcerned += row.count
  }
  return figures
}

const tenant = fc.constantFrom("kent", "metropolitan", "national-desk")
const someDay = fc.integer({ min: 0, max: 500 }).map((days) => addDays("2022-11-20", days))
const counted = fc
  .record({
    tenant,
    line: fc.constantFrom("national", "metropolitan"),
    routedTo: tenant,
    happened: someDay,
    // Most is recorded at once; a correction may come a year later.
    late: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 400 })),
    what: fc.constantFrom(
      ["contact", ""],
      ["contact-by-category", "partner"],
      ["contact-not-for-us", "data"],
      ["report", ""],
      ["transferred", ""],
      ["closed", ""],
      ["referral", ""],
      ["referred", ""],
      ["intelligence", ""],
      ["intelligence-by-group", "P"],
      ["intelligence-abuse-and-discrimination", ""],
      ["investigating", ""],
      ["person", ""],
      ["outcome", "dismissed"],
      ["outcome", "no-case"],
      ["outcome", "left"],
    ),
    channel: fc.constantFrom("online", "phone"),
    count: fc.constantFrom(1, 2, 7, -1),
  })
  .map(({ late, what: [measure = "", category = ""], ...row }): Counted => {
    return { ...row, measure, category, recorded: addDays(row.happened, late) }
  })

const edge = fc.constantFrom<Day>("2023-01-31", "2023-02-01", "2023-02-28", "2024-02-29", "2025-12-31")
const scope: fc.Arbitrary<Scope> = fc.record({
  asAt: fc.oneof(someDay, edge),
  from: fc.option(fc.oneof(someDay, edge), { nil: undefined }),
  to: fc.option(fc.oneof(someDay, edge), { nil: undefined }),
  known: fc.constantFrom("then", "now"),
  line: fc.option(fc.constantFrom("national", "metropolitan"), { nil: undefined }),
  force: fc.option(tenant, { nil: undefined }),
})

/** Puts `rows` into an empty cube, and folds what is there after the first `folded` of them. */
const fillCube = (rows: readonly Counted[], folded: number) =>
  asOwner(at.database, async (transaction) => {
    await transaction.execute(sql`delete from cube`)
    for (const sums of ["cube_month", "cube_of_lines", "cube_of_forces", "cube_of_stages", "cube_of_waiting"])
      await transaction.execute(sql.raw(`delete from ${sums}`))
    for (const [index, row] of rows.entries()) {
      if (index === folded) await transaction.execute(sql`select fold_cube()`)
      await transaction.execute(sql`
        insert into cube (tenant, line, routed_to, happened, recorded, measure, category, channel, slot, count)
          values (${row.tenant}, ${row.line}, ${row.routedTo}, ${row.happened}, ${row.recorded}, ${row.measure},
            ${row.category}, ${row.channel}, ${index}, ${row.count})`)
    }
  })

const ask = (asked: Scope) => asNational(at.database, (transaction) => figureTables(transaction, asked, LINE_FORCES))

property.prop([fc.array(counted, { maxLength: 25 }), fc.array(scope, { minLength: 4, maxLength: 4 }), fc.nat(30)], {
  numRuns: 60,
})(
  "figures from the cube agree with counting by hand, however much of the cube is folded",
  async (rows, scopes, folded) => {
    await fillCube(rows, folded)
    for (const asked of scopes) {
      const tables = await ask(asked)
      expect(tables.knownThen).toEqual(byHand(rows, { ...asked, known: "then" }))
      expect(tables.knownNow).toEqual(byHand(rows, { ...asked, known: "now" }))
      for (const figures of [tables.knownThen, tables.knownNow])
        expect(PEOPLE_FIGURES.reduce((total, name) => total + figures[name], 0)).toBe(figures.peopleConcerned)
    }
  },
)

property.prop([fc.array(counted, { maxLength: 25 }), scope, fc.nat(30)], { numRuns: 60 })(
  "months, forces, lines and channels each add up to the whole",
  async (rows, asked, folded) => {
    await fillCube(rows, folded)
    const { by } = await ask(asked)
    const whole = byHand(rows, asked)
    for (const groups of Object.values(by)) {
      for (const name of figureNames) expect(groups.reduce((total, each) => total + each[name], 0)).toBe(whole[name])
    }
  },
)

const unopened = fc.record({
  tenant,
  happened: someDay,
  late: fc.nat(40),
  /** Days after it came to be known, in which it was opened; or never. */
  openedAfter: fc.option(fc.nat(400), { nil: undefined }),
})
property.prop([fc.array(unopened, { maxLength: 20 }), someDay, fc.nat(40)], { numRuns: 60 })(
  "each desk's heartbeat agrees with looking at each report, however much of the cube is folded",
  async (reports, asAt, folded) => {
    const base = { line: "national", measure: "unopened", category: "", channel: "online" }
    const rows = reports.flatMap(({ tenant, happened, late, openedAfter }): Counted[] => {
      const recorded = addDays(happened, late)
      const came = { ...base, tenant, routedTo: tenant, happened, recorded, count: 1 }
      return openedAfter === undefined
        ? [came]
        : [came, { ...came, recorded: addDays(recorded, openedAfter), count: -1 }]
    })
    await fillCube(rows, folded)
    const waiting = reports.filter(
      ({ happened, late, openedAfter }) =>
        addDays(happened, late) <= asAt && (openedAfter === undefined || addDays(happened, late + openedAfter) > asAt),
    )
    const byHand = [...Map.groupBy(waiting, (each) => each.tenant)].map(([tenant, own]) => ({
      tenant,
      oldest: own.map(({ happened }) => happened).sort()[0],
      unopened: own.length,
    }))
    const found = await asNational(at.database, (transaction) => heartbeats(transaction, asAt))
    expect(found.toSorted((one, other) => (one.tenant < other.tenant ? -1 : 1))).toEqual(
      byHand.toSorted((one, other) => (one.tenant < other.tenant ? -1 : 1)),
    )
  },
)

property.prop([fc.array(counted, { maxLength: 25 }), scope, fc.nat(30)], { numRuns: 60 })(
  "how many came to a stage agrees with counting by hand, however much of the cube is folded",
  async (counts, asked, folded) => {
    const rows = counts.map((row): Counted => ({ ...row, measure: "took", category: "opened" }))
    await fillCube(rows, folded)
    const { asAt, known, from, to = asAt, line, force } = asked
    const found = await asNational(at.database, (transaction) => timeliness(transaction, asked))
    const byHand = rows.filter(
      ({ happened, recorded, tenant, ...row }) =>
        (known === "then" ? recorded : happened) <= asAt &&
        happened <= to &&
        (from === undefined || happened >= from) &&
        (line === undefined || row.line === line) &&
        (force === undefined || tenant === force),
    )
    expect(countOf(found.all.opened)).toBe(byHand.reduce((sum, { count }) => sum + count, 0))
    for (const [tenant, own] of Map.groupBy(byHand, (row) => row.tenant))
      expect(countOf(found.byForce.get(tenant)?.opened ?? new Map())).toBe(
        own.reduce((sum, { count }) => sum + count, 0),
      )
  },
)

// Only where nothing is corrected: a correction takes away now what was counted then.
property.prop([fc.array(counted.filter(({ count }) => count > 0)), scope, fc.nat(30)], { numRuns: 30 })(
  "without corrections, nothing known then is missing now",
  async (rows, asked, folded) => {
    await fillCube(rows, folded)
    const { knownThen, knownNow } = await ask(asked)
    expect(knownThen.contacts).toBeLessThanOrEqual(knownNow.contacts)
    expect(knownThen.intelligenceReports).toBeLessThanOrEqual(knownNow.intelligenceReports)
  },
)
