import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { isForce } from "@candour/routing/directory.ts"

/** Forces that one telling goes to, at most: the first, and five referrals. */
export const MOST_FORCES = 6

/** Whether a report can be for this tenant: a force of any day, or the national desk. */
export const isReader = (id: string): boolean => id === NATIONAL_DESK || isForce(id)

/**
 * The forces of a posted field with several values, in their order, each once, {@link MOST_FORCES} at most; what is
 * none is left out. The national desk comes last: it finds out about the force that nobody could name.
 */
export function toldForces(values: readonly (string | undefined)[] = []): Tenant[] {
  const known = [...new Set(values)].filter((id) => id !== undefined && isReader(id)) as Tenant[]
  const last = known.filter((id) => id === NATIONAL_DESK)
  return [...known.filter((id) => id !== NATIONAL_DESK).slice(0, MOST_FORCES - last.length), ...last]
}
