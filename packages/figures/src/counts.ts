import type { Connection } from "@candour/database/connect.ts"
import type { Boundaries } from "@candour/domain/boundaries.ts"
import { addDays, addMonths, type Day, firstOfMonth } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { type SQL, sql } from "drizzle-orm"
import { isAnotherForce, owningForce } from "./boundaries.ts"
import type { Counted } from "./catalogue.ts"

/** `then`: what was recorded by the day; `now`: what happened by the day, as known now. */
export type Known = "then" | "now"

/** Which events a figure is over. */
export interface Scope {
  asAt: Day
  known: Known
  /**
   * What happened on these days; left out, from the first contact, and up to `asAt`. Who isn't decided is counted at the
   * end of them, also where people became known before.
   */
  from?: Day | undefined
  to?: Day | undefined
  line?: string | undefined
  /** Contacts first routed to this tenant, and what became of reports while it held them. */
  force?: Tenant | undefined
  /** Which forces `force` and the counts by force are told apart by; left out, those that counted at the time. */
  boundaries?: Boundaries | undefined
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
export const countAs = (known: Known, count: Pick<Count, "knownThen" | "knownNow">): number =>
  known === "then" ? count.knownThen : count.knownNow

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

/** Of these, what happened before a range counts too: who isn't decided at its end may be known since long before. */
const PEOPLE = ["person", "outcome"]

/**
 * What the cube holds of a scope, read once: whole months from their own sums, the months at the edges day by day. Of
 * `person` and `outcome`, what happened before the range is named so, in the range's first month.
 */
function countedIn({ asAt, from, to = asAt, line, force, boundaries }: Omit<Scope, "known">, lineForces: LineForces) {
  const owning = owningForce(boundaries)
  const lineForce = sql`(${JSON.stringify(lineForces)}::jsonb ->> line)`
  const last = to < asAt ? to : asAt
  const [lastMonth, lastRecorded] = [sql`${firstOfMonth(last)}::date`, sql`${firstOfMonth(asAt)}::date`]
  const firstMonth = from === undefined ? sql`null::date` : sql`${firstOfMonth(from)}::date`
  const isWhole = (month: SQL) => sql`(${month} < ${lastMonth} and ${month} is distinct from ${firstMonth})`
  const before = from === undefined ? sql`false` : sql`day < ${from}::date`
  // The detour by timestamp keeps time zones out, which cost more than all the rest.
  const monthOfDay = sql`date_trunc('month', happened::timestamp)::date`
  return sql`
    select ${from === undefined ? sql`measure` : sql`measure || case when ${before} then '-before' else '' end`} as measure,
        case when measure in ('outcome', 'contact-by-category', 'contact-not-for-us') then category else '' end as category,
        measure = 'contact' and ${isAnotherForce(lineForce, boundaries)} as to_other_force,
        case when ${before} then ${firstMonth} else month end as month, ${owning} as force, line, channel,
        known_then, known_now
      from (
        select tenant, line, routed_to, happened as month, happened as day, measure, category, channel,
            case when recorded < ${lastRecorded} then count else 0 end as known_then, count as known_now
          from cube_month where ${isWhole(sql`happened`)}
        union all
        -- A folded day (slot -1) of a whole month is in the months already.
        select tenant, line, routed_to, ${monthOfDay}, happened, measure, category, channel,
            case when recorded <= ${asAt}::date then count else 0 end,
            case when slot >= 0 or not ${isWhole(monthOfDay)} then count else 0 end
          from cube where happened <= ${last}::date
            and (slot >= 0 or recorded >= ${lastRecorded} or happened >= ${lastMonth} or ${inFirst(from)})
      ) days
      where measure = any(${sql.param(MEASURES)}::text[])
        and (not ${before} or measure = any(${sql.param(PEOPLE)}::text[]))
        and ${line === undefined ? sql`true` : sql`line = ${line}`}
        and ${force === undefined ? sql`true` : sql`${owning} = ${force}`}`
}

const inFirst = (from: Day | undefined) =>
  from === undefined
    ? sql`false`
    : sql`happened between ${firstOfMonth(from)}::date and ${addDays(addMonths(firstOfMonth(from), 1), -1)}::date`

/**
 * Sums the cube as at a day, in one statement. Everything is there twice: by month, line and channel, and by force.
 *
 * @param transaction - of the national login, which reads the cube and no report
 */
export async function counts(
  transaction: Connection,
  scope: Omit<Scope, "known">,
  lineForces: LineForces,
): Promise<Count[]> {
  const { rows } = await transaction.execute<Row>(sql`
    select measure, category, to_other_force, month::text, force, line, channel, sum(known_then) as known_then,
        sum(known_now) as known_now
      from (${countedIn(scope, lineForces)}) counted
      group by grouping sets (
        (measure, category, to_other_force, month, line, channel), (measure, category, to_other_force, force))
      having sum(known_then) <> 0 or sum(known_now) <> 0`)
  return rows.map(countOf)
}

/** One sum of the cube, told apart by all there is at once. */
export type FineCount = Count & Record<Grouping, string>

/** Sums the cube by month, force, line and channel at once, for tables that are worked out from them, not for a page. */
export async function fineCounts(
  transaction: Connection,
  scope: Omit<Scope, "known">,
  lineForces: LineForces,
): Promise<FineCount[]> {
  const { rows } = await transaction.execute<Row>(sql`
    select measure, category, to_other_force, month::text, force, line, channel, sum(known_then) as known_then,
        sum(known_now) as known_now
      from (${countedIn(scope, lineForces)}) counted
      group by 1, 2, 3, 4, 5, 6, 7 having sum(known_then) <> 0 or sum(known_now) <> 0`)
  return rows.map((row) => countOf(row) as FineCount)
}

const countOf = (row: Row): Count => ({
  measure: row.measure,
  category: row.category,
  toOtherForce: row.to_other_force,
  month: row.month ?? undefined,
  force: row.force ?? undefined,
  line: row.line ?? undefined,
  channel: row.channel ?? undefined,
  knownThen: Number(row.known_then),
  knownNow: Number(row.known_now),
})

type Row = Record<"measure" | "category" | "known_then" | "known_now", string> &
  Record<Grouping, string | null> & { to_other_force: boolean }
