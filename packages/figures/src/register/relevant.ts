import type { Register } from "../protection/cell.ts"
import { isTiedTo } from "../protection/margins.ts"

/**
 * What of the register counts of `measures` could be worked out from, or give away: the same measures and those that they
 * are among or have among them. All other cells are tied to these by nothing.
 */
export function relevantTo(entries: Register, measures: readonly string[]): Register {
  return entries.map(({ name, tables }) => ({
    name,
    tables: tables.map((table) => ({
      ...table,
      cells: table.cells.filter((cell) => measures.some((measure) => isTiedTo(measure, cell.name.measure))),
    })),
  }))
}
