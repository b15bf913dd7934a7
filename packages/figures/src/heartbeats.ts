import type { Connection } from "@candour/database/connect.ts"
import { type Day, daysBetween } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"
import { isSpanOf, lateRows, monthOf, spansIn } from "./counted.ts"

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
 * The heartbeat, as known by `asAt`, of each desk that has an unopened report, longest wait first. What waited then is what
 * came by then and isn't opened now, less what was recorded late: openings since, which take away. Only of the first month
 * in which a desk has anything unopened are the days looked at.
 */
export async function heartbeats(transaction: Connection, asAt: Day): Promise<Heartbeat[]> {
  const { rows } = await transaction.execute<{ tenant: string; oldest: string; unopened: string }>(sql`
    with beside as materialized (
      select tenant, happened, count from cube where measure = 'unopened' and slot <> -1 and happened <= ${asAt}::date
      union all
      select tenant, happened, -count from ${lateRows(asAt, sql`measure = 'unopened'`)}
    ), months as (
      select tenant, month, sum(count) as waiting from (
          select tenant, ${monthOf(sql`happened`)} as month, count
            from cube_of_waiting where ${isSpanOf(spansIn({ asAt }, "month"))}
          union all
          select tenant, ${monthOf(sql`happened`)}, count from beside) counted
        group by tenant, month having sum(count) > 0
    ), desks as materialized (
      select tenant, min(month) as month, sum(waiting) as unopened from months group by tenant
    ), days as (
      select tenant, happened from (
          -- offset 0: desk by desk by the index, where a plan over all desks would read all days.
          select d.tenant, w.happened, w.count from desks d cross join lateral (
            select happened, count from cube_of_waiting where span = 'day' and tenant = d.tenant and happened >= d.month
              and happened < d.month + interval '1 month' and happened <= ${asAt}::date offset 0) w
          union all
          select b.tenant, b.happened, b.count from desks d join beside b on b.tenant = d.tenant
            and b.happened >= d.month and b.happened < d.month + interval '1 month') first
        group by tenant, happened having sum(count) > 0
    )
    select tenant, unopened, min(happened)::text as oldest from desks join days using (tenant)
      group by tenant, unopened order by min(happened), tenant`)
  return rows.map((row) => ({ tenant: row.tenant, oldest: row.oldest as Day, unopened: Number(row.unopened) }))
}
