import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { type Claim, claimsOn } from "./claims.ts"
import type { Directory, Place } from "./directory-shape.ts"
import { fold, policeOf, unwrap, withoutJoining } from "./fold.ts"
import { choose, judge } from "./judge.ts"
import { indexNames, type Meaning } from "./names.ts"
import { bodiesOfDistrict, districtOf } from "./postcode.ts"
import type { Route, Routed } from "./route-shape.ts"
import { standingFor } from "./successor.ts"

/** Answers a hint as on a day; see `route()`. */
export type Router = (hint: string, on: Day) => Route

/**
 * A router over `directory`. Making it takes some tens of milliseconds, an answer less than one.
 * Needs nothing of a server and nothing but its arguments.
 */
export function createRouter(directory: Directory): Router {
  const names = indexNames(directory)
  const forces = new Map(directory.forces.map((force) => [force.id, force]))
  const larger = new Map(Object.entries(directory.largerNamesakes).map(([name, force]) => [fold(name), force]))
  const longerNames = new Map(Object.entries(directory.longerNames).map(([name, by]) => [fold(name), by]))

  function longerName(name: string, tenant: Tenant): Place | undefined {
    const longer = names.whole.get(fold(longerNames.get(name)?.[tenant] ?? "")) ?? []
    return longer
      .flatMap((meaning) => (meaning.kind === "place" && meaning.place.forces.length === 1 ? [meaning.place] : []))
      .filter((place) => place.forces[0] === tenant)
      .sort((one, other) => other.population - one.population)[0]
  }

  const claimsTo = (name: string, meanings: Meaning[], on: Day): Claim[] =>
    claimsOn(meanings, on, forces, (tenant) => longerName(name, tenant))

  function answer(name: string, meanings: Meaning[], on: Day): Route {
    const elsewhere = meanings.filter((meaning) => meaning.kind === "elsewhere")
    const bodies = [...new Set(elsewhere.map(({ body }) => body))]
    const found = judge(claimsTo(name, meanings, on), bodies, standingFor(larger.get(name) ?? "", on, forces))
    if (found.kind === "elsewhere" && elsewhere.every(({ place }) => place)) found.reason = "elsewhere-place"
    const merged = found.kind === "choose" && new Set(meanings.map(idOf)).size === 1
    return merged && idOf(meanings[0]) ? { ...found, reason: "merged" } : found
  }

  /** "Newport Police" is what people call Gwent's, but other Newports have police too: shown, not hidden. */
  function withNamesakes(routed: Routed, place: string, on: Day): Routed {
    const towns = (names.whole.get(place) ?? []).filter(
      (meaning) => meaning.kind === "place" && ["authority", "town", "village"].includes(meaning.place.kind),
    )
    const there = judge(claimsTo(place, towns, on), [])
    if (there.kind !== "routed" && there.kind !== "choose") return routed
    const seen = new Set<Tenant>([...routed.tenants, ...(routed.others ?? [])])
    const candidates = there.candidates.filter(({ tenant }) => !seen.has(tenant))
    if (!candidates.length) return routed
    const others = [...(routed.others ?? []), ...candidates.map(({ tenant }) => tenant)]
    return { ...routed, others, candidates: [...routed.candidates, ...candidates] }
  }

  function byName(hint: string, on: Day): Route {
    const folded = fold(hint)
    if (!folded) return { kind: "unknown", reason: "empty" }
    const police = policeOf(folded)
    const inner = unwrap(folded)
    const tries: [string, Meaning[] | undefined][] = [
      [folded, names.whole.get(folded)],
      [police ?? "", names.police.get(police ?? "")],
      ...[folded, ...inner].flatMap((name): [string, Meaning[] | undefined][] => [
        [name, names.whole.get(name)],
        [name, names.loose.get(withoutJoining(name) ?? "")],
      ]),
    ]
    for (const [name, meanings] of tries) {
      if (!meanings) continue
      const found = answer(name, meanings, on)
      const local = police && found.kind === "routed" && found.reason === "alias"
      return local ? withNamesakes(found, police, on) : found
    }
    return { kind: "unknown", reason: "nothing-found" }
  }

  function byDistrict(district: string, on: Day): Route {
    const bodies = bodiesOfDistrict(district, directory)
    const tenants = new Set(bodies.flatMap((id) => standingFor(id, on, forces)))
    const claims = [...tenants].map((tenant): Claim => ({ tenant, people: undefined, rank: 0 }))
    const elsewhere = bodies.filter((id) => !forces.has(id))
    const [only] = tenants
    if (!only) {
      const [body] = elsewhere
      return body
        ? { kind: "elsewhere", reason: "elsewhere-postcode", body }
        : { kind: "unknown", reason: "unknown-postcode" }
    }
    if (tenants.size > 1 || elsewhere.length) return choose(claims, "border-postcode", elsewhere)
    return { kind: "routed", tenants: [only], reason: "postcode-district", candidates: [{ tenant: only }] }
  }

  return (hint, on) => {
    // A name may be written like a postcode: G4S.
    const district = names.whole.has(fold(hint)) ? undefined : districtOf(hint)
    return district ? byDistrict(district, on) : byName(hint, on)
  }
}

/** The force that a meaning names outright. */
const idOf = (meaning: Meaning | undefined) => (meaning?.kind === "force" ? meaning.force : undefined)
