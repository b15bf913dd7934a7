import { addDays, addMonths, type Day, firstOfMonth } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { type SQL, sql } from "drizzle-orm"
import { type CountedScope, isIn, isOfFigures, lastDay, monthOf, toldApart } from "./counted.ts"
import type { LineForces } from "./counts.ts"

/** Every count of a scope of one force: by month, line and channel, and again by force. */
export const countedOfForce = (scope: CountedScope, lineForces: LineForces): SQL => sql`
  select measure, category, to_other_force, month::text, force, line, channel, sum(known_then) as known_then,
      sum(known_now) as known_now
    from (${rows(scope, lineForces)}) counted
    group by grouping sets (
      (measure, category, to_other_force, month, line, channel), (measure, category, to_other_force, force))
    having sum(known_then) <> 0 or sum(known_now) <> 0`

/** Every count of a scope, by month, force, line and channel at once. */
export const countedFinely = (scope: CountedScope, lineForces: LineForces): SQL => sql`
  select measure, category, to_other_force, month::text, force, line, channel, sum(known_then) as known_then,
      sum(known_now) as known_now
    from (${rows(scope, lineForces)}) counted
    group by 1, 2, 3, 4, 5, 6, 7 having sum(known_then) <> 0 or sum(known_now) <> 0`

/** What the cube holds of a scope: whole months from their own sums, the months at the edges day by day. */
function rows(scope: CountedScope, lineForces: LineForces): SQL {
  const { asAt, from, force } = scope
  const last = lastDay(scope)
  const [lastMonth, lastRecorded] = [sql`${firstOfMonth(last)}::date`, sql`${firstOfMonth(asAt)}::date`]
  const firstMonth = from === undefined ? sql`null::date` : sql`${firstOfMonth(from)}::date`
  const isWhole = (month: SQL) => sql`(${month} < ${lastMonth} and ${month} is distinct from ${firstMonth})`
  const told = toldApart(scope, lineForces)
  const holds = force === undefined ? sql`true` : mayHold(scope, force)
  return sql`
    select ${told.measure} as measure, ${told.category} as category, ${told.toOtherForce} as to_other_force,
        ${told.month} as month, ${told.force} as force, line, channel, known_then, known_now
      from (
        select tenant, line, routed_to, happened, measure, category, channel,
            case when recorded < ${lastRecorded} then count else 0 end as known_then, count as known_now
          from cube_month where ${isWhole(sql`happened`)} and ${holds}
        union all
        -- A folded day (slot -1) of a whole month is in the months already.
        select tenant, line, routed_to, happened, measure, category, channel,
            case when recorded <= ${asAt}::date then count else 0 end,
            case when slot >= 0 or not ${isWhole(monthOf(sql`happened`))} then count else 0 end
          from cube where happened <= ${last}::date and ${holds}
            and (slot >= 0 or recorded >= ${lastRecorded} or happened >= ${lastMonth} or ${inFirst(from)})
      ) days
      where ${isOfFigures} and ${isIn(scope)} and ${force === undefined ? sql`true` : sql`${told.force} = ${force}`}`
}

/** What a force can have at all, such that an index finds it: what it, or one that it stands for, holds or was first told. */
function mayHold({ boundaries }: CountedScope, force: Tenant): SQL {
  const standsFor = Object.entries(boundaries?.standing ?? {}).filter(([, standing]) => standing === force)
  const ids = sql`${sql.param([force, ...standsFor.map(([id]) => id)])}::text[]`
  return sql`(tenant = any(${ids}) or (routed_to <> tenant and routed_to = any(${ids})))`
}

const inFirst = (from: Day | undefined) =>
  from === undefined
    ? sql`false`
    : sql`happened between ${firstOfMonth(from)}::date and ${addDays(addMonths(firstOfMonth(from), 1), -1)}::date`
