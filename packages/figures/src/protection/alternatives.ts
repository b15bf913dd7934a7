import type { Highs, Model } from "highs"
import type { Alternative, Reach } from "./alternative.ts"
import type { Block } from "./blocks.ts"
import type { Boxes } from "./boxes.ts"
import type { Unknown } from "./unknowns.ts"

/** What a cell is worth to readers, for one by which an alternative differs: more for greater counts, but slowly. */
const lossOf = (value: number): number => 1 + Math.log2(1 + value)

/** Makes alternatives that differ in few hidden cells, so that more of the secondary ones can be given back. */
const LOSS_OF_HIDDEN = 0.001

const OPTIMAL = 7

/** An alternative in whole numbers may cost this much more than the least, as a share: what isn't needed is given back. */
const ENOUGH = 0.3

/**
 * The alternatives of one block, by HiGHS. Each unknown is two columns, what an alternative has more of it and what
 * less; the true table is a solution, so constants drop out of the equations. The solver isn't trusted: whatever it
 * finds is checked in whole numbers before anybody relies on it.
 */
export class Alternatives {
  readonly #model: Model
  readonly #columns: Map<number, number>
  readonly #block: Block
  readonly #unknowns: readonly Unknown[]
  readonly #isHidden: (unknown: number) => boolean
  readonly #boxes: Boxes

  constructor(
    highs: Highs,
    boxes: Boxes,
    block: Block,
    unknowns: readonly Unknown[],
    isHidden: (unknown: number) => boolean,
  ) {
    this.#boxes = boxes
    this.#block = block
    this.#unknowns = unknowns
    this.#isHidden = isHidden
    this.#columns = new Map(block.members.map((member, index) => [member, 2 * index]))
    const starts = [0]
    const indices: number[] = []
    const values: number[] = []
    for (const { whole, parts } of block.equations) {
      for (const [member, sign] of [[whole, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
        const column = this.#columns.get(member)
        if (column === undefined) continue
        indices.push(column, column + 1)
        values.push(sign, -sign)
      }
      starts.push(indices.length)
    }
    const numCols = 2 * block.members.length
    const numRows = block.equations.length
    const zeros = (length: number) => new Float64Array(length)
    this.#model = highs.createModel({
      numCols,
      numRows,
      colCost: zeros(numCols),
      colLower: zeros(numCols),
      colUpper: zeros(numCols),
      rowLower: zeros(numRows),
      rowUpper: zeros(numRows),
      matrix: { format: "csr", numCols, numRows, starts, indices, values },
    })
    // Thousands of small changes to one model: simplifying it anew each time costs more than it saves.
    this.#model.options.set({ output_flag: false, presolve: "off", mip_rel_gap: ENOUGH })
  }

  /** Frees the solver's memory, which nothing else does. */
  dispose(): void {
    this.#model.dispose()
  }

