import type { Connection } from "@candour/database/connect.ts"
import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { type SQL, sql } from "drizzle-orm"

/** Which events a figure is over. */
export interface Scope {
  asAt: Day
  /** `then`: what was recorded by the day; `now`: what happened by the day, as known now. */
  known: "then" | "now"
  line?: string
  /** Contacts first routed to this tenant, and what became of reports while it held them. */
  force?: Tenant
}

/** What counts can be told apart by. A contact stays with the tenant it first went to, the rest with the holder. */
export const groupings = ["month", "force", "line", "channel"] as const
export type Grouping = (typeof groupings)[number]

/** One sum of the cube. `group` is a month's first day, a tenant, a line or a channel; empty where none was asked for. */
export interface Count {
  measure: string
  category: string
  group: string
  line: string
  /** The tenant that contacts were first routed to; for every other measure the tenant that held the report. */
  tenant: Tenant
  count: number
}

/** Contacts belong to whom they were first routed to; everything else to whoever held the report. */
const OWNING_TENANT = sql`case when measure like 'contact%' then routed_to else tenant end`

const GROUPS: Record<Grouping, SQL> = {
  month: sql`date_trunc('month', happened)::date::text`,
  force: OWNING_TENANT,
  line: sql`line`,
  channel: sql`channel`,
}

/**
 * Sums the cube as at a day: whole months from their own sums, the last month day by day.
 *
 * @param transaction - of the national login, which reads the cube and nothing else
 */
export async function counts(transaction: Connection, scope: Scope, grouping?: Grouping): Promise<Count[]> {
  const day = scope.known === "then" ? sql`recorded` : sql`happened`
  const edge = sql`date_trunc('month', ${scope.asAt}::date)::date`
  const columns = sql`tenant, line, routed_to, happened, measure, category, channel, count`
  const { rows } = await transaction.execute<Record<keyof Count, string>>(sql`
    select measure, category, ${grouping === undefined ? sql`''` : GROUPS[grouping]} as "group", line,
        ${OWNING_TENANT} as tenant, sum(count) as count
      from (
        select ${columns} from cube_month where ${day} < ${edge}
        union all
        select ${columns} from cube where slot >= 0 and ${day} < ${edge}
        union all
        select ${columns} from cube where ${day} >= ${edge} and ${day} <= ${scope.asAt}::date
      ) counted
      where ${scope.line === undefined ? sql`true` : sql`line = ${scope.line}`}
        and ${scope.force === undefined ? sql`true` : sql`${OWNING_TENANT} = ${scope.force}`}
      group by 1, 2, 3, 4, 5
      having sum(count) <> 0`)
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}
