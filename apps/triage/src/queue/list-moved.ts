import type { Connection } from "@candour/database/connect.ts"
import { event, report } from "@candour/database/schema.ts"
import { sql } from "drizzle-orm"
import { PAGE_ROWS, type Page, pageOf } from "./list-queue.ts"
import { momentPlaceOf, placeText } from "./view.ts"

/** A report that was handed to another desk, and isn't back. */
export interface MovedRow {
  id: string
  at: string
  by: string
  to: string
}

/** One page of what this desk handed on, the last first. The reports are elsewhere: only this desk's history is read. */
export async function listMoved(transaction: Connection, after?: string): Promise<Page<MovedRow>> {
  const place = momentPlaceOf(after)
  const { rows } = await transaction.execute<MovedRow & Record<string, unknown>>(sql`
    select e.report as id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.person as by,
      e.detail ->> 'to' as to
    from ${event} e
    where e.kind = 'transferred'
      and not exists (select from ${report} r where r.tenant = e.tenant and r.id = e.report)
      and not exists (select from ${event} later where later.tenant = e.tenant and later.report = e.report
        and later.kind = 'transferred' and later.number > e.number)
      ${place === undefined ? sql`` : sql`and (e.at, e.report) < (${place.at}::timestamptz, ${place.id}::uuid)`}
    order by e.at desc, e.report desc
    limit ${PAGE_ROWS + 1}`)
  return pageOf(rows, PAGE_ROWS, ({ at, id }) => placeText(at, id))
}
