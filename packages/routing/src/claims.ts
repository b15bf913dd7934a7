import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import type { Force, Place, PlaceKind } from "./directory-shape.ts"
import type { Meaning } from "./names.ts"
import { standingFor } from "./successor.ts"

/** One force's claim to a name: the biggest thing it polices that is called so. */
export interface Claim {
  tenant: Tenant
  /** How many people the name means there: counted, or at least so many; undefined where nobody can tell. */
  people: number | undefined
  /** 0 = likeliest, by the order of whoever listed the name's forces by hand; else infinite. */
  rank: number
  /** Set where a place claims it, not a force's own name. */
  place?: Place
  called?: "name" | "alias"
}

/** People at least meant by a name whose population the directory lacks: nearly every authority has more. */
const PEOPLE_AT_LEAST: Record<PlaceKind, number> = {
  county: 100_000,
  region: 100_000,
  airport: 50_000,
  authority: 50_000,
  town: 10_001, // listed by hand as one force's only, so somewhere that people name
  village: 0,
}

/** A force's own name outweighs any place. */
const FORCE_PEOPLE = 1_000_000

/** A place's counted people count before what its kind suggests; a count of another place doesn't. */
const bigger = (one: Claim, other: Claim): Claim => {
  if (one.called || other.called) return one.called ? one : other
  const counted = (claim: Claim) => Number((claim.place?.population ?? 0) > 0)
  const authority = (claim: Claim) => Number(!["town", "village"].includes(claim.place?.kind ?? "village"))
  const order =
    authority(other) - authority(one) || counted(other) - counted(one) || (other.people ?? 0) - (one.people ?? 0)
  return order > 0 ? other : one
}

function claimsOf(meaning: Meaning): Claim[] {
  if (meaning.kind === "elsewhere") return []
  if (meaning.kind === "force") {
    return [{ tenant: meaning.force, people: FORCE_PEOPLE, rank: 0, called: meaning.called }]
  }
  const { place } = meaning
  if (place.forces.length > 1) {
    return place.forces.map((tenant, rank) => ({ tenant, people: undefined, rank, place }))
  }
  const people = place.population || PEOPLE_AT_LEAST[place.kind]
  return place.forces.map((tenant) => ({ tenant, people, rank: Number.POSITIVE_INFINITY, place }))
}

/**
 * The claims of `meanings` on the day, one for each force, likeliest first. `longer(tenant)` finds a place of the
 * force whose longer name begins so ("Bradford-on-Avon"), which is what a name listed for several forces means there.
 */
export function claimsOn(
  meanings: Meaning[],
  on: Day,
  forces: ReadonlyMap<Tenant, Force>,
  longer: (tenant: Tenant) => Place | undefined,
): Claim[] {
  const byTenant = new Map<Tenant, Claim>()
  for (const claim of meanings.flatMap(claimsOf)) {
    for (const tenant of standingFor(claim.tenant, on, forces)) {
      const known = byTenant.get(tenant)
      const best = known ? bigger(known, claim) : claim
      byTenant.set(tenant, { ...best, tenant, rank: Math.min(known?.rank ?? claim.rank, claim.rank) })
    }
  }
  const claims = [...byTenant.values()].map((claim) => withLongerName(claim, longer))
  return claims.sort((one, other) => one.rank - other.rank || (other.people ?? 0) - (one.people ?? 0) || 0)
}

function withLongerName(claim: Claim, longer: (tenant: Tenant) => Place | undefined): Claim {
  const byHand = Number.isFinite(claim.rank)
  if (claim.called || !byHand || claim.place?.population) return claim
  const vague = claim.place?.kind === "village" || (claim.place?.forces.length ?? 0) > 1
  if (!vague) return claim
  if (claim.place && !["town", "village"].includes(claim.place.kind)) return claim
  const place = longer(claim.tenant)
  // Listed by hand, so it isn't the hamlet that an uncounted row suggests: its size stays unknown.
  return place ? { ...claim, place, people: place.population || undefined } : { ...claim, people: undefined }
}
