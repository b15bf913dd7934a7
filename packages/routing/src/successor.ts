import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import type { Force } from "./directory-shape.ts"

/** Whether the force exists on the day. */
export const existsOn = ({ from, to }: Pick<Force, "from" | "to">, on: Day): boolean =>
  (!from || from <= on) && (!to || on <= to)

/**
 * The forces that stand, on the day, where `id` stands on others: itself while it exists; after its last day
 * those that succeed it; before its first those it took over from. None where the directory names none.
 */
export function standingFor(id: Tenant, on: Day, forces: ReadonlyMap<Tenant, Force>): Tenant[] {
  const found = new Set<Tenant>()
  const seen = new Set<Tenant>()
  const visit = (id: Tenant) => {
    const force = forces.get(id)
    if (!force || seen.has(id)) return
    seen.add(id)
    if (existsOn(force, on)) found.add(id)
    else if (force.to && force.to < on) {
      for (const later of forces.values()) if (later.succeeds?.includes(id)) visit(later.id)
    } else for (const earlier of force.succeeds ?? []) visit(earlier)
  }
  visit(id)
  return [...found]
}
