import type { RoutingReason } from "@candour/domain/contact.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { forceName } from "@candour/routing/directory.ts"

/** What a tenant's team is called within a sentence. */
const team = (tenant: Tenant): string =>
  tenant === NATIONAL_DESK ? "the national desk" : `${forceName(tenant, "en")}’s team`

const list = new Intl.ListFormat("en-GB")

/** The words of choosing who reads a report (pages §5). */
export const en = {
  title: "Which area",
  heading: "Who should read it?",
  team,
  /** A team at the beginning of a sentence. */
  Team: (tenant: Tenant) => team(tenant).replace(/^t/, "T"),
  /** Several teams, within a sentence. */
  teams: (tenants: readonly Tenant[]) => list.format(tenants.map(team)),
  /** Several teams at the beginning of a sentence. */
  Teams: (tenants: readonly Tenant[]) => list.format(tenants.map(team)).replace(/^t/, "T"),
  all: (count: number) => (count === 2 ? "Both teams" : "All these teams"),
  /** The team of a smaller namesake. */
  teamAt: (tenant: Tenant, place: string) => `${team(tenant)}, if you mean ${place} there`,
  desk: "The national desk",
  deskHint: "If the person works in that team or runs the force, or you don’t trust it. You don’t have to say why.",
  deskHintSeveral:
    "If the person works in one of those teams or runs one of the forces, or you don’t trust one of them. You don’t have to say why.",
  notOpen: (tenant: Tenant) =>
    `${team(tenant)} doesn’t take reports here yet. Until it does, the national desk reads them.`,
  other: "A different force",
  add: "Add another force",
  addHint:
    "If people of more than one force are involved, or the person has moved. You tell it once; each force gets its own locked copy.",
  takeOff: (tenant: Tenant) => `Take off ${team(tenant)}`,
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
  /** Why a report goes to several teams, after "because". */
  becauseSeveral: (reason: RoutingReason): string =>
    reason === "chosen" ? "they look into the forces you chose" : "they look into those forces",
  deskFindsOut: "The national desk finds out which other force it is.",
}
