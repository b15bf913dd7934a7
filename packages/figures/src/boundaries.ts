import type { Boundaries } from "@candour/domain/boundaries.ts"
import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import { type SQL, sql } from "drizzle-orm"

/**
 * The force that a row of the cube belongs to: contacts to whom they were first routed to, everything else to whoever
 * held the report. In the boundaries of a day it is the force that stands in that one's place. What a merged force holds
 * is told apart by the old ones where it was first routed to one of them; where it wasn't, it stays the merged force's
 * own: nothing is guessed, so totals are equal in the boundaries of every day.
 */
export function owningForce(boundaries: Boundaries | undefined): SQL {
  const owner = sql`case when measure like 'contact%' then routed_to else tenant end`
  if (
    boundaries === undefined ||
    Object.keys(boundaries.wentInto).length + Object.keys(boundaries.standing).length === 0
  )
    return owner
  const area = sql`case when ${JSON.stringify(boundaries.wentInto)}::jsonb -> (${owner}) ? routed_to then routed_to
    else ${owner} end`
  return sql`coalesce(${JSON.stringify(boundaries.standing)}::jsonb ->> (${area}), ${area})`
}

/** Whether `routed_to` is another force than that of the line, `lineForce`: what it went into whole is itself still. */
export const isAnotherForce = (lineForce: SQL, boundaries: Boundaries | undefined): SQL =>
  sql`coalesce(routed_to not in (${lineForce}, ${NATIONAL_DESK})
    and not coalesce(${JSON.stringify(boundaries?.wentInto ?? {})}::jsonb -> routed_to ? ${lineForce}, false), false)`
