import type { Connection } from "@candour/database/connect.ts"
import type { Day } from "@candour/domain/day.ts"
import { type Finding, findingOf, outcome } from "@candour/domain/outcome.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { type Count, counts, type Grouping, type Scope } from "./counts.ts"

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

/** The force whose own line each line is; a line that isn't named belongs to none. */
export type LineForces = Readonly<Record<string, Tenant>>

const sum = (rows: readonly Count[], measure: string): number =>
  rows.reduce((total, row) => (row.measure === measure ? total + row.count : total), 0)

/** Adds `rows` of one scope or group up to its figures. Pure. */
export function figuresOf(rows: readonly Count[], asAt: Day, lineForces: LineForces): Figures {
  const isOther = ({ measure, line, tenant }: Count) =>
    measure === "contact" && lineForces[line] !== undefined && tenant !== lineForces[line] && tenant !== NATIONAL_DESK
  const findings: Record<Finding, number> = { proven: 0, notProven: 0, notDetermined: 0 }
  for (const row of rows) if (row.measure === "outcome") findings[findingOf(outcome.parse(row.category))] += row.count
  const decided = findings.proven + findings.notProven + findings.notDetermined
  return {
    asAt,
    contacts: sum(rows, "contact"),
    otherForces: sum(rows.filter(isOther), "contact"),
    intelligenceReports: sum(rows, "intelligence"),
    furtherInvestigation: sum(rows, "investigating"),
    abuseAndDiscrimination: sum(rows, "intelligence-abuse-and-discrimination"),
    outcomes: { ...findings, notYetDecided: sum(rows, "person") - decided },
  }
}

/** The figures of `scope`, from the cube. */
export const figuresAsAt = async (transaction: Connection, scope: Scope, lineForces: LineForces): Promise<Figures> =>
  figuresOf(await counts(transaction, scope), scope.asAt, lineForces)

/** The figures of `scope` for each month, force, line or channel that has any, in the order of the group's name. */
export async function figuresBy(
  transaction: Connection,
  scope: Scope,
  grouping: Grouping,
  lineForces: LineForces,
): Promise<(Figures & { group: string })[]> {
  const groups = Map.groupBy(await counts(transaction, scope, grouping), (row) => row.group)
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([group, rows]) => ({ group, ...figuresOf(rows, scope.asAt, lineForces) }))
}

/** Contacts by each category ticked. A contact may have many, so these don't add up to the contacts. */
export async function contactsByCategory(
  transaction: Connection,
  scope: Scope,
): Promise<{ category: string; contacts: number }[]> {
  const rows = (await counts(transaction, scope)).filter((row) => row.measure === "contact-by-category")
  return [...Map.groupBy(rows, (row) => row.category)].map(([category, each]) => ({
    category,
    contacts: each.reduce((total, row) => total + row.count, 0),
  }))
}
