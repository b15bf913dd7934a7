import type { Tenant } from "@candour/domain/tenant.ts"
import type { Claim } from "./claims.ts"
import type { Place } from "./directory-shape.ts"
import type { Candidate, Choose, Route, RouteReason, Unknown } from "./route-shape.ts"

/** As many answers as a page can offer to choose from. */
export const CHOOSE_AT_MOST = 6
/** A place with so many times the people of another is overwhelmingly the bigger (data/README.md). */
const OVERWHELMING = 20
/** More people than this: a town; at most the second number: a hamlet beside it. */
const TOWN_PEOPLE = 10_000
const HAMLET_PEOPLE = 1_500

const outweighs = (leader: Claim, other: Claim): boolean =>
  leader.people !== undefined &&
  other.people !== undefined &&
  (leader.people >= Math.max(1, other.people) * OVERWHELMING ||
    (leader.people > TOWN_PEOPLE && other.people <= HAMLET_PEOPLE))

const reasonOf = ({ called, place }: Claim): RouteReason => {
  if (called) return called === "name" ? "force-name" : "alias"
  return place?.kind === "town" || place?.kind === "village" ? "town" : "place"
}

/** What a place is shown as. */
export const labelOf = ({ label, names }: Place): string => label ?? names[0] ?? ""

export const candidateOf = ({ tenant, place, population }: Claim): Candidate => ({
  tenant,
  ...(place ? { place: labelOf(place) } : {}),
  ...(place && population ? { population } : {}),
})

/** One place that several forces share, such as London, Wales or Sellafield; not several places of a name. */
const isOnePlace = (claims: Claim[]): boolean => {
  const [first, ...rest] = claims.map(({ place }) => place)
  return first !== undefined && first.kind !== "town" && rest.every((place) => place === first)
}

/**
 * The answer to a name that these forces claim, likeliest first: the only one; the one whose place is overwhelmingly
 * the bigger, with the others shown; or all, to be asked. `larger` are forces known to be meant by the name.
 */
export function judge(claims: Claim[], elsewhere: string[], larger: Tenant[] = []): Route {
  const namesakes = elsewhere.length ? { elsewhere } : {}
  const first = claims[0]
  if (!first) {
    const [body] = elsewhere
    return body ? { kind: "elsewhere", reason: "elsewhere-name", sure: "certain", body } : unknown("nothing-found")
  }
  if (claims.length === 1) {
    const candidates = [candidateOf(first)]
    const sure = elsewhere.length || first.place?.verified === false ? "likely" : "certain"
    return { kind: "routed", tenants: [first.tenant], reason: reasonOf(first), sure, candidates, ...namesakes }
  }
  const leader =
    claims.find(({ tenant }) => larger.includes(tenant)) ??
    claims.find((claim) => claims.every((other) => other === claim || outweighs(claim, other)))
  if (!leader) return choose(claims, isOnePlace(claims) ? "several-forces" : "several-places", elsewhere)
  const rest = claims.filter((claim) => claim !== leader)
  return {
    kind: "routed",
    tenants: [leader.tenant],
    reason: leader.called ? reasonOf(leader) : "larger-namesake",
    sure: "likely",
    others: rest.map(({ tenant }) => tenant),
    candidates: [leader, ...rest].map(candidateOf),
    ...namesakes,
  }
}

/** Nothing that could be told without guessing, and what would help. */
export function unknown(reason: "empty" | "nothing-found" | "unknown-postcode"): Unknown {
  return {
    kind: "unknown",
    reason,
    helps: reason === "unknown-postcode" ? ["postcode", "town", "force"] : ["town", "postcode", "force"],
  }
}

/** The question which of these forces it is; what goes beyond six is left to "none of these". */
export const choose = (claims: Claim[], reason: RouteReason, elsewhere: string[] = []): Choose =>
  chooseAmong(claims.map(candidateOf), reason, elsewhere)

/** See {@link choose}. */
export function chooseAmong(candidates: Candidate[], reason: RouteReason, elsewhere: string[] = []): Choose {
  const shown = candidates.slice(0, CHOOSE_AT_MOST)
  return {
    kind: "choose",
    tenants: shown.map(({ tenant }) => tenant),
    reason,
    sure: "perhaps",
    candidates: shown,
    ...(shown.length < candidates.length ? { more: true as const } : {}),
    ...(elsewhere.length ? { elsewhere } : {}),
  }
}

/** Each force once, where several names lead to it. */
export const oncePerForce = (all: Candidate[]): Candidate[] =>
  all.filter(({ tenant }, at) => all.findIndex((one) => one.tenant === tenant) === at)
