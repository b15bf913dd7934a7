import { category } from "@candour/domain/category.ts"
import { channel } from "@candour/domain/contact.ts"
import type { Day } from "@candour/domain/day.ts"
import { notForUs } from "@candour/domain/not-for-us.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { type FigureName, idOf, PEOPLE_FIGURES } from "../catalogue.ts"
import { type CellName, type Dimension, keyOf } from "../protection/cell.ts"
import { COMES_IN_BY_ITSELF } from "../stopped-desks.ts"
import { RELEASED } from "./contents.ts"
import { lastDayOf, type PublishedRelease, quarterOf, type Reason } from "./release.ts"

/**
 * What stands in a cell: a count; `c`, 1 to 4 or hidden so that no one can work it out; or `x`, not known, for the desk had
 * stopped. The marks are those of the government's statisticians.
 */
export type Printed = number | "c" | "x"

/** One cell as it is printed, with what it counts. */
export interface PrintedCell {
  figure: FigureName
  name: CellName
  printed: Printed
}

/** A release as the public gets it. Nothing that is hidden is in it: pages and files are made of this alone. */
export interface PrintedRelease {
  /** In addresses: `2024-q1`, or `2024-q1-revision-1`. */
  id: string
  quarter: string
  revision: number
  reason: Reason | undefined
  asAt: Day
  knownAt: Day
  publicationDay: Day
  desks: readonly Tenant[]
  /** The quarter since which each desk that had stopped has recorded nothing: the day would be that of one report. */
  stopped: Readonly<Record<Tenant, string>>
  /** From the first that has a contact to the one of the day, which may have begun only. */
  quarters: readonly string[]
  /** Every cell of the release, also those of 0, in the order of its figures. */
  cells: readonly PrintedCell[]
  /** What is printed of a cell that the release has. @throws RangeError for any other */
  at(name: CellName): Printed
}

/** The id of a release in addresses and files. */
export const releaseId = ({ quarter, revision }: { quarter: string; revision: number }): string =>
  `${quarter.toLowerCase()}${revision === 0 ? "" : `-revision-${revision}`}`

/** Takes from a release what it prints, and leaves what it hides behind. */
export function printedRelease(release: PublishedRelease): PrintedRelease {
  const { content, asAt } = release
  const out = new Map<string, number | "c">()
  const periods: string[] = []
  for (const { cells } of content.tables)
    for (const { name, value, hidden, unprinted } of cells) {
      if (unprinted) continue
      out.set(keyOf(name), hidden ? "c" : value)
      if (name.period !== undefined) periods.push(name.period)
    }
  const quarters = quartersBetween(periods.sort()[0] ?? release.quarter, quarterOf(asAt))
  const isStopped = (figure: FigureName, { force, period }: CellName) => {
    if (COMES_IN_BY_ITSELF.includes(figure)) return false
    const since = force === undefined ? undefined : content.stopped[force]
    return since !== undefined && (period === undefined || lastDayOf(period) >= since)
  }
  const names = RELEASED.flatMap((each) => namesOf(each.figure, content.desks, each.quarterly ? quarters : [], out))
  const printed = new Map(
    names.map(({ figure, name }): [string, PrintedCell] => {
      // What a desk that has stopped would have recorded is never printed as 0.
      const count = out.get(keyOf(name)) ?? 0
      return [keyOf(name), { figure, name, printed: count === 0 && isStopped(figure, name) ? "x" : count }]
    }),
  )
  return {
    id: releaseId(release),
    quarter: release.quarter,
    revision: release.revision,
    reason: release.reason,
    asAt,
    knownAt: release.knownAt,
    publicationDay: release.publicationDay,
    desks: content.desks,
    stopped: Object.fromEntries(Object.entries(content.stopped).map(([desk, since]) => [desk, quarterOf(since)])),
    quarters,
    cells: [...printed.values()],
    at(name) {
      const found = printed.get(keyOf(name))
      if (found === undefined) throw new RangeError(`This release doesn’t have ${keyOf(name)}.`)
      return found.printed
    },
  }
}

/** The cells of one figure, each by its name: of everybody, of each desk, and of what else it is told apart by. */
function namesOf(
  figure: FigureName,
  desks: readonly Tenant[],
  quarters: readonly string[],
  out: ReadonlyMap<string, unknown>,
): Omit<PrintedCell, "printed">[] {
  const measure = idOf(figure)
  const { also = [], ofTheHotline } = RELEASED.find((each) => each.figure === figure) ?? {}
  const groups: Partial<Record<Dimension, string>>[] = [
    {},
    ...(ofTheHotline ? [] : desks.map((force) => ({ force }))),
    ...also.flatMap((dimension) => valuesOf(dimension, out).map((value) => ({ [dimension]: value }))),
    ...(figure === "peopleConcerned"
      ? desks.flatMap((force) => valuesOf("finding", out).map((finding) => ({ force, finding })))
      : []),
  ]
  return groups.flatMap((group) =>
    [undefined, ...quarters].map((period) => ({
      figure,
      name: { measure, ...group, ...(period !== undefined && { period }) },
    })),
  )
}

/** Every value of a dimension that a release tells a figure apart by; of lines, those that took anything. */
export function valuesOf(dimension: Dimension, out: ReadonlyMap<string, unknown>): readonly string[] {
  if (dimension === "channel") return channel.options
  if (dimension === "category") return category.options
  if (dimension === "reason") return notForUs.options
  if (dimension === "finding") return PEOPLE_FIGURES.map(idOf)
  const lines = [...out.keys()].flatMap((key) => /^contacts line=(\S+) $/.exec(key)?.[1] ?? [])
  return lines.sort()
}

function quartersBetween(first: string, last: string): string[] {
  const quarters: string[] = []
  for (let [year = 0, number = 0] = first.split("-Q").map(Number); ; number++) {
    if (number > 4) [year, number] = [year + 1, 1]
    const quarter = `${year}-Q${number}`
    if (quarter > last) return quarters
    quarters.push(quarter)
  }
}
