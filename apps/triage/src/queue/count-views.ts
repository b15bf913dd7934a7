import type { Connection } from "@candour/database/connect.ts"
import { type SQL, sql } from "drizzle-orm"
import type { Reader } from "./list-queue.ts"
import { waitingCount } from "./list-waiting.ts"
import type { View } from "./view.ts"

/** A count stops here, so that it costs the same whatever waits: one more is shown as "100+". */
const MOST = 100

/** The views that are counted: what is done with, and what moved away, isn't. */
export type CountedView = Exclude<View, "closed" | "moved">

/** How many reports stand in each view, at most {@link MOST} + 1, and what is in danger unanswered. */
export type Counts = Record<CountedView, number> & {
  danger: number
  /** The hour since which the oldest of these waits. */
  dangerSince: Date | undefined
}

const upTo = (rows: SQL) => sql`(select count(*)::integer from (${rows} limit ${MOST + 1}) counted)`

const open = sql`select 1 from report where stage <> 'closed'`
/** Walks the queue's own index: without an order, the planner reads all of a desk's rows to count a hundred. */
const byQueue = sql`order by urgency, due, id`
const overdueOf = (urgency: number, { today }: Reader) =>
  sql`(${open} and urgency = ${urgency} and due < ${today}::date and paused is null limit ${MOST + 1})`

/** Counts what waits, in one question to the database. */
export async function countViews(transaction: Connection, reader: Reader): Promise<Counts> {
  type Row = Record<CountedView | "danger", number> & { dangerSince: string | null }
  const { rows } = await transaction.execute<Row>(sql`select
    ${upTo(sql`${open} and holder = ${reader.person}::uuid`)} as mine,
    ${upTo(sql`${open} and holder is null order by holder, urgency, due, id`)} as unassigned,
    ${upTo(
      sql`select 1 from (${sql.join(
        [0, 1, 2].map((urgency) => overdueOf(urgency, reader)),
        sql` union all `,
      )}) each`,
    )} as overdue,
    ${upTo(sql`${open} ${byQueue}`)} as all,
    ${upTo(sql`select 1 from report where message_waiting order by due, id`)} as messages,
    ${upTo(sql`select 1 from report where disputed order by due, id`)} as disputed,
    ${upTo(sql`${open} and came_from is not null ${byQueue}`)} as accept,
    ${waitingCount(transaction, reader, MOST + 1)} as waiting,
    ${upTo(sql`${open} and urgency = 0`)} as danger,
    (select min(first.danger_hour) from (select danger_hour from report where stage <> 'closed' and urgency = 0
      order by due, id limit ${MOST}) first) as "dangerSince"`)
  const [row] = rows
  if (row === undefined) throw new Error("Counting gave no row.")
  return {
    ...row,
    dangerSince: row.dangerSince === null ? undefined : new Date(row.dangerSince),
  }
}

/** A count as it is shown: past the most that is counted, "100+". */
export const countText = (count: number): string => (count > MOST ? `${MOST}+` : String(count))
