import type { Connection } from "@candour/database/connect.ts"
import type { Day } from "@candour/domain/day.ts"
import { type Finding, findingOf, outcome } from "@candour/domain/outcome.ts"
import { type Count, countAs, counts, type Grouping, type Known, type LineForces, type Scope } from "./counts.ts"

export type { Grouping, Known, LineForces, Scope } from "./counts.ts"

/** The figures of the founding question, as at a day. Three units, never mixed: contacts, reports, people. */
export interface Figures {
  asAt: Day
  contacts: number
  /** Contacts by a force's own line that were first routed to another force. */
  otherForces: number
  intelligenceReports: number
  furtherInvestigation: number
  /** Intelligence reports with a threat of group P, S or D, each counted once. */
  abuseAndDiscrimination: number
  /** Per person concerned; the four add up to everybody that reports are about. */
  outcomes: Record<Finding | "notYetDecided", number>
}

/** The figures of one month, force, line or channel. `group` is a month's first day, a tenant, a line or a channel. */
export type GroupFigures = Figures & { group: string }

/** The figures of where nothing has happened. */
export const NO_FIGURES: Omit<Figures, "asAt"> = {
  contacts: 0,
  otherForces: 0,
  intelligenceReports: 0,
  furtherInvestigation: 0,
  abuseAndDiscrimination: 0,
  outcomes: { proven: 0, notProven: 0, notDetermined: 0, notYetDecided: 0 },
}

/** Everybody that reports are about, whatever became of it: the sum of the four. */
export const peopleConcerned = ({ outcomes }: Pick<Figures, "outcomes">): number =>
  outcomes.proven + outcomes.notProven + outcomes.notDetermined + outcomes.notYetDecided

/** Adds the counts of one scope or group up to its figures. Pure. */
export function figuresOf(rows: readonly Count[], asAt: Day, known: Known): Figures {
  const sum = (measure: string, of = rows) =>
    of.reduce((total, row) => (row.measure === measure ? total + countAs(known, row) : total), 0)
  const findings: Record<Finding, number> = { proven: 0, notProven: 0, notDetermined: 0 }
  for (const row of rows)
    if (row.measure === "outcome") findings[findingOf(outcome.parse(row.category))] += countAs(known, row)
  const decided = findings.proven + findings.notProven + findings.notDetermined
  return {
    asAt,
    contacts: sum("contact"),
    otherForces: sum(
      "contact",
      rows.filter((row) => row.toOtherForce),
    ),
    intelligenceReports: sum("intelligence"),
    furtherInvestigation: sum("investigating"),
    abuseAndDiscrimination: sum("intelligence-abuse-and-discrimination"),
    outcomes: { ...findings, notYetDecided: sum("person") - decided },
  }
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
  }
}

function sumsByCategory(rows: readonly Count[], measure: string, known: Known): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const row of rows)
    if (row.measure === measure) sums.set(row.category, (sums.get(row.category) ?? 0) + countAs(known, row))
  return sums
}
