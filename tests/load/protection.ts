/**
 * What protecting a realistic release hides and takes: 43 forces by 12 quarters with years and totals, five measures,
 * counts by Poisson from a fixed seed, and a second release a quarter later.
 * Usage: node tests/load/protection.ts
 */
import type { ProtectedTable } from "../../packages/figures/src/protection/cell.ts"
import { keyOf } from "../../packages/figures/src/protection/cell.ts"
import { protect } from "../../packages/figures/src/protection/protect.ts"
import { madeCells, madeTable, quartersFrom } from "../../packages/figures/src/protection/testing/made-tables.ts"

const forces = Array.from({ length: 43 }, (_, index) => `force-${index}`)
const quarters = quartersFrom(2023, 13)
/** Mean of a middling force's quarter. */
const MEASURES = { contacts: 8, reports: 6, intelligence_reports: 3, people_concerned: 2, further_investigation: 1 }

let seed = 42
function random(): number {
  seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32
  return seed / 2 ** 32
}

function poisson(mean: number): number {
  let count = 0
  for (let product = random(); product > Math.exp(-mean); product *= random()) count++
  return count
}

/** One force is far larger than all others, as the Metropolitan is. */
const sizes = new Map(forces.map((force, index) => [force, index === 0 ? 12 : 0.3 + 3 * random() ** 2]))

function release(until: number, before?: ReadonlyMap<string, number>) {
  return Object.entries(MEASURES).flatMap(([measure, mean]) =>
    madeCells({ measure, forces, quarters: quarters.slice(0, until) }, (name) => {
      const old = before?.get(keyOf(name))
      const age = until - 1 - quarters.indexOf(name.period ?? "")
      // What is recorded late is of the last two quarters: a tenth, then a thirtieth.
      return old === undefined
        ? poisson(mean * (sizes.get(name.force ?? "") ?? 0))
        : old + poisson(age > 2 ? 0 : old / (age > 1 ? 30 : 10))
    }),
  )
}

function tell(name: string, { cells }: ProtectedTable, milliseconds: number) {
  const primary = cells.filter(({ hidden }) => hidden === "primary").length
  const secondary = cells.filter(({ hidden }) => hidden === "secondary").length
  const share = ((100 * (primary + secondary)) / cells.length).toFixed(0)
  console.log(
    `${name}: ${cells.length} cells, ${cells.filter(({ value }) => value === 0).length} zeros, ${primary} primary, ${secondary} secondary (${share} % hidden), ${(milliseconds / 1_000).toFixed(1)} s`,
  )
}

let begun = performance.now()
const cells = release(12)
const [first] = (await protect([madeTable(cells, "2026-01-15")], [])) as [ProtectedTable]
tell("first release", first, performance.now() - begun)

begun = performance.now()
const later = release(13, new Map(cells.map(({ name, value }) => [keyOf(name), value])))
const register = [{ name: "first", tables: [first] }]
const [second] = (await protect([madeTable(later, "2026-04-15")], register)) as [ProtectedTable]
tell("second release", second, performance.now() - begun)
