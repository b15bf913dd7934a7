import type { Boundaries } from "@candour/domain/boundaries.ts"
import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"

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

/** What of the cube a count is over: every scope without how it is known, since each count is both. */
export type CountedScope = Omit<Scope, "known">

/** The force whose own line each line is; a line that isn't named belongs to none. */
export type LineForces = Readonly<Record<string, Tenant>>
