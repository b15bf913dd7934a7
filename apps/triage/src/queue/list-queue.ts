import type { Connection } from "@candour/database/connect.ts"
import { event, report, staff } from "@candour/database/schema.ts"
import type { Day } from "@candour/domain/day.ts"
import { and, asc, desc, eq, isNull, lt, ne, type SQL, sql } from "drizzle-orm"
import type { OpenView, QueuePlace } from "./view.ts"

/** Rows of one page of the queue. */
export const PAGE_ROWS = 50

const columns = {
  id: report.id,
  urgency: report.urgency,
  danger: report.danger,
  categories: report.categories,
  day: report.day,
  stage: report.stage,
  opened: report.opened,
  holder: report.holder,
  due: report.due,
  messageWaiting: report.messageWaiting,
  disputed: report.disputed,
}

/** One row of a queue: what is counted of a report, and never its words. */
export type QueueRow = Pick<typeof report.$inferSelect, keyof typeof columns>

/** Asks for one row more than a page has, to know whether another page follows. */
const LIMIT = PAGE_ROWS + 1

const filterOf = (view: OpenView, person: string, today: Day): SQL | undefined => {
  switch (view) {
    case "mine":
      return eq(report.holder, person)
    case "unassigned":
      return isNull(report.holder)
    case "overdue":
      // Naming the urgencies lets the index go straight to what is due in each.
      return and(lt(report.due, today), sql`${report.urgency} in (0, 1, 2)`)
    case "all":
      return undefined
  }
}

/** One page of an open view, danger first, then first due; `after` is the last row of the page before. */
export const listOpen = (transaction: Connection, view: OpenView, person: string, today: Day, after?: QueuePlace) =>
  transaction
    .select(columns)
    .from(report)
    // No filter by tenant: policy report_read_by_its_tenant is the filter, and can't be forgotten.
    .where(
      and(
        ne(report.stage, "closed"),
        filterOf(view, person, today),
        after &&
          sql`(${report.urgency}, ${report.due}, ${report.id}) > (${after.urgency}, ${after.due}::date, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(report.urgency), asc(report.due), asc(report.id))
    .limit(LIMIT)

/** One page of the reports, closed ones too, whose reporter wrote or says that it isn't over; the first due first. */
export const listWaiting = (
  transaction: Connection,
  view: "messages" | "disputed",
  after?: { day: string; id: string },
) =>
  transaction
    .select(columns)
    .from(report)
    .where(
      and(
        view === "messages" ? report.messageWaiting : report.disputed,
        after && sql`(${report.due}, ${report.id}) > (${after.day}::date, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(report.due), asc(report.id))
    .limit(LIMIT)

/** One page of the closed reports, the newest first. */
export const listClosed = (transaction: Connection, after?: { day: string; id: string }) =>
  transaction
    .select(columns)
    .from(report)
    .where(
      and(
        eq(report.stage, "closed"),
        after && sql`(${report.day}, ${report.id}) < (${after.day}::date, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(report.day), desc(report.id))
    .limit(LIMIT)

/** A report that was handed to another desk, and isn't back. */
export interface MovedRow {
  id: string
  at: string
  by: string
  to: string
}

/** One page of what this desk handed on, the last first. The reports are elsewhere: only this desk's history is read. */
export async function listMoved(transaction: Connection, after?: { at: string; id: string }): Promise<MovedRow[]> {
  const { rows } = await transaction.execute<MovedRow & Record<string, unknown>>(sql`
    select e.report as id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.person as by,
      e.detail ->> 'to' as to
    from ${event} e
    where e.kind = 'transferred'
      and not exists (select from ${report} r where r.tenant = e.tenant and r.id = e.report)
      and not exists (select from ${event} later where later.tenant = e.tenant and later.report = e.report
        and later.kind = 'transferred' and later.number > e.number)
      ${after === undefined ? sql`` : sql`and (e.at, e.report) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by e.at desc, e.report desc
    limit ${LIMIT}`)
  return rows
}

/** The name that each of this desk's people is shown by. */
export async function namesOf(transaction: Connection): Promise<ReadonlyMap<string, string>> {
  const rows = await transaction.select({ id: staff.id, shownName: staff.shownName }).from(staff)
  return new Map(rows.map(({ id, shownName }) => [id, shownName]))
}
