import { asNational, asOwner } from "@candour/database/as.ts"
import { type TestDatabase, testDatabase } from "@candour/database/testing/test-database.ts"
import type { Boundaries } from "@candour/domain/boundaries.ts"
import { addDays, type Day } from "@candour/domain/day.ts"
import { fc, test as property } from "@fast-check/vitest"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { figureNames } from "./catalogue.ts"
import { type Figures, type FigureTables, figureTables } from "./figures.ts"

let at: TestDatabase
beforeAll(async () => {
  at = await testDatabase({ countsByHand: true })
})
afterAll(() => at.close())

/** A force from its first day on; `to` is the day before it went into `into`. */
interface Life {
  id: string
  from: Day
  to?: Day
  into?: string
}

const START: Day = "2022-01-01"
const isThere = ({ from, to }: Life, on: Day) => from <= on && (to === undefined || on <= to)

/** What became of a force by a day, or what it came from: said anew here, so that it can't be wrong in the same way. */
function standing(lives: readonly Life[], id: string, on: Day): string[] {
  const life = lives.find((each) => each.id === id)
  if (life === undefined) return []
  if (isThere(life, on)) return [id]
  if (life.from > on) return lives.filter(({ into }) => into === id).flatMap((each) => standing(lives, each.id, on))
  return life.into === undefined ? [] : standing(lives, life.into, on)
}

const boundariesOf = (lives: readonly Life[], on: Day): Boundaries => ({
  on,
  standing: Object.fromEntries(
    lives.flatMap((life) => {
      const [only, ...more] = isThere(life, on) ? [] : standing(lives, life.id, on)
      return only && more.length === 0 ? [[life.id, only]] : []
    }),
  ),
  wentInto: Object.fromEntries(lives.map(({ id }) => [id, partsOf(lives, id)])),
})

/** All that went into a force, at once or by and by. */
const partsOf = (lives: readonly Life[], id: string): string[] =>
  lives.filter(({ into }) => into === id).flatMap((each) => [each.id, ...partsOf(lives, each.id)])

/** Six forces, and mergers of two to four of those there are, each on a later day. */
const history = fc
  .array(
    fc.record({ after: fc.integer({ min: 1, max: 400 }), which: fc.array(fc.nat(20), { minLength: 2, maxLength: 4 }) }),
    { maxLength: 4 },
  )
  .map((mergers) => {
    const lives: Life[] = ["ash", "birch", "cedar", "elm", "fir", "gorse"].map((id) => ({ id, from: START }))
    let day = START
    for (const [index, { after, which }] of mergers.entries()) {
      day = addDays(day, after)
      const there = lives.filter((life) => life.to === undefined)
      const merging = new Set(which.map((place) => there[place % there.length] as Life))
      if (merging.size < 2) continue
      const id = `merged-${index}`
      for (const life of merging) Object.assign(life, { to: addDays(day, -1), into: id })
      lives.push({ id, from: day })
    }
    return lives
  })

const someDay = fc.integer({ min: 0, max: 1_700 }).map((days) => addDays(START, days))

/** A history with rows of the cube that any desk of any day may have left, whether or not it was there just then. */
const played = history.chain((lives) => {
  const tenant = fc.constantFrom(...lives.map(({ id }) => id), "national-desk")
  return fc.record({
    lives: fc.constant(lives),
    rows: fc.array(
      fc.record({
        tenant,
        routedTo: tenant,
        happened: someDay,
        measure: fc.constantFrom(
          "contact",
          "report",
          "intelligence",
          "investigating",
          "closed",
          "transferred",
          "person",
        ),
        count: fc.constantFrom(1, 2, 7),
      }),
      { maxLength: 30 },
    ),
    folded: fc.nat(30),
  })
})

type Row = { tenant: string; routedTo: string; happened: Day; measure: string; count: number }

const fillCube = (rows: readonly Row[], folded: number) =>
  asOwner(at.database, async (transaction) => {
    await transaction.execute(sql`delete from cube`)
    for (const sums of ["cube_month", "cube_of_lines", "cube_of_forces", "cube_of_stages", "cube_of_waiting"])
      await transaction.execute(sql.raw(`delete from ${sums}`))
    for (const [index, row] of rows.entries()) {
      if (index === folded) await transaction.execute(sql`select fold_cube()`)
      await transaction.execute(sql`
        insert into cube (tenant, line, routed_to, happened, recorded, measure, category, channel, slot, count)
          values (${row.tenant}, 'national', ${row.routedTo}, ${row.happened}, ${row.happened}, ${row.measure}, '',
            'online', ${index}, ${row.count})`)
    }
  })

