import { type SQL, sql } from "drizzle-orm"
import { type CountedScope, inSpans, isIn, isOfFigures, lastDay, recordedLate, toldApart } from "./counted.ts"
import type { LineForces } from "./counts.ts"

/**
 * Every count of a scope of all forces: by month, line and channel from the sums of lines, and by force from those of
 * forces. What was known then is what happened by then, less what was recorded late.
 */
export function countedOfAll(scope: CountedScope, lineForces: LineForces): SQL {
  const { measure, category, toOtherForce, month, force } = toldApart(scope, lineForces)
  return sql`
    with beside as materialized (${besideSums(scope)})
    select ${measure} as measure, ${category} as category, ${toOtherForce} as to_other_force, ${month}::text as month,
        null as force, line, channel, ${BOTH}
      from (
        select happened, line, channel, routed_to, measure, category, count as known_then, count as known_now
          from cube_of_lines where ${inSpans(scope, "month", true)}
        union all
        select happened, line, channel, routed_to, measure, category, known_then, known_now from beside) c
      where ${isIn(scope)}
      group by 1, 2, 3, 4, line, channel ${ANY}
    union all
    select ${measure}, ${category}, ${toOtherForce}, null, ${force}, null, null, ${BOTH}
      from (
        select happened, line, tenant, routed_to, measure, category, count as known_then, count as known_now
          from cube_of_forces where ${inSpans(scope, "year", true)}
        union all
        select happened, line, tenant, routed_to, measure, category, known_then, known_now from beside) c
      where ${isIn(scope)}
      group by 1, 2, 3, 5 ${ANY}`
}

const BOTH = sql`sum(known_then) as known_then, sum(known_now) as known_now`
const ANY = sql`having sum(known_then) <> 0 or sum(known_now) <> 0`

/** What the sums don't have: days that aren't folded yet, and what was recorded late. */
const besideSums = (scope: CountedScope) => sql`
  select tenant, line, routed_to, happened, measure, category, channel, count as known_then, count as known_now
    from cube where slot <> -1 and happened <= ${lastDay(scope)}::date and ${isOfFigures} and ${isIn(scope)}
  union all
  select tenant, line, routed_to, happened, measure, category, channel, -count, 0
    from cube where ${recordedLate(scope.asAt)} and happened <= ${lastDay(scope)}::date and ${isOfFigures} and ${isIn(scope)}`
