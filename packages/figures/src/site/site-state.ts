import type { Day } from "@candour/domain/day.ts"
import type { HeartbeatWeek } from "../release/heartbeat-weeks.ts"
import type { PrintedRelease } from "../release/printed-release.ts"
import type { SiteNames } from "./site-names.ts"

/** A release with what its pages say beside its figures. */
export interface SiteRelease {
  release: PrintedRelease
  csv: string
  /** SHA-256 of the CSV, in hexadecimal. */
  digest: string
  /** What it is compared with: the revision before, or the last release of an earlier quarter. */
  before: PrintedRelease | undefined
  /** The newest revision of the same quarter, where that is another. */
  revisedBy: PrintedRelease | undefined
}

/** All that the site is made of. What isn't in it can't change the site. */
export interface SiteState {
  /** In the order in which they are read: by quarter, then by revision. */
  releases: readonly SiteRelease[]
  /** The newest first. */
  weeks: readonly HeartbeatWeek[]
  next: { quarter: string; publicationDay: Day } | undefined
  names: SiteNames
}

/** The newest release: the last revision of the last quarter. */
export const latestOf = ({ releases }: Pick<SiteState, "releases">): SiteRelease | undefined => releases.at(-1)
