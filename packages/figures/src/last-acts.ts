import type { Connection } from "@candour/database/connect.ts"
import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"

/** What comes in by itself, whatever a desk does. */
const COMES_IN = ["contact", "contact-by-category", "contact-not-for-us", "report", "unopened", "call-ended"]

/** The last day on which each desk itself recorded anything; none for one that never did. */
export async function lastActs(transaction: Connection, desks: readonly Tenant[]): Promise<ReadonlyMap<Tenant, Day>> {
  // Looked for from the last day on, desk by desk: of a desk that works, it is among the first rows of its index.
  const { rows } = await transaction.execute<{ tenant: Tenant; day: Day | null }>(sql`
    select desk.tenant, (select c.recorded::text from cube c
        where c.tenant = desk.tenant and c.measure <> all (${sql.param(COMES_IN)}::text[])
        order by c.recorded desc limit 1) as day
      from unnest(${sql.param([...desks])}::text[]) desk (tenant)`)
  return new Map(rows.flatMap(({ tenant, day }) => (day === null ? [] : [[tenant, day] as const])))
}
