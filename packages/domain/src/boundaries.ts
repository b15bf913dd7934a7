import type { Day } from "./day.ts"
import type { Tenant } from "./tenant.ts"

/** The forces of one day as a way to tell figures of every day apart: forces merge. */
export interface Boundaries {
  on: Day
  /**
   * By a force of another day: the one that stands in its place on this day, which it went into, or came from alone. A
   * force that came from several, or was divided since, isn't there: what it has can't be told apart by those of the day.
   */
  standing: Readonly<Record<Tenant, Tenant>>
  /** By a force that others went into whole: all of them, those that went into these among them. */
  wentInto: Readonly<Record<Tenant, readonly Tenant[]>>
}
