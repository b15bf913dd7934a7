import type { Connection } from "@candour/database/connect.ts"
import { type Day, daysBetween } from "@candour/domain/day.ts"
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
export function waitBand(oldest: Day, today: Day): WaitBand {
  const days = daysBetween(oldest, today)
  return days > 28 ? "over-28" : days > 7 ? "over-7" : "within-7"
}

/** The heartbeat, as known by `asAt`, of each desk that has an unopened report, longest wait first. */
export async function heartbeats(transaction: Connection, asAt: Day): Promise<Heartbeat[]> {
  const { rows } = await transaction.execute<{ tenant: string; oldest: string; unopened: string }>(sql`
    select tenant, min(happened)::text as oldest, sum(waiting) as unopened
      from (select tenant, happened, sum(count) as waiting from cube
        where measure = 'unopened' and recorded <= ${asAt}::date group by 1, 2) days
      where waiting > 0 group by tenant order by oldest, tenant`)
  return rows.map((row) => ({ tenant: row.tenant, oldest: row.oldest as Day, unopened: Number(row.unopened) }))
}
