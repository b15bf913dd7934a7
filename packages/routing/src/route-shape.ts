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
  | "postcode-district"
  | "border-postcode" // a district that several forces may share
  | "merged" // a force that exists no longer, or not yet, and several stand in its place on that day
  | "elsewhere-name"
  | "elsewhere-place"
  | "elsewhere-postcode"
  | "unknown-postcode" // written like a postcode, but there is no such district
  | "nothing-found"
  | "empty"

/** What tells a tenant's answer apart from the others: the place there that has the name, and its people if known. */
export interface Candidate {
  tenant: Tenant
  place?: string
  population?: number
}

interface Found {
  reason: RouteReason
  /** One for each of `tenants`, then one for each of `others`. */
  candidates: Candidate[]
  /** Bodies elsewhere that police a namesake: Bangor in County Down. */
  elsewhere?: string[]
}

/** Exactly one force; `others` are of smaller namesakes, to be shown as "or", likeliest first. */
export interface Routed extends Found {
  kind: "routed"
  tenants: [Tenant]
  others?: Tenant[]
}

/** Two to six forces, likeliest first; `more` where there would be others still. */
export interface Choose extends Found {
  kind: "choose"
  tenants: Tenant[]
  more?: true
}

/** For a body that Candour doesn't report to; see `elsewhereBody()`. */
export interface Elsewhere {
  kind: "elsewhere"
  reason: RouteReason
  body: string
}

/** Nothing that could be told without guessing. */
export interface Unknown {
  kind: "unknown"
  reason: RouteReason
}

export type Route = Routed | Choose | Elsewhere | Unknown
