import { type SQL, sql } from "drizzle-orm"
import { besideSums, isIn, isOfFigures, isSpanOf, lateRows, spansIn, toldApart } from "./counted.ts"
import type { CountedScope, LineForces } from "./scope.ts"

/** Every count of a scope of all forces: by month, line and channel from the sums of lines, by force from those of forces. */
export function countedOfAll(scope: CountedScope, lineForces: LineForces): SQL {
  const { measure, category, toOtherForce, month, force } = toldApart(scope, lineForces)
  return sql`
    with beside as materialized (${besideSums(scope, lateRows(scope.asAt, isOfFigures))})
    select ${measure} as measure, ${category} as category, ${toOtherForce} as to_other_force, ${month} as month,
        null as force, line, channel, ${BOTH}
      from (
        select happened, line, channel, routed_to, measure, category, count as known_then, count as known_now
          from cube_of_lines where ${isSpanOf(spansIn(scope, "month"))}
        union all
        select happened, line, channel, routed_to, measure, category, known_then, known_now from beside) c
      where ${isIn(scope)}
      group by 1, 2, 3, 4, line, channel
    union all
    select ${measure}, ${category}, ${toOtherForce}, null, ${force}, null, null, ${BOTH}
      from (
        select happened, line, tenant, routed_to, measure, category, count as known_then, count as known_now
          from cube_of_forces where ${isSpanOf(spansIn(scope, "year"))}
        union all
        select happened, line, tenant, routed_to, measure, category, known_then, known_now from beside) c
      where ${isIn(scope)}
      group by 1, 2, 3, 5`
}

const BOTH = sql`sum(known_then) as known_then, sum(known_now) as known_now`
