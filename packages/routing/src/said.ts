import type { Tenant } from "@candour/domain/tenant.ts"
import { type Claim, isWide, narrowerOf } from "./claims.ts"
import type { Directory } from "./directory-shape.ts"
import { choose, judge, unknown } from "./judge.ts"
import type { Route } from "./route-shape.ts"

/** A county that is an authority of that name too: "County Durham". */
const COUNTY = /^(?:county|co) |shire$/

/** What one name of a hint says of whose it is. */
export interface Said {
  claims: Claim[]
  /** Bodies elsewhere that police a place of the name, or are called so. */
  elsewhere: string[]
  larger: Tenant[]
  name: string
  /** It follows the name before it, with no word between. */
  follows?: boolean
}

/**
 * Several names of one hint: one that lies in another narrows it ("Newport, Shropshire"); names that have nothing
 * in common are asked ("Luton or Dover").
 */
export function judgeAll(all: readonly Said[], olderCounties: OlderCounties, bodies: readonly string[] = []): Route {
  let [kept, ...rest] = all
  if (!kept) return unknown("nothing-found")
  let several = false
  for (const next of rest) {
    const narrowed = narrow(kept, next, olderCounties)
    several ||= !narrowed
    kept = narrowed ?? union(kept, next)
  }
  const elsewhere = [...new Set([...kept.elsewhere, ...bodies])]
  if (several && kept.claims.length > 1) return choose(kept.claims, "several-named", elsewhere)
  return judge(kept.claims, elsewhere, kept.larger)
}

const union = (one: Said, other: Said): Said => ({
  claims: [...one.claims, ...other.claims],
  elsewhere: [...new Set([...one.elsewhere, ...other.elsewhere])],
  larger: [],
  name: one.name,
})

type OlderCounties = Directory["olderCounties"]

function narrow(one: Said, other: Said, olderCounties: OlderCounties): Said | undefined {
  // "Perth, Scotland", "Newport, Fife": a place elsewhere that only says where.
  if (!other.claims.length && other.elsewhere.length) {
    const shared = one.elsewhere.filter((body) => other.elsewhere.includes(body))
    if (shared.length) return { claims: [], elsewhere: shared, larger: [], name: one.name }
    if (other.follows) return other
  }
  const claims = one.claims.flatMap((claim) => {
    const same = other.claims.find(({ tenant }) => tenant === claim.tenant)
    return same ? [narrowerOf(claim, same)] : []
  })
  if (!claims.length) return narrowByOlderCounty(one, other, olderCounties)
  return { claims, elsewhere: [], larger: [...one.larger, ...other.larger], name: one.name }
}

/** "Bromley, Kent" is London's today: a county that still stands in addresses tells which Bromley. */
function narrowByOlderCounty(one: Said, other: Said, olderCounties: OlderCounties): Said | undefined {
  if (!other.claims.every((claim) => isWide(claim) || COUNTY.test(other.name))) return undefined
  const older = new Set(other.claims.flatMap(({ tenant }) => olderCounties[tenant] ?? []))
  const claims = one.claims.filter(({ tenant, place }) => older.has(tenant) && place)
  return claims.length ? { ...one, claims } : undefined
}
