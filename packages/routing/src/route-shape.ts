import type { Tenant } from "@candour/domain/tenant.ts"

/** Why route() answered so; the page puts it into words. */
export type RouteReason =
  | "force-name" // the force's own name
  | "alias" // a name that people give the force
  | "place" // an authority, county, region or airport
  | "town"
  | "larger-namesake" // a place overwhelmingly bigger than others of its name
  | "several-forces" // one place, several forces: London, Wales
  | "several-places" // several places of one name
  | "several-named" // forces, or places apart from each other, that were named together
  | "slip" // the nearest name to what was typed
  | "railway" // a station or a train: the railway's police, or the force around it
  | "postcode-district"
  | "postcode" // a whole postcode, by the ONS Postcode Directory
  | "border-postcode" // a district that several forces may share
  | "merged" // a force that exists no longer, or not yet, and several stand in its place on that day
  | "elsewhere-name"
  | "elsewhere-place"
  | "elsewhere-postcode"
  | "unknown-postcode" // written like a postcode, but there is no such district
  | "nothing-found"
  | "empty"

/**
 * How sure an answer is. `certain`: written as the directory has it, and nothing else is called so. `likely`: others
 * are called so too but are far smaller, or it takes a slip of the finger or words left aside, or nobody has verified
 * whose the place is. `perhaps`: ask.
 */
export type Sureness = "certain" | "likely" | "perhaps"

/** What tells a tenant's answer apart from the others: the place there that has the name, and its people if known. */
export interface Candidate {
  tenant: Tenant
  place?: string
  /** What people there call their county or area. */
  county?: string
  population?: number
}

interface Found {
  reason: RouteReason
  sure: Sureness
  /** The names read out of the hint, where it wasn't one name as the directory writes it. */
  understood?: string[]
  /** One for each of `tenants`, then one for each of `others`. */
  candidates: Candidate[]
  /** Bodies elsewhere that police a namesake: Bangor in County Down. */
  elsewhere?: string[]
}

/** Exactly one force; `others` are of smaller namesakes, to be shown as "or", likeliest first. */
export interface Routed extends Found {
  kind: "routed"
  tenants: [Tenant]
  /** Of a force that others went into: the one of them that the hint led to before, so that its series goes on. */
  area?: Tenant
  others?: Tenant[]
}

/**
 * Up to six forces, likeliest first; `more` where there would be others still. One alone where it is only perhaps that
 * one, or a body elsewhere.
 */
export interface Choose extends Found {
  kind: "choose"
  tenants: Tenant[]
  more?: true
}

/** For a body that Candour doesn't report to; see `elsewhereBody()`. */
export interface Elsewhere {
  kind: "elsewhere"
  reason: RouteReason
  sure: Sureness
  body: string
}

/** Nothing that could be told without guessing. */
export interface Unknown {
  kind: "unknown"
  reason: RouteReason
  /** What would help, most helpful first. */
  helps: ("town" | "postcode" | "force")[]
}

export type Route = Routed | Choose | Elsewhere | Unknown
