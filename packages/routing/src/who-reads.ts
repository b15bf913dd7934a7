import type { RoutingReason } from "@candour/domain/contact.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"

/** What decides who reads a report. */
export interface Reading {
  /** The force found or chosen; left out: nobody could tell. */
  force?: Tenant | undefined
  /** How the force was come by. */
  found: Extract<RoutingReason, "found" | "chosen">
  /** The reporter chose the national desk, for which nobody asks a reason. */
  prefersDesk: boolean
  /** It is about somebody in the team that would read it. */
  aboutStandardsUnit: boolean
  /** It is about a chief officer, whom the force can't judge. */
  aboutChiefOfficer: boolean
}

/**
 * The tenant that gets a report, and why: the force, unless the reporter chose the national desk, the report is about
 * those who would judge it, or nobody could tell which force.
 * @see design §4, "Find the force"
 */
export function whoReads({ force, found, prefersDesk, aboutStandardsUnit, aboutChiefOfficer }: Reading): {
  tenant: Tenant
  reason: RoutingReason
} {
  const desk = (reason: RoutingReason) => ({ tenant: NATIONAL_DESK, reason })
  if (prefersDesk || force === NATIONAL_DESK) return desk("reporter-chose-desk")
  if (aboutChiefOfficer) return desk("chief-officer")
  if (aboutStandardsUnit) return desk("standards-unit")
  return force ? { tenant: force, reason: found } : desk("unknown")
}
