import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"

/** How many people work for a force, in full-time posts; never exact, so pages say "about". */
export interface Workforce {
  officers: number
  staff: number
  /** The month it is of, `2024-03`. */
  asAt: string
  officersFrom: "published" | "estimate"
  staffFrom: "published" | "estimate"
}

/** Where facts of the directory come from. */
export interface Source {
  id: string
  title: string
  licence: string
  note: string
}

/** What the directory's sources say beyond what routing needs: `data/facts.json`, for the page that shows it. */
export interface Facts {
  /** The month that the directory is as at, `2026-11`. */
  asAt: string
  sources: Source[]
  /** By force. */
  workforce: Record<Tenant, Workforce>
  /** Today's local authorities, and the counties that people name, as the directory calls them. */
  areas: string[]
  /** Welsh names of areas, by their English one. */
  welshNames: Record<string, string>
  /** Those of them that are counties of old. */
  formerCounties: string[]
  /** Welsh words for bodies elsewhere, a draft, by id; what has no Welsh name keeps its own. */
  elsewhereWelsh: Record<string, { name?: string | undefined; handledBy: string }>
  /** Bodies elsewhere whose details no source was read for. */
  elsewhereUnchecked: string[]
  /** How much there is, and how much of it no source was read for. */
  counts: { authorities: number; towns: number; townsUnchecked: number; districts: number; districtsAsked: number }
  /** Every change of the map of forces that is known, earliest first. */
  changes: KnownChange[]
  /** The notice that comes with the word list, to be shown wherever it is used. */
  wordListNotice: string
}

/** A change of the map as people need to know it; see `Change`. */
export interface KnownChange {
  on: Day
  source: string
  merged: { into: Tenant; from: Tenant[] }[]
  renamed: { force: Tenant; from: string; to: string }[]
  moved: { from: Tenant; to: Tenant[]; places: string[] }[]
}
