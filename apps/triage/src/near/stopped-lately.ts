import type { Connection } from "@candour/database/connect.ts"
import type { NearPerson } from "@candour/database/nearness.ts"
import { report } from "@candour/database/schema.ts"
import type { Day } from "@candour/domain/day.ts"
import type { Nearness } from "@candour/domain/event.ts"
import { sql } from "drizzle-orm"
import { notKeptFrom, type Reader } from "../queue/list-queue.ts"

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

/** Days for which a lead's day asks about somebody who was stopped: to leave them stopped is an answer, too. */
const DAYS_ASKED = 7

/** Who came to an open report within a week, was stopped, and can be let in by whoever reads; the last one first. */
export async function waitToBeLetIn(transaction: Connection, { person, today }: Reader): Promise<NearPerson[]> {
  const { rows } = await transaction.execute<NearPerson>(sql`
    select near.report, near.person, near.why
      from (select e.report, e.person, max(e.happened) as day from event e
          where e.kind = 'stopped' and e.happened > ${today}::date - ${DAYS_ASKED}::integer and e.person <> ${person}
          group by e.report, e.person) stopped
        join ${report} on ${report.id} = stopped.report and ${report.stage} <> 'closed' and ${notKeptFrom(person)}
        join lateral who_is_near(${person}, stopped.report) near on near.person = stopped.person
      order by stopped.day desc, stopped.report, near.person limit ${MOST}`)
  return rows
}
