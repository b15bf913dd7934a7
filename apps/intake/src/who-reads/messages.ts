import type { RoutingReason } from "@candour/domain/contact.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { forceName } from "@candour/routing/directory.ts"

/** What a tenant's team is called within a sentence. */
const team = (tenant: Tenant): string =>
  tenant === NATIONAL_DESK ? "the national desk" : `${forceName(tenant, "en")}’s team`

/** The words of choosing who reads a report (pages §5). */
export const en = {
  title: "Which area",
  heading: "Who should read it?",
  team,
  /** A team at the beginning of a sentence. */
  Team: (tenant: Tenant) => team(tenant).replace(/^t/, "T"),
  /** The team of a smaller namesake. */
  teamAt: (tenant: Tenant, place: string) => `${team(tenant)}, if you mean ${place} there`,
  desk: "The national desk",
  deskHint: "If the person works in that team or runs the force, or you don’t trust it. You don’t have to say why.",
  notOpen: (tenant: Tenant) =>
    `${team(tenant)} doesn’t take reports here yet. Until it does, the national desk reads them.`,
  other: "Another force",
  problem: "Choose who should read it.",
  /** Why a report goes where it goes, after "because". */
  because: (reason: RoutingReason, routedTo: Tenant): string => {
    const because: Record<RoutingReason, string> = {
      found: "it looks into that force",
      chosen: "it looks into the force you chose",
      unknown: "it finds out which force it is",
      "reporter-chose-desk": "you chose it",
      "standards-unit": "it is about someone in the team that would read it",
      "chief-officer": "it is about someone who runs the force",
      "desk-not-open": `${team(routedTo)} doesn’t take reports here yet`,
    }
    return because[reason]
  },
}
