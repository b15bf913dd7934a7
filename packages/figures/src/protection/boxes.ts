import type { Alternative, Reach } from "./alternative.ts"
import { type CellName, type Dimension, dimensionsOf } from "./cell.ts"
import type { Unknown, Unknowns } from "./unknowns.ts"

/** What changes along one axis so that every sum along it still holds: each value's place in the table, and 1 or -1. */
type Turn = readonly (readonly [step: number, change: number])[]

type Axis = Dimension | "period"

/** One table at one date. A cell's place in `cells` is the sum of the steps of its values along the axes. */
interface Grid {
  turns: Turn[][]
  /** The unknown in each place; -1 where the table has no cell. */
  cells: Int32Array
}

const WHOLE = ""

/**
 * Alternatives that are boxes: in a table of two dimensions four corners of a rectangle, of three eight of a box, each
 * up or down by the same amount, so that all margins stay; a side may also be a margin, which then changes along.
 * This is the hypercube method (Giessing and Repsilber 2002, "Tools and strategies to protect multiple tables with the
 * GHQUAR cell suppression engine"), and far faster than a linear program, which is left for what boxes don't reach.
 */
export class Boxes {
  readonly #gridsOf = new Map<number, { grid: Grid; steps: number[] }[]>()

  constructor({ unknowns, dates }: Unknowns) {
    for (const date of dates) {
      const cells = [...date.values()].map((place) => ({ place, name: (unknowns[place] as Unknown).name }))
      for (const inside of tablesOf(cells)) this.#addGrid(inside)
    }
  }

  /**
   * The box of the least loss that has what `reach` says, or none. It keeps the sums of its own table; whether it keeps
   * those of others too is for the caller to see.
   *
   * @param loss - of letting an unknown differ by this much: infinite where it can't, 0 where it is hidden anyway
   */
  cheapest({ unknown, amount }: Reach, loss: (unknown: number, by: number) => number): Alternative | undefined {
    let best: Alternative | undefined
    let least = Number.POSITIVE_INFINITY
    const weigh = (corners: Turn, cells: Int32Array, by: number) => {
      let sum = 0
      for (const [step, change] of corners) {
        sum += cells[step] === -1 ? Number.POSITIVE_INFINITY : loss(cells[step] as number, change * by)
        if (sum >= least) return
      }
      least = sum
      best = new Map(corners.map(([step, change]) => [cells[step] as number, change * by]))
    }
    const search = ({ turns, cells }: Grid, steps: readonly number[], axis: number, corners: Turn, by: number) => {
      const step = steps[axis]
      if (step === undefined) return weigh(corners, cells, by)
      for (const turn of turns[axis] ?? []) {
        const own = turn.find(([value]) => value === step)
        if (least === 0) return
        if (own === undefined) continue
        const further = turn.flatMap(([value, change]) => corners.map(([at, by]) => [at + value, by * change] as const))
        search({ turns, cells }, steps, axis + 1, further, by * own[1])
      }
    }
    for (const { grid, steps } of this.#gridsOf.get(unknown) ?? []) search(grid, steps, 0, [[0, 1]], amount)
    return best
  }

  #addGrid({ axes, cells }: { axes: Axis[]; cells: readonly Placed[] }) {
    let size = 1
    const steps: Map<string, number>[] = []
    for (const axis of axes) {
      const values = [...new Set(cells.map(({ name }) => name[axis] ?? WHOLE))]
      const stride = size
      steps.push(new Map(values.map((value, index) => [value, index * stride])))
      size *= values.length
    }
    const grid = { turns: steps.map(turnsOf), cells: new Int32Array(size).fill(-1) }
    for (const { name, place } of cells) {
      const own = axes.map((axis, index) => steps[index]?.get(name[axis] ?? WHOLE) ?? 0)
      grid.cells[own.reduce((sum, step) => sum + step, 0)] = place
      const others = this.#gridsOf.get(place) ?? []
      others.push({ grid, steps: own })
      this.#gridsOf.set(place, others)
    }
  }
}

interface Placed {
  place: number
  name: CellName
}

/** The tables of a date: one for each measure and set of dimensions that isn't part of a larger one. */
const tablesOf = (cells: readonly Placed[]): { axes: Axis[]; cells: Placed[] }[] =>
  [...Map.groupBy(cells, ({ name }) => name.measure).values()].flatMap((ofMeasure) => {
    const sets = [...new Map(ofMeasure.map(({ name }) => [dimensionsOf(name).join(), dimensionsOf(name)])).values()]
    const isWithin = (one: Dimension[], other: Dimension[]) => one.every((each) => other.includes(each))
    return sets
      .filter((one) => !sets.some((other) => other.length > one.length && isWithin(one, other)))
      .map((dimensions) => ({
        axes: [...dimensions, "period" as const],
        cells: ofMeasure.filter(({ name }) => isWithin(dimensionsOf(name), dimensions)),
      }))
  })

/** Every change along an axis: one of its finest values up and another down, or one up with all that it is part of. */
function turnsOf(steps: ReadonlyMap<string, number>): Turn[] {
  const values = [...steps.keys()]
  const isPartOf = (value: string, other: string) =>
    value !== other && (other === WHOLE || value.startsWith(`${other}-Q`))
  const finest = values.filter((value) => !values.some((other) => isPartOf(other, value)))
  const up = finest.map(
    (one) => new Map(values.filter((other) => other === one || isPartOf(one, other)).map((each) => [each, 1])),
  )
  const swaps = up.flatMap((one, index) =>
    up.slice(index + 1).map((other) => {
      const turn = new Map(one)
      for (const value of other.keys()) if (!turn.delete(value)) turn.set(value, -1)
      return turn
    }),
  )
  return [...swaps, ...up].map((turn) => [...turn].map(([value, change]) => [steps.get(value) ?? 0, change] as const))
}
