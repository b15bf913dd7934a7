import type { Day } from "@candour/domain/day.ts"
import { catalogue, type FigureName, idOf, PEOPLE_FIGURES } from "../catalogue.ts"
import { countAs, type FineCount } from "../counts.ts"
import {
  type Cell,
  type CellName,
  type Dimension,
  type Grain,
  keyOf,
  periodOf,
  type Table,
} from "../protection/cell.ts"
import type { Known } from "../scope.ts"

/** Counts that somebody is to be given: one figure, told apart by dimensions and by period. */
export interface AskedCounts {
  figure: FigureName
  by: readonly Dimension[]
  every: Grain
  /** Which shorter periods are in the table as well, unprinted: they tie what is as at one day to what is as at another. */
  carries?: (period: string) => boolean
  /** Only these are printed; left out, all. What they are parts of is in the table all the same, unprinted. */
  prints?: (name: CellName) => boolean
  /** Only what has these values, such as one force; left out, all. */
  where?: Partial<Record<Dimension, string>>
}

/** A dimension's values of a count, each with how often it counts there; none where the count isn't told apart by it. */
type Weighed = { values: Partial<Record<Dimension, string>>; weight: number }

const COARSER: Record<Grain, readonly Grain[]> = {
  month: ["month", "quarter", "year", "all"],
  quarter: ["quarter", "year", "all"],
  year: ["year", "all"],
  all: ["all"],
}

/**
 * The table of what is asked and of every total that its counts are part of, ready to be protected. A count that isn't
 * in it is 0.
 *
 * @param counts - of all time up to the day: a total over less would tie nothing together
 * @throws RangeError - a count is less than 0, so that the figure can't be told apart like this
 */
export function tableOf(
  counts: readonly FineCount[],
  { asAt, knownAt, known }: { asAt: Day; knownAt: Day; known: Known },
  asked: readonly AskedCounts[],
): Table {
  const cells = new Map<string, Cell>()
  for (const each of asked) {
    const { figure, where = {}, carries, prints = () => true } = each
    for (const by of subsetsOf(each.by))
      for (const grain of carries ? COARSER.month : COARSER[each.every]) {
        const isAsked = by.length === each.by.length && grain === each.every
        const isCarried = !COARSER[each.every].includes(grain)
        const sums = sumsBy(counts, figure, by, grain, where, known).filter(
          ({ name: { period = "" } }) => !isCarried || carries?.(period),
        )
        const negative = sums.find(({ value }) => value < 0)
        // What can't be told apart by a period ties nothing by it.
        if (negative !== undefined && isCarried) continue
        if (negative !== undefined)
          throw new RangeError(
            `${keyOf(negative.name)} is ${negative.value}: this figure can’t be told apart by ${[...by, grain]}.`,
          )
        for (const { name, value } of sums) {
          const unprinted = !(isAsked && prints(name))
          const before = cells.get(keyOf(name))
          if (before === undefined || (before.unprinted && !unprinted))
            cells.set(keyOf(name), { name, value, ...(unprinted && { unprinted }) })
        }
      }
  }
  return { asAt, knownAt, cells: [...cells.values()] }
}

function sumsBy(
  counts: readonly FineCount[],
  figure: FigureName,
  by: readonly Dimension[],
  grain: Grain,
  where: Partial<Record<Dimension, string>>,
  known: Known,
): { name: CellName; value: number }[] {
  const sums = new Map<string, { name: CellName; value: number }>()
  for (const count of counts)
    for (const { values, weight } of weighed(count, figure, by)) {
      if (by.some((dimension) => where[dimension] !== undefined && where[dimension] !== values[dimension])) continue
      const period = periodOf(count.month.slice(0, 7), grain)
      const name: CellName = { measure: idOf(figure), ...values, ...(period !== undefined && { period }) }
      const sum = sums.get(keyOf(name)) ?? { name, value: 0 }
      sum.value += weight * countAs(known, count)
      sums.set(keyOf(name), sum)
    }
  return [...sums.values()].filter(({ value }) => value !== 0)
}

function weighed(count: FineCount, figure: FigureName, by: readonly Dimension[]): Weighed[] {
  const { force, line, channel, category } = count
  const own = { force, line, channel, category, reason: category }
  const values = Object.fromEntries(by.map((dimension) => [dimension, own[dimension as keyof typeof own]]))
  if (by.includes("finding"))
    return PEOPLE_FIGURES.flatMap((finding) => {
      const weight = catalogue[finding].weigh(count)
      return weight === 0 ? [] : [{ values: { ...values, finding: idOf(finding) }, weight }]
    })
  const weight = by.includes("category")
    ? count.measure === "contact-by-category"
      ? 1
      : 0
    : catalogue[figure].weigh(count)
  return weight === 0 ? [] : [{ values, weight }]
}

/** Every choice of some of `by`, with none and all of them. */
const subsetsOf = ([first, ...others]: readonly Dimension[]): Dimension[][] =>
  first === undefined ? [[]] : subsetsOf(others).flatMap((subset) => [subset, [first, ...subset]])
