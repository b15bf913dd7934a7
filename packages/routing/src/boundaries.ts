import type { Boundaries } from "@candour/domain/boundaries.ts"
import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import type { Force } from "./directory-shape.ts"
import { existsOn, standingFor } from "./successor.ts"

/** The boundaries of a day, over `forces` of every day. Pure. */
export function boundariesOn(on: Day, forces: readonly Force[]): Boundaries {
  const byId = new Map(forces.map((force) => [force.id, force]))
  const ofOtherDays = forces.filter((force) => !existsOn(force, on))
  const standing = ofOtherDays.flatMap(({ id }): [Tenant, Tenant][] => {
    const [only, ...more] = standingFor(id, on, byId)
    return only && more.length === 0 ? [[id, only]] : []
  })
  const steps = forces.flatMap(({ id }) => successorsOf(id, forces).map((into) => ({ id, into })))
  const wentInto = Map.groupBy(steps, ({ into }) => into)
  return {
    on,
    standing: Object.fromEntries(standing),
    wentInto: Object.fromEntries([...wentInto].map(([into, each]) => [into, each.map(({ id }) => id)])),
  }
}

/** What a force went into whole, and that in its turn, as long as there is one alone. */
export function successorsOf(id: Tenant, forces: readonly Force[], seen: readonly Tenant[] = [id]): Tenant[] {
  const [next, ...more] = forces.filter(({ succeeds }) => succeeds?.includes(id))
  if (next === undefined || more.length > 0 || seen.includes(next.id)) return []
  return [next.id, ...successorsOf(next.id, forces, [...seen, next.id])]
}

/**
 * What a report for `force` is counted as first routed to: the `area` within it, where that is a force that went into it
 * whole, or else the force itself.
 */
export const areaWithin = (force: Tenant, area: Tenant | undefined, forces: readonly Force[]): Tenant =>
  area !== undefined && successorsOf(area, forces).includes(force) ? area : force

/** A force that ends, with what it goes into whole; nothing where it is divided. */
export interface ForceEnd {
  force: Tenant
  lastDay: Day
  wentInto: Tenant | undefined
}

/** The forces that have a last day. */
export const endsOf = (forces: readonly Force[]): ForceEnd[] =>
  forces.flatMap(({ id, to }) => (to ? [{ force: id, lastDay: to, wentInto: successorsOf(id, forces)[0] }] : []))

/** The days on which forces began that took others' places, earliest first: between two of them boundaries stay. */
export const changesOfBoundaries = (forces: readonly Force[]): Day[] =>
  [...new Set(forces.flatMap(({ from, succeeds }) => (from && succeeds?.length ? [from] : [])))].sort()
