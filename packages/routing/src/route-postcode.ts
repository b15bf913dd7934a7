import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import type { Claim } from "./claims.ts"
import type { Directory, Force } from "./directory-shape.ts"
import { choose, unknown } from "./judge.ts"
import { bodiesOfPostcode, type Postcode, type Postcodes } from "./postcode.ts"
import type { Route } from "./route-shape.ts"
import { standingFor } from "./successor.ts"

/** Whose a postcode is: one force's, a body's elsewhere, or on a border, which is asked. */
export function routePostcode(
  postcode: Postcode,
  on: Day,
  directory: Pick<Directory, "postcodes" | "postcodeMoves" | "postcodeAreas">,
  forces: ReadonlyMap<Tenant, Force>,
  imported?: Postcodes,
): Route {
  const { bodies, whole } = bodiesOfPostcode(postcode, directory, on, imported)
  const tenants = new Set(bodies.flatMap((id) => standingFor(id, on, forces)))
  const claims = [...tenants].map((tenant): Claim => ({ tenant, people: undefined, rank: 0 }))
  const elsewhere = bodies.filter((id) => !forces.has(id))
  const [only] = tenants
  if (!only) {
    const [body] = elsewhere
    return body
      ? { kind: "elsewhere", reason: "elsewhere-postcode", sure: "certain", body }
      : unknown("unknown-postcode")
  }
  if (tenants.size > 1 || elsewhere.length) return choose(claims, "border-postcode", elsewhere)
  const reason = whole ? "postcode" : "postcode-district"
  return { kind: "routed", tenants: [only], reason, sure: "certain", candidates: [{ tenant: only }] }
}