  /** As {@link cheapest}, of boxes alone, one for each step: fast, whole, and seldom of the least loss of all. */
  box({ unknown, amount }: Reach, offered: (unknown: number) => boolean = NOTHING): Alternative | undefined {
    const sum = new Map<number, number>()
    const loss = (member: number, by: number) => {
      const { value } = this.#unknowns[member] as Unknown
      const before = sum.get(member) ?? 0
      if (!this.#columns.has(member) || -(before + by) > mostLess(value)) return Number.POSITIVE_INFINITY
      if (this.#isHidden(member) || before !== 0) return 0
      return offered(member) ? lossOf(value) : Number.POSITIVE_INFINITY
    }
    for (let step = 0; step < Math.abs(amount); step++) {
      const box = this.#boxes.cheapest({ unknown, amount: Math.sign(amount) }, loss)
      if (box === undefined) return undefined
      for (const [member, by] of box) sum.set(member, (sum.get(member) ?? 0) + by)
    }
    for (const [member, by] of sum) if (by === 0) sum.delete(member)
    return this.isTrue(sum) ? sum : undefined
  }

  /**
   * The alternative that has what `reach` says and differs in cells of the least loss to readers: in hidden ones, and
   * in those of `offered`, which then have to be hidden too.
   *
   * @returns `none` if there is none, `fractions` if the linear program found only a table with fractions
   */
  cheapest(reach: Reach, offered: (unknown: number) => boolean = NOTHING): Alternative | "none" | "fractions" {
    return this.#solve(...this.#having(reach, offered))
  }

  /** As {@link cheapest}, and never with fractions, for which it may search long. */
  cheapestInWholeNumbers(reach: Reach, offered: (unknown: number) => boolean = NOTHING): Alternative | "none" {
    const columns = { kind: "range", from: 0, to: 2 * this.#block.members.length - 1 } as const
    this.#model.changeColsIntegrality(columns, new Int32Array(2 * this.#block.members.length).fill(1))
    const found = this.#solve(...this.#having(reach, offered))
    this.#model.clearIntegrality()
    return found === "fractions" ? "none" : found
  }

  /** How far towards `reach` alternatives get in hidden cells and those of `offered`, whatever the loss. */
  furthest(reach: Reach, offered: (unknown: number) => boolean = NOTHING): number {
    for (let amount = Math.abs(reach.amount); amount > 0; amount--) {
      const less = { ...reach, amount: amount * Math.sign(reach.amount) }
      const found = this.cheapest(less, offered)
      if ((found === "fractions" ? this.cheapestInWholeNumbers(less, offered) : found) !== "none") return less.amount
    }
    return 0
  }

  #having(reach: Reach, offered: (unknown: number) => boolean) {
    const { cost, lower, upper } = this.#bounds(offered)
    const column = this.#columnOf(reach.unknown)
    const [to, back] = reach.amount > 0 ? [column, column + 1] : [column + 1, column]
    lower[to] = Math.abs(reach.amount)
    upper[back] = 0
    return [cost, lower, upper] as const
  }

  #columnOf(unknown: number): number {
    const column = this.#columns.get(unknown)
    if (column === undefined) throw new RangeError("This unknown is of another block.")
    return column
  }

  #bounds(offered: (unknown: number) => boolean) {
    const cost = new Float64Array(2 * this.#block.members.length)
    const lower = new Float64Array(cost.length)
    const upper = new Float64Array(cost.length)
    for (const [member, column] of this.#columns) {
      if (!this.#isHidden(member) && !offered(member)) continue
      const { value } = this.#unknowns[member] as Unknown
      cost.fill(this.#isHidden(member) ? LOSS_OF_HIDDEN : lossOf(value), column, column + 2)
      upper[column] = Number.POSITIVE_INFINITY
      upper[column + 1] = mostLess(value)
    }
    return { cost, lower, upper }
  }

  #solve(cost: Float64Array, lower: Float64Array, upper: Float64Array): Alternative | "none" | "fractions" {
    if (lower.some((bound, column) => bound > (upper[column] ?? 0))) return "none"
    const columns = { kind: "range", from: 0, to: cost.length - 1 } as const
    this.#model.changeColsCost(columns, cost)
    this.#model.changeColsBounds(columns, lower, upper)
    // From nothing differing, which costs nothing, a few steps suffice; the last solution is further away.
    this.#model.setLogicalBasis()
    if (this.#model.run().modelStatus !== OPTIMAL) return "none"
    const found = this.#model.getSolution().colValue
    const alternative = new Map<number, number>()
    for (const [member, column] of this.#columns) {
      const difference = (found[column] ?? 0) - (found[column + 1] ?? 0)
      if (Math.round(difference) !== 0) alternative.set(member, Math.round(difference))
      if (Math.abs(difference - Math.round(difference)) > 1e-6) return "fractions"
    }
    return this.isTrue(alternative) ? alternative : "fractions"
  }

  /** Whether every equation holds in the alternative, nothing public differs in it, and nothing hidden becomes 0. */
  isTrue(alternative: Alternative): boolean {
    const by = (member: number) => alternative.get(member) ?? 0
    for (const [member, difference] of alternative)
      if (!this.#columns.has(member) || -difference > mostLess((this.#unknowns[member] as Unknown).value)) return false
    return this.#block.equations.every(
      ({ whole, parts }) => parts.reduce((sum, part) => sum + by(part), 0) === by(whole),
    )
  }
}

/** How much less a hidden count may be: it is known not to be 0, for zeros are printed. */
export const mostLess = (value: number): number => Math.max(0, value - 1)

const NOTHING = () => false