const ask = (boundaries: Boundaries | undefined, force?: string): Promise<FigureTables> =>
  asNational(at.database, (transaction) =>
    figureTables(transaction, { asAt: "2027-06-01", known: "now", boundaries, force }, {}),
  )

const byForce = ({ by }: FigureTables) => new Map(by.force.map((each) => [each.group, each]))

/** The figures of several groups, each figure by itself. */
const sumOf = (groups: readonly (Figures | undefined)[]) =>
  Object.fromEntries(figureNames.map((name) => [name, groups.reduce((sum, each) => sum + (each?.[name] ?? 0), 0)]))

property.prop([played, someDay, someDay], { numRuns: 60 })(
  "totals are equal in the boundaries of every day, and the forces add up to them",
  async ({ lives, rows, folded }, one, other) => {
    await fillCube(rows, folded)
    const plain = await ask(undefined)
    for (const on of [one, other]) {
      const tables = await ask(boundariesOf(lives, on))
      expect(tables.knownNow).toEqual(plain.knownNow)
      expect(sumOf(tables.by.force)).toEqual(sumOf([plain.knownNow]))
    }
  },
)

property.prop([played, someDay, someDay], { numRuns: 60 })(
  "a merged force's series is that of the old ones and of what isn't told apart by them",
  async ({ lives, rows, folded }, one, other) => {
    await fillCube(rows, folded)
    const [before, after] = [one, other].toSorted() as [Day, Day]
    const [old, merged] = [
      byForce(await ask(boundariesOf(lives, before))),
      byForce(await ask(boundariesOf(lives, after))),
    ]
    for (const { id } of lives.filter((life) => isThere(life, after))) {
      const parts = partsOf(lives, id)
      // The force's own row of before is what no older area is known of.
      expect(sumOf([merged.get(id)])).toEqual(sumOf([id, ...parts].map((part) => old.get(part))))
      expect(parts.map((part) => merged.get(part))).toEqual(parts.map(() => undefined))
    }
  },
)

property.prop([played, someDay], { numRuns: 40 })(
  "asked of one force, the figures are its row's",
  async ({ lives, rows, folded }, on) => {
    await fillCube(rows, folded)
    const boundaries = boundariesOf(lives, on)
    for (const each of (await ask(boundaries)).by.force)
      expect(sumOf([(await ask(boundaries, each.group)).knownNow])).toEqual(sumOf([each]))
  },
)

test("old boundaries are continued and new ones back-cast over a merger, with totals equal", async () => {
  const lives: Life[] = [
    { id: "ash", from: START, to: "2025-03-31", into: "wood" },
    { id: "birch", from: START, to: "2025-03-31", into: "wood" },
    { id: "wood", from: "2025-04-01" },
  ]
  const contact = (routedTo: string, happened: Day, count: number): Row => ({
    tenant: happened < "2025-04-01" ? routedTo : "wood",
    routedTo,
    happened,
    measure: "contact",
    count,
  })
  const held = (routedTo: string, count: number): Row => ({
    tenant: "wood",
    routedTo,
    happened: "2025-06-01",
    measure: "intelligence",
    count,
  })
  await fillCube(
    [
      contact("ash", "2025-01-10", 5),
      contact("birch", "2025-01-10", 3),
      contact("ash", "2025-06-01", 4), // routing knew the area
      contact("wood", "2025-06-01", 2), // and here only the force
      held("ash", 2),
      held("wood", 1),
      held("national-desk", 1), // came from elsewhere
    ],
    0,
  )
  const series = async (on: Day) =>
    Object.fromEntries(
      [...byForce(await ask(boundariesOf(lives, on)))].map(([id, { contacts, intelligenceReports }]) => [
        id,
        { contacts, intelligenceReports },
      ]),
    )
  expect(await series("2025-03-31")).toEqual({
    ash: { contacts: 9, intelligenceReports: 2 },
    birch: { contacts: 3, intelligenceReports: 0 },
    wood: { contacts: 2, intelligenceReports: 2 },
  })
  expect(await series("2025-04-01")).toEqual({ wood: { contacts: 14, intelligenceReports: 4 } })
})
