import type { Connection } from "@candour/database/connect.ts"
import type { Day } from "@candour/domain/day.ts"
import { type Counted, catalogue, type FigureName, figureNames } from "./catalogue.ts"
import { type Count, countAs, counts, type Grouping } from "./counts.ts"
import type { Known, LineForces, Scope } from "./scope.ts"

export type { Grouping } from "./counts.ts"
export type { Known, LineForces, Scope } from "./scope.ts"

/** Every figure of the catalogue, as at a day. Each has a unit of its own: figures of two units are never added. */
export interface Figures extends Record<FigureName, number> {
  asAt: Day
}

/** The figures of one month, force, line or channel. `group` is a month's first day, a tenant, a line or a channel. */
export type GroupFigures = Figures & { group: string }

/** The figures of where nothing has happened. */
export const NO_FIGURES = Object.fromEntries(figureNames.map((name) => [name, 0])) as Record<FigureName, number>

/** Adds the counts of one scope or group up to its figures. Pure. */
export function figuresOf(rows: readonly Count[], asAt: Day, known: Known): Figures {
  // Thousands of counts are of some thirty kinds: each kind is weighed once.
  const kinds = new Map<string, { counted: Counted; count: number }>()
  for (const row of rows) {
    const kind = `${row.measure} ${row.category} ${row.toOtherForce}`
    const sum = kinds.get(kind)
    if (sum) sum.count += countAs(known, row)
    else kinds.set(kind, { counted: row, count: countAs(known, row) })
  }
  const figures = { ...NO_FIGURES, asAt }
  for (const { counted, count } of kinds.values())
    for (const name of figureNames) figures[name] += catalogue[name].weigh(counted) * count
  return figures
}

/** The figures of `scope`, from the cube. */
export const figuresAsAt = async (transaction: Connection, scope: Scope, lineForces: LineForces): Promise<Figures> =>
  figuresOf(once(await counts(transaction, scope, lineForces)), scope.asAt, scope.known)

/** The figures of `scope` for each month, force, line or channel that has any, in the order of the group's name. */
export const figuresBy = async (
  transaction: Connection,
  scope: Scope,
  grouping: Grouping,
  lineForces: LineForces,
): Promise<GroupFigures[]> => groupsOf(await counts(transaction, scope, lineForces), grouping, scope.asAt, scope.known)

/** Each count once: counts come by month, line and channel, and again by force. */
const once = (rows: readonly Count[]): Count[] => rows.filter((row) => row.month !== undefined)

function groupsOf(rows: readonly Count[], grouping: Grouping, asAt: Day, known: Known): GroupFigures[] {
  const groups = Map.groupBy(rows, (row) => row[grouping])
  return [...groups]
    .filter((each): each is [string, Count[]] => each[0] !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([group, each]) => ({ group, ...figuresOf(each, asAt, known) }))
}

/** All that the figures page shows of one scope. */
export interface FigureTables {
  /** The scope's figures as they were known on its day, and as they are known now: the difference is the revision. */
  knownThen: Figures
  knownNow: Figures
  /** As {@link Scope.known}; each in the order of the group's name, and only groups that have any figure. */
  by: Record<Grouping, GroupFigures[]>
  /** As {@link Scope.known}: contacts by each category ticked. A contact may have many, so these don't add up to the contacts. */
  contactsByCategory: ReadonlyMap<string, number>
  /** As {@link Scope.known}: contacts that weren't for us, by the reason. These do add up. */
  notForUsByReason: ReadonlyMap<string, number>
}

/** The whole figures page of `scope`, by one statement. */
export async function figureTables(
  transaction: Connection,
  scope: Scope,
  lineForces: LineForces,
): Promise<FigureTables> {
  const { asAt, known } = scope
  const rows = await counts(transaction, scope, lineForces)
  const all = once(rows)
  const by = (grouping: Grouping) => groupsOf(rows, grouping, asAt, known)
  return {
    knownThen: figuresOf(all, asAt, "then"),
    knownNow: figuresOf(all, asAt, "now"),
    by: { month: by("month"), force: by("force"), line: by("line"), channel: by("channel") },
    contactsByCategory: sumsByCategory(all, "contact-by-category", known),
    notForUsByReason: sumsByCategory(all, "contact-not-for-us", known),
  }
}

function sumsByCategory(rows: readonly Count[], measure: string, known: Known): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const row of rows)
    if (row.measure === measure) sums.set(row.category, (sums.get(row.category) ?? 0) + countAs(known, row))
  return sums
}
