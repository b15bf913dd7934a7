import type { Connection } from "@candour/database/connect.ts"
import { event, report, staff } from "@candour/database/schema.ts"
import type { Day } from "@candour/domain/day.ts"
import { parseEventCodes, type ReportEvent } from "@candour/domain/event.ts"
import type { Role } from "@candour/domain/role.ts"
import { asc, eq, sql } from "drizzle-orm"

/** What the queue and the page know of a report in the clear. */
export type ReportRow = typeof report.$inferSelect

/** One line of a report's history. */
export type HistoryEvent = ReportEvent & {
  day: Day
  /** Full time, of what staff did. */
  at: Date | undefined
  hasWords: boolean
}

/** One of the desk's people, as a report's page needs them. */
export interface DeskPerson {
  id: string
  shownName: string
  roles: Role[]
  active: boolean
}

/** A report at its desk; `row` is missing where it has moved on and only this desk's history is left. */
export interface FoundReport {
  id: string
  row: ReportRow | undefined
  events: HistoryEvent[]
  people: ReadonlyMap<string, DeskPerson>
}

/** The report `id` as this desk has it: undefined where it has, and had, none of that id. */
export async function findReport(transaction: Connection, id: string): Promise<FoundReport | undefined> {
  const [row] = await transaction.select().from(report).where(eq(report.id, id))
  const rows = await transaction
    .select({
      number: event.number,
      kind: event.kind,
      detail: event.detail,
      by: event.by,
      day: event.happened,
      at: event.at,
      hasWords: sql<boolean>`${event.words} is not null`,
    })
    .from(event)
    .where(eq(event.report, id))
    .orderBy(asc(event.number))
  if (row === undefined && !rows.some(({ kind }) => kind === "transferred")) return undefined

  const people = await transaction
    .select({ id: staff.id, shownName: staff.shownName, roles: staff.roles, active: staff.active })
    .from(staff)
  return {
    id,
    row,
    events: rows.map(({ kind, detail, by, at, ...rest }) => ({
      ...parseEventCodes(kind, detail),
      ...rest,
      by: by ?? undefined,
      at: at ?? undefined,
    })),
    people: new Map(people.map((each) => [each.id, each])),
  }
}
