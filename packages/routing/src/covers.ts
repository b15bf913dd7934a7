import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import type { Directory } from "./directory-shape.ts"
import { existsOn, standingFor } from "./successor.ts"

/** What a force covers, each by its English name in the order of the alphabet. */
export interface Covered {
  /** Local authorities, each as a whole. */
  authorities: string[]
  /** Counties as a whole, those of old among them. */
  counties: string[]
  /** Counties that it shares with other forces. */
  parts: string[]
}

/**
 * What each force that exists on the day covers; a force that polices no area of its own isn't there.
 *
 * @param areas - names of the authorities and counties to tell; the directory has more of them, long gone
 */
export function coveredOn(
  on: Day,
  { forces, places }: Pick<Directory, "forces" | "places">,
  areas: readonly string[],
): Map<Tenant, Covered> {
  const byId = new Map(forces.map((force) => [force.id, force]))
  const told = new Set(areas)
  const found = new Map<Tenant, Covered>()
  for (const { kind, names, label, forces, ...days } of places) {
    const name = label ?? names[0] ?? ""
    if ((kind !== "authority" && kind !== "county") || !told.has(name) || !existsOn(days, on)) continue
    const tenants = [...new Set(forces.flatMap((id) => standingFor(id, on, byId)))]
    const list = kind === "authority" ? "authorities" : tenants.length > 1 ? "parts" : "counties"
    for (const tenant of tenants) {
      const covered = found.get(tenant) ?? { authorities: [], counties: [], parts: [] }
      if (!covered[list].includes(name)) covered[list].push(name)
      found.set(tenant, covered)
    }
  }
  for (const covered of found.values()) for (const list of Object.values(covered)) list.sort(byName)
  return found
}

const byName = (one: string, other: string) => one.localeCompare(other, "en")
