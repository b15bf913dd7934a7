import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import type { Force, Place, PlaceKind } from "./directory-shape.ts"
import type { Meaning } from "./names.ts"
import { existsOn, standingFor } from "./successor.ts"

/** One force's claim to a name: the biggest thing it polices that is called so. */
export interface Claim {
  tenant: Tenant
  /** How many people the name means there: counted, or at least so many; undefined where nobody can tell. */
  people: number | undefined
  /** 0 = likeliest, by the order of whoever listed the name's forces by hand; else infinite. */
  rank: number
  /** Set where a place claims it, not a force's own name. */
  place?: Place
  /** People counted in the biggest place of the name there; left out where nobody counted. */
  population?: number | undefined
  called?: "name" | "alias"
}

/** People at least meant by a name whose population the directory lacks: nearly every authority has more. */
const PEOPLE_AT_LEAST: Record<PlaceKind, number> = {
  county: 100_000,
  region: 100_000,
  airport: 50_000,
  port: 10_001,
  station: 10_001,
  "police-station": 10_001,
  authority: 50_000,
  town: 10_001, // listed by hand as one force's only, so somewhere that people name
  village: 1_500, // nobody counted it: no town, but a suburb perhaps, so a village beside it doesn't hide it
}

/** A force's own name outweighs any place. */
const FORCE_PEOPLE = 1_000_000

/**
 * A force's own name, then an authority, then counted people. Where nobody counted, whoever listed the name by hand
 * for several forces (`people` undefined) knew of more than a hamlet.
 */
const bigger = (one: Claim, other: Claim): Claim => {
  if (one.called || other.called) return one.called ? one : other
  const counted = (claim: Claim) => Number((claim.population ?? 0) > 0)
  const authority = (claim: Claim) => Number(!["town", "village"].includes(claim.place?.kind ?? "village"))
  const people = (claim: Claim) => claim.people ?? PEOPLE_AT_LEAST.village + 1
  const order = authority(other) - authority(one) || counted(other) - counted(one) || people(other) - people(one)
  return order > 0 ? other : one
}

function claimsOf(meaning: Meaning, on: Day): Claim[] {
  if (meaning.kind === "elsewhere") return []
  if (meaning.kind === "force") {
    return [{ tenant: meaning.force, people: FORCE_PEOPLE, rank: 0, called: meaning.called }]
  }
  const { place } = meaning
  if (!existsOn(place, on)) return []
  if (place.forces.length > 1) {
    return place.forces.map((tenant, rank) => ({ tenant, people: undefined, rank, place }))
  }
  const population = place.population || undefined
  const people = population ?? PEOPLE_AT_LEAST[place.kind]
  return place.forces.map((tenant) => ({ tenant, people, population, rank: Number.POSITIVE_INFINITY, place }))
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
  for (const claim of meanings.flatMap((meaning) => claimsOf(meaning, on))) {
    for (const tenant of standingFor(claim.tenant, on, forces)) {
      const known = byTenant.get(tenant)
      byTenant.set(tenant, known ? asOneClaim(known, { ...claim, tenant }) : { ...claim, tenant })
    }
  }
  return [...byTenant.values()]
    .map((claim) => withLongerName(claim, longer))
    .sort((one, other) => one.rank - other.rank || (other.people ?? 0) - (one.people ?? 0) || 0)
}

/** A force's own name, a county or a region, which may hold the place of another name. */
export const isWide = ({ place, called }: Claim): boolean =>
  called !== undefined || !place || place.kind === "county" || place.kind === "region"

/** Two names that one force claims say together where it is: the smaller place tells it better than its county. */
export const narrowerOf = (one: Claim, other: Claim): Claim => (isWide(one) && !isWide(other) ? other : one)

/** Two claims of one force are one: an authority and its town are one candidate. */
function asOneClaim(one: Claim, other: Claim): Claim {
  const best = bigger(one, other)
  const population = Math.max(one.population ?? 0, other.population ?? 0) || undefined
  const people = best.people === undefined ? undefined : Math.max(best.people, population ?? 0)
  return { ...best, people, population, rank: Math.min(one.rank, other.rank) }
}

/** A name listed by hand for several forces may be short for a longer one, whose people are counted. */
function withLongerName(claim: Claim, longer: (tenant: Tenant) => Place | undefined): Claim {
  if (claim.place?.kind !== "town" || claim.place.forces.length === 1) return claim
  const place = longer(claim.tenant)
  if (!place) return claim
  const population = place.population || undefined
  return { ...claim, place, people: population, population }
}
