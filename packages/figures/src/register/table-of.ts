import type { Day } from "@candour/domain/day.ts"
import { catalogue, type FigureName, idOf, PEOPLE_FIGURES } from "../catalogue.ts"
import type { FineCount } from "../counts.ts"
import {
  BY_OWN_LINE,
  type Cell,
  type CellName,
  type Dimension,
  type Grain,
  keyOf,
  periodOf,
  type Table,
} from "../protection/cell.ts"
import type { LineForces } from "../scope.ts"

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

/** Where a count counts, and how often there. */
type Weighed = { values: Partial<Record<Dimension, string>>; weight: number }

/** Counts of one measure, told apart by the same dimensions. */
interface Series {
  measure: string
  weigh(count: FineCount): readonly Weighed[]
}

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
 * @param counts - of all time up to `asAt`, as known then where that was `knownAt`: a total over less would tie nothing together
 * @throws RangeError - a count is less than 0, so that the figure can't be told apart like this; whoever asks is told so,
 * and not the count
 */
export function tableOf(
  counts: readonly FineCount[],
  { asAt, knownAt }: { asAt: Day; knownAt: Day },
  asked: readonly AskedCounts[],
  lineForces: LineForces,
): Table {
  const cells = new Map<string, Cell>()
  const add = (
    { figure, every, carries }: AskedCounts,
    series: Series,
    isPrinted: (name: CellName, grain: Grain) => boolean,
  ) => {
    for (const grain of carries ? COARSER.month : COARSER[every]) {
      const isCarried = !COARSER[every].includes(grain)
      const sums = sumsBy(counts, series, grain).filter(({ name: { period = "" } }) => !isCarried || carries?.(period))
      const negative = sums.find(({ value }) => value < 0)
      // What can't be told apart by a period ties nothing by it.
      if (negative !== undefined && isCarried) continue
      if (negative !== undefined)
        throw new RangeError(
          `${keyOf(negative.name)} fell: ${idOf(figure)} can’t be told apart like this. Ask without that.`,
        )
      for (const { name, value } of sums) {
        const unprinted = !isPrinted(name, grain)
        const before = cells.get(keyOf(name))
        if (before === undefined || (before.unprinted && !unprinted))
          cells.set(keyOf(name), { name, value, ...(unprinted && { unprinted }) })
      }
    }
  }
  for (const each of asked) {
    const { figure, by, every, where = {}, prints = () => true } = each
    for (const some of subsetsOf(by))
      add(
        each,
        seriesOf(figure, some, where),
        (name, grain) => some.length === by.length && grain === every && prints(name),
      )
    for (const tie of tiesOf(counts, each, lineForces)) add(each, tie, () => false)
  }
  return { asAt, knownAt, cells: [...cells.values()] }
}

function sumsBy(
  counts: readonly FineCount[],
  { measure, weigh }: Series,
  grain: Grain,
): { name: CellName; value: number }[] {
  const sums = new Map<string, { name: CellName; value: number }>()
  for (const count of counts)
    for (const { values, weight } of weigh(count)) {
      const period = periodOf(count.month.slice(0, 7), grain)
      const name: CellName = { measure, ...values, ...(period !== undefined && { period }) }
      const sum = sums.get(keyOf(name)) ?? { name, value: 0 }
      sum.value += weight * count.knownThen
      sums.set(keyOf(name), sum)
    }
  return [...sums.values()].filter(({ value }) => value !== 0)
}

const seriesOf = (
  figure: FigureName,
  by: readonly Dimension[],
  where: Partial<Record<Dimension, string>> = {},
): Series => ({
  measure: idOf(figure),
  weigh: (count) =>
    weighed(count, figure, by).filter(
      ({ values, weight }) =>
        weight !== 0 &&
        by.every((dimension) => where[dimension] === undefined || where[dimension] === values[dimension]),
    ),
})

/**
 * What ties contacts by line, contacts by force and those about other forces: of what a force's own line took, how many were
 * about it, or about nobody that could be routed. Nobody is given it, and without it nothing would say that the three tell of
 * each other.
 */
function tiesOf(counts: readonly FineCount[], { figure, where = {} }: AskedCounts, lineForces: LineForces): Series[] {
  if (figure !== "contacts" && figure !== "otherForces") return []
  const isOwn = ({ measure, line, force, toOtherForce }: FineCount) =>
    measure === "contact" &&
    lineForces[line] !== undefined &&
    !toOtherForce &&
    (where.force === undefined || where.force === force)
  const own = counts.filter(isOwn)
  const lines = new Set(where.force === undefined ? Object.keys(lineForces) : own.map(({ line }) => line))
  if (lines.size === 0) return []
  const forces = new Set(own.map(({ force }) => force))
  const only = (series: Series, is: (values: Weighed["values"]) => boolean): Series => ({
    ...series,
    weigh: (count) => series.weigh(count).filter(({ values }) => is(values)),
  })
  return [
    {
      measure: BY_OWN_LINE,
      weigh: (count) => (isOwn(count) ? [{ values: { force: count.force, line: count.line }, weight: 1 }] : []),
    },
    seriesOf("contacts", []),
    only(seriesOf("contacts", ["line"]), ({ line = "" }) => lines.has(line)),
    only(seriesOf("contacts", ["force"]), ({ force = "" }) => forces.has(force)),
    seriesOf("otherForces", []),
    only(seriesOf("otherForces", ["line"]), ({ line = "" }) => lines.has(line)),
  ]
}

function weighed(count: FineCount, figure: FigureName, by: readonly Dimension[]): Weighed[] {
  const { force, line, channel, category } = count
  const own = { force, line, channel, category, reason: category }
  const values = Object.fromEntries(by.map((dimension) => [dimension, own[dimension as keyof typeof own]]))
  if (by.includes("finding"))
    return PEOPLE_FIGURES.map((finding) => ({
      values: { ...values, finding: idOf(finding) },
      weight: catalogue[finding].weigh(count),
    }))
  if (!by.includes("category")) return [{ values, weight: catalogue[figure].weigh(count) }]
  return [{ values, weight: count.measure === "contact-by-category" ? 1 : 0 }]
}

/** Every choice of some of `by`, with none and all of them. */
const subsetsOf = ([first, ...others]: readonly Dimension[]): Dimension[][] =>
  first === undefined ? [[]] : subsetsOf(others).flatMap((subset) => [subset, [first, ...subset]])
