import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import type { Cell, ProtectedTable, Table } from "./cell.ts"
import { keyOf } from "./cell.ts"
import { protect } from "./protect.ts"
import { Attack } from "./testing/attack.ts"
import { type Made, madeCells, madeTable } from "./testing/made-tables.ts"
import { isPrimary } from "./unknowns.ts"

const FIRST = "2026-01-15"
const SECOND = "2026-04-15"
const forces = ["kent", "essex", "dorset"]
const quarters = ["2025-Q1", "2025-Q2", "2025-Q3"]
const findings = ["proven", "notProven", "notDetermined", "notYetDecided"]

const contacts: Made = { measure: "contacts", forces, quarters }
const people: Made = {
  measure: "people_concerned",
  forces: ["kent", "essex"],
  quarters: ["2025-Q1", "2025-Q2"],
  other: { dimension: "finding", values: findings },
}

/** Small counts are common, as in a force's quarter, and so are zeros. */
const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 15 }))
const cells = (made: Made) =>
  fc
    .array(count, {
      minLength: made.forces.length * made.quarters.length * (made.other?.values.length ?? 1),
      maxLength: made.forces.length * made.quarters.length * (made.other?.values.length ?? 1),
    })
    .map((counts) => {
      let next = 0
      return madeCells(made, () => counts[next++] ?? 0)
    })

/** What an attack finds out beyond what a table of nothing but `[c]` and zeros would tell. */
function found(released: readonly ProtectedTable[], onlyGrows = false): string[] {
  const attack = new Attack(released, { onlyGrows })
  const blank = new Attack(released.map(allHidden), { onlyGrows })
  return released.flatMap(({ knownAt, cells }) =>
    cells.filter(isPrimary).flatMap((cell) => {
      const [least, greatest] = attack.interval(cell, knownAt)
      // A total of two hidden parts is at least 2 to whoever sees only that neither is 0.
      const [blankLeast] = blank.interval(cell, knownAt)
      return least <= Math.max(1, blankLeast) && greatest === 5 ? [] : [`${keyOf(cell.name)}: ${least} to ${greatest}`]
    }),
  )
}

const allHidden = (table: ProtectedTable): ProtectedTable => ({
  ...table,
  cells: table.cells.map((cell) => (cell.value === 0 ? cell : { ...cell, hidden: "secondary" })),
})

const primaryOnly = (table: Table): ProtectedTable => ({
  ...table,
  cells: table.cells.map((cell) => (isPrimary(cell) ? { ...cell, hidden: "primary" } : cell)),
})

test("with primary suppression alone, the attack works a cell out", () => {
  const counts = [2, 7, 9, 8, 6, 12, 11, 5, 10]
  const table = madeTable(madeCells(contacts, () => counts.shift() ?? 0))
  expect(found([primaryOnly(table)])).toContain("contacts force=kent 2025-Q1: 2 to 2")
})

property.prop([cells(contacts)], { numRuns: 40 })(
  "of forces by quarter with all totals, no small count can be narrowed down",
  async (made) => {
    expect(found(await protect([madeTable(made)], []))).toEqual([])
  },
)

property.prop([cells(people)], { numRuns: 15 })("nor of the four that add up, by force and quarter", async (made) => {
  expect(found(await protect([madeTable(made)], []))).toEqual([])
})

property.prop([cells(people)], { numRuns: 15 })("nor of two tables that share their totals", async (made) => {
  const byQuarter = made.filter(({ name }) => name.finding === undefined)
  const byFinding = made.filter(({ name }) => name.period === undefined)
  expect(found(await protect([madeTable(byQuarter), madeTable(byFinding)], []))).toEqual([])
})

const growth = fc.array(fc.constantFrom(0, 0, 0, 1, 2, 6, 9), { minLength: 9, maxLength: 9 })

/** The same table a release later, with what was recorded in between. */
function grown(made: readonly Cell[], by: readonly number[]): Cell[] {
  const more = [...by]
  const before = new Map(made.map(({ name, value }) => [keyOf(name), value]))
  return madeCells(contacts, (name) => (before.get(keyOf(name)) ?? 0) + (more.shift() ?? 0))
}

const printed = ({ cells }: ProtectedTable) =>
  new Map(cells.filter(({ hidden }) => !hidden).map(({ name, value }) => [keyOf(name), value]))

property.prop([cells(contacts), growth], { numRuns: 40 })(
  "a later release neither prints a change from 1 to 4 nor narrows down what the first hid",
  async (made, by) => {
    const [first] = (await protect([madeTable(made, FIRST)], [])) as [ProtectedTable]
    const register = [{ name: "First", tables: [first] }]
    const [second] = (await protect([madeTable(grown(made, by), SECOND)], register)) as [ProtectedTable]

    const then = printed(first)
    const changes = [...printed(second)].map(([key, value]) => Math.abs(value - (then.get(key) ?? value)))
    // From 0 to 5 or more is a count of its own, and everything smaller is hidden.
    expect(changes.filter((change) => change > 0 && change < 5)).toEqual([])

    const knowing = { onlyGrows: true }
    const [both, before] = [new Attack([first, second], knowing), new Attack([first, allHidden(second)], knowing)]
    for (const cell of first.cells.filter(isPrimary))
      expect([keyOf(cell.name), ...both.interval(cell, FIRST)]).toEqual([
        keyOf(cell.name),
        ...before.interval(cell, FIRST),
      ])
  },
)
