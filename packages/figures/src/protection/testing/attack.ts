import { type Constraint, equalTo, greaterEq, lessEq, solve } from "yalps"
import { keyOf, type ProtectedTable } from "../cell.ts"
import { marginsOf } from "../margins.ts"

/** What a reader has of a cell: its number, or nothing where it prints `[c]` or isn't printed. */
interface Seen {
  key: string
  at: string
  printed: number | undefined
}

const variableOf = ({ key, at }: Seen) => `${at}: ${key}`

/**
 * Somebody who has everything that was printed, knows that cells add up, that counts are whole and that a hidden one
 * isn't 0, and has a solver of their own (YALPS, not the one that protects). Sees no hidden value.
 */
export class Attack {
  readonly #constraints: [string, Constraint][] = []
  readonly #coefficients = new Map<string, [string, number][]>()
  #rows = 0

  constructor(printed: readonly ProtectedTable[], { onlyGrows = false } = {}) {
    const byKey = new Map<string, Seen[]>()
    const seen = new Map<string, Seen>()
    for (const { knownAt, cells } of printed)
      for (const cell of cells) {
        const isOut = !cell.hidden && !cell.unprinted
        const one = { key: keyOf(cell.name), at: knownAt, printed: isOut ? cell.value : undefined }
        if (seen.has(variableOf(one)) && one.printed === undefined) continue
        seen.set(variableOf(one), one)
      }
    for (const one of seen.values()) {
      byKey.set(one.key, [...(byKey.get(one.key) ?? []), one])
      this.#row(one.printed === undefined ? greaterEq(1) : equalTo(one.printed), [[one, 1]])
    }
    for (const { knownAt, cells } of printed) {
      const parts = cells.flatMap(({ name }) =>
        marginsOf(name).map(({ whole, by }) => ({ whole: keyOf(whole), by, part: keyOf(name) })),
      )
      const counts = new Map(cells.map(({ name, value }) => [keyOf(name), value]))
      // That nothing is missing from a table is no secret: whoever reads it knows all forces and quarters.
      const isWhole = (sum: readonly { whole: string; part: string }[]) =>
        counts.get(sum[0]?.whole as string) === sum.reduce((total, { part }) => total + (counts.get(part) ?? 0), 0)
      const at = (key: string) => seen.get(`${knownAt}: ${key}`) as Seen
      for (const sum of Map.groupBy(parts, ({ whole, by }) => `${whole} by ${by}`).values())
        this.#row(isWhole(sum) ? equalTo(0) : lessEq(0), [
          [at(sum[0]?.whole as string), -1],
          ...sum.map(({ part }): [Seen, number] => [at(part), 1]),
        ])
    }
    if (onlyGrows)
      for (const same of byKey.values()) {
        const inTime = same.toSorted((one, other) => (one.at < other.at ? -1 : 1))
        for (const [index, later] of inTime.slice(1).entries())
          this.#row(greaterEq(0), [
            [later, 1],
            [inTime[index] as Seen, -1],
          ])
      }
  }

  /** The least and greatest whole number that the cell may be; the greatest is cut at 5. */
  interval(cell: ProtectedTable["cells"][number], knownAt: string): [number, number] {
    const variable = `${knownAt}: ${keyOf(cell.name)}`
    return [this.#extreme(variable, "minimize"), this.#extreme(variable, "maximize")]
  }

  #extreme(variable: string, direction: "minimize" | "maximize"): number {
    const { status, result } = solve(
      {
        direction,
        objective: "asked",
        constraints: [...this.#constraints, ["asked", { max: 5 }]],
        variables: [...this.#coefficients].map(([name, rows]) => [
          name,
          name === variable ? [...rows, ["asked", 1] as [string, number]] : rows,
        ]),
        integers: true,
      },
      { timeout: 20_000 },
    )
    if (status !== "optimal") throw new Error(`The attack on ${variable} ended ${status}.`)
    return Math.round(result)
  }

  #row(constraint: Constraint, terms: readonly [Seen, number][]) {
    const row = `row ${this.#rows++}`
    this.#constraints.push([row, constraint])
    for (const [seen, coefficient] of terms) {
      const variable = variableOf(seen)
      this.#coefficients.set(variable, [...(this.#coefficients.get(variable) ?? []), [row, coefficient]])
    }
  }
}
