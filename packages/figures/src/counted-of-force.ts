import type { Tenant } from "@candour/domain/tenant.ts"
import { type SQL, sql } from "drizzle-orm"
import { besideSums, happenedIn, isIn, isOfFigures, spansIn, toldApart } from "./counted.ts"
import type { CountedScope, LineForces } from "./scope.ts"
import type { Piece } from "./spans.ts"

/** Every count of a scope of one force: by month, line and channel, and again by force. */
export const countedOfForce = (scope: CountedScope, lineForces: LineForces): SQL => sql`
  select measure, category, to_other_force, month, force, line, channel, sum(known_then) as known_then,
      sum(known_now) as known_now
    from (${rows(scope, lineForces)}) counted
    group by grouping sets (
      (measure, category, to_other_force, month, line, channel), (measure, category, to_other_force, force))`

/** Every count of a scope, by month, force, line and channel at once. */
export const countedFinely = (scope: CountedScope, lineForces: LineForces): SQL => sql`
  select measure, category, to_other_force, month, force, line, channel, sum(known_then) as known_then,
      sum(known_now) as known_now
    from (${rows(scope, lineForces)}) counted
    group by 1, 2, 3, 4, 5, 6, 7`

/** What the cube holds of a scope: whole months from their own sums, the months at the edges day by day. */
function rows(scope: CountedScope, lineForces: LineForces): SQL {
  const spans = spansIn(scope, "month")
  const told = toldApart(scope, lineForces)
  const ways = scope.force === undefined ? [sql`true`] : waysToHold(scope, scope.force)
  const parts = ways.flatMap((way) => [
    sql`select ${ROW}, count as known_then, count as known_now
      from cube_month where ${happenedIn(spans.filter(({ span }) => span === "month"))} and ${way}`,
    sql`select ${ROW}, count, count
      from cube where slot = -1 and ${happenedIn(runs(spans.filter(({ span }) => span !== "month")))} and ${way}`,
    besideSums(scope, sql`cube`, way),
  ])
  return sql`
    select ${told.measure} as measure, ${told.category} as category, ${told.toOtherForce} as to_other_force,
        ${told.month} as month, ${told.force} as force, line, channel, known_then, known_now
      from (${sql.join(parts, sql` union all `)}) days
      where ${isOfFigures} and ${isIn(scope)}
        and ${scope.force === undefined ? sql`true` : sql`${told.force} = ${scope.force}`}`
}

const ROW = sql`tenant, line, routed_to, happened, measure, category, channel`

/**
 * What a force can have at all, in two ways that never meet and that an index finds: what it, or one that it stands for,
 * holds; and what another desk holds of what it was first told.
 */
function waysToHold({ boundaries }: CountedScope, force: Tenant): SQL[] {
  const standsFor = Object.entries(boundaries?.standing ?? {}).filter(([, standing]) => standing === force)
  const ids = sql`${sql.param([force, ...standsFor.map(([id]) => id)])}::text[]`
  return [sql`tenant = any(${ids})`, sql`(routed_to <> tenant and routed_to = any(${ids}) and tenant <> all(${ids}))`]
}

/** Pieces that follow each other as one. */
function runs(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = []
  for (const piece of pieces) {
    const before = runs.at(-1)
    if (before && before.past === piece.first) before.past = piece.past
    else runs.push({ ...piece })
  }
  return runs
}
