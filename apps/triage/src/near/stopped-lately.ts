import type { Connection } from "@candour/database/connect.ts"
import type { Day } from "@candour/domain/day.ts"
import type { Nearness } from "@candour/domain/event.ts"
import { sql } from "drizzle-orm"

/** Somebody who came to a report that they are too near to. */
export interface StoppedRow extends Record<string, unknown> {
  report: string
  person: string
  why: Nearness
  day: Day
  /** Whether a lead has let them in since. */
  letIn: boolean
}

/** Days that a lead looks back over, and rows at most. */
const DAYS = 60
const MOST = 50

/** Who was stopped lately at the desk's reports, the last one first: each person once for each report. */
export async function stoppedLately(transaction: Connection, today: Day): Promise<StoppedRow[]> {
  const { rows } = await transaction.execute<StoppedRow>(sql`
    select * from (
      select distinct on (e.report, e.person) e.report, e.person, e.detail ->> 'why' as why, e.happened::text as day,
          exists (select from event l where l.report = e.report and l.kind = 'let-in' and l.number > e.number
            and l.detail ->> 'who' = e.person::text) as "letIn"
        from event e join report r on r.id = e.report
        where e.kind = 'stopped' and e.happened > ${today}::date - ${DAYS}::integer
        order by e.report, e.person, e.number desc) stopped
      order by "letIn", day desc, report limit ${MOST}`)
  return rows
}
