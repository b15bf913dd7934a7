import type { Connection } from "@candour/database/connect.ts"
import { type Day, firstOfMonth } from "@candour/domain/day.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"
import type { Counted } from "./catalogue.ts"

/** `then`: what was recorded by the day; `now`: what happened by the day, as known now. */
export type Known = "then" | "now"

/** Which events a figure is over. */
export interface Scope {
  asAt: Day
  known: Known
  line?: string | undefined
  /** Contacts first routed to this tenant, and what became of reports while it held them. */
  force?: Tenant | undefined
}

/** What counts can be told apart by. A contact stays with the tenant it first went to, the rest with the holder. */
export type Grouping = "month" | "force" | "line" | "channel"

/** The force whose own line each line is; a line that isn't named belongs to none. */
export type LineForces = Readonly<Record<string, Tenant>>

/** One sum of the cube, both as known then and as known now, told apart by all there is but a force, or by force. */
export interface Count extends Counted, Partial<Record<Grouping, string>> {
  knownThen: number
  knownNow: number
}

/** Of `count`, what was or is `known`. */
export const countAs = (known: Known, count: Count): number => (known === "then" ? count.knownThen : count.knownNow)

/** Contacts belong to whom they were first routed to; everything else to whoever held the report. */
const OWNING_TENANT = sql`case when measure like 'contact%' then routed_to else tenant end`

/** The measures that figures are made of; the cube has others, such as how long an opening took. */
const MEASURES = [
  "contact",
  "contact-by-category",
  "contact-not-for-us",
  "report",
  "transferred",
  "intelligence",
  "intelligence-abuse-and-discrimination",
  "investigating",
  "closed",
  "person",
  "outcome",
]

/**
 * Sums the cube as at a day, in one statement that reads it once: whole months from their own sums, the last month day
 * by day. Everything is there twice: by month, line and channel, and by force.
 *
 * @param transaction - of the national login, which reads the cube and no report
 */
export async function counts(
  transaction: Connection,
  { asAt, line, force }: Omit<Scope, "known">,
  lineForces: LineForces,
): Promise<Count[]> {
  const lastMonth = sql`${firstOfMonth(asAt)}::date`
  const lineForce = sql`(${JSON.stringify(lineForces)}::jsonb ->> line)`
  const { rows } = await transaction.execute<Row>(sql`
    select measure, category, to_other_force, month::text, force, line, channel, sum(known_then) as known_then,
        sum(known_now) as known_now
      from (
        select measure, case when measure in ('outcome', 'contact-by-category', 'contact-not-for-us') then category else '' end as category,
            measure = 'contact' and coalesce(routed_to not in (${lineForce}, ${NATIONAL_DESK}), false) as to_other_force,
            month, ${OWNING_TENANT} as force, line, channel, known_then, known_now
          from (
            select tenant, line, routed_to, happened as month, measure, category, channel,
                case when recorded < ${lastMonth} then count else 0 end as known_then, count as known_now
              from cube_month where happened < ${lastMonth}
            union all
            -- A folded day (slot -1) is in the months already, but for the last month. Nothing is recorded before it
            -- happened. The detour by timestamp keeps time zones out, which cost more than all the rest.
            select tenant, line, routed_to, date_trunc('month', happened::timestamp)::date, measure, category, channel,
                case when recorded <= ${asAt}::date then count else 0 end,
                case when slot >= 0 or happened >= ${lastMonth} then count else 0 end
              from cube where happened <= ${asAt}::date and (slot >= 0 or recorded >= ${lastMonth})
          ) days
          where measure = any(${sql.param(MEASURES)}::text[])
            and ${line === undefined ? sql`true` : sql`line = ${line}`}
            and ${force === undefined ? sql`true` : sql`${OWNING_TENANT} = ${force}`}
      ) counted
      group by grouping sets (
        (measure, category, to_other_force, month, line, channel), (measure, category, to_other_force, force))
      having sum(known_then) <> 0 or sum(known_now) <> 0`)
  return rows.map((row) => ({
    measure: row.measure,
    category: row.category,
    toOtherForce: row.to_other_force,
    month: row.month ?? undefined,
    force: row.force ?? undefined,
    line: row.line ?? undefined,
    channel: row.channel ?? undefined,
    knownThen: Number(row.known_then),
    knownNow: Number(row.known_now),
  }))
}

type Row = Record<"measure" | "category" | "known_then" | "known_now", string> &
  Record<Grouping, string | null> & { to_other_force: boolean }
