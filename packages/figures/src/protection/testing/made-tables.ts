import type { Cell, CellName, Table } from "../cell.ts"

/** What the cells of a made table are told apart by: forces, quarters and, if any, one more dimension. */
export interface Made {
  measure: string
  forces: readonly string[]
  quarters: readonly string[]
  other?: { dimension: "finding" | "category" | "channel"; values: readonly string[] }
}

/** A table with every margin, whose innermost cells are as `count` says. Overlapping categories may not be summed. */
export function madeCells({ measure, forces, quarters, other }: Made, count: (name: CellName) => number): Cell[] {
  const totals = new Map<string, Cell>()
  const add = (name: CellName, value: number) => {
    const key = JSON.stringify(name)
    const before = totals.get(key) ?? { name, value: 0 }
    totals.set(key, { name, value: before.value + value })
  }
  for (const force of forces)
    for (const quarter of quarters)
      for (const third of other?.values ?? [undefined]) {
        const value = count({ measure, force, period: quarter, ...(other && { [other.dimension]: third }) })
        for (const byForce of [{ force }, {}])
          for (const period of [{ period: quarter }, { period: quarter.slice(0, 4) }, {}])
            for (const byThird of third === undefined || !other ? [{}] : [{ [other.dimension]: third }, {}])
              add({ measure, ...byForce, ...byThird, ...period }, value)
      }
  return [...totals.values()]
}

export const madeTable = (cells: Cell[], asAt: Table["asAt"] = "2026-01-15"): Table => ({ asAt, knownAt: asAt, cells })

/** `count` quarters from the first of `year`. */
export const quartersFrom = (year: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${year + Math.floor(index / 4)}-Q${(index % 4) + 1}`)
