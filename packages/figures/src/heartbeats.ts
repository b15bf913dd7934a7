import type { Connection } from "@candour/database/connect.ts"
import { type Day, daysBetween, firstOfMonth } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"

/** A desk's sign of life: how long its oldest unopened report has waited (design §5). */
export interface Heartbeat {
  tenant: Tenant
  /** The day the oldest unopened report came to the desk. */
  oldest: Day
  unopened: number
}

/** How long a desk lets reports wait: all opened within 7 days, one unopened for over 7, or for over 28. */
export type WaitBand = "within-7" | "over-7" | "over-28"

/** The band of a desk whose oldest unopened report came on `oldest`, in calendar days up to `today`. */
export const waitBand = (oldest: Day, today: Day): WaitBand => bandOfDays(daysBetween(oldest, today))

/** The band of a desk whose oldest unopened report has waited for `days`. */
export const bandOfDays = (days: number): WaitBand => (days > 28 ? "over-28" : days > 7 ? "over-7" : "within-7")

/**
 * The heartbeat, as known by `asAt`, of each desk that has an unopened report, longest wait first. Months in which nothing
 * is left unopened, which are nearly all, are told by their own sums; days are read of the others alone.
 */
export async function heartbeats(transaction: Connection, asAt: Day): Promise<Heartbeat[]> {
  const lastMonth = sql`${firstOfMonth(asAt)}::date`
  const { rows } = await transaction.execute<{ tenant: string; oldest: string; unopened: string }>(sql`
    with months as (
      select tenant, month from (
          select tenant, happened as month, count from cube_month where measure = 'unopened' and recorded < ${lastMonth}
          union all
          -- A folded day (slot -1) is in the months already, but for the last month.
          select tenant, date_trunc('month', happened::timestamp)::date, count
            from cube where measure = 'unopened' and recorded between ${lastMonth} and ${asAt}::date
          union all
          select tenant, date_trunc('month', happened::timestamp)::date, count
            from cube where measure = 'unopened' and slot >= 0 and recorded < ${lastMonth}) counted
        group by tenant, month having sum(count) > 0)
    select m.tenant, min(d.happened)::text as oldest, sum(d.waiting) as unopened
      from months m cross join lateral (
        select c.happened, sum(c.count) as waiting from cube c
          where c.tenant = m.tenant and c.measure = 'unopened' and c.recorded <= ${asAt}::date
            and c.happened >= m.month and c.happened < m.month + interval '1 month'
          group by c.happened having sum(c.count) > 0) d
      group by m.tenant order by oldest, m.tenant`)
  return rows.map((row) => ({ tenant: row.tenant, oldest: row.oldest as Day, unopened: Number(row.unopened) }))
}
