import { definitionsInFull } from "../answer.ts"
import { type FigureName, idOf } from "../catalogue.ts"
import type { PrintedRelease } from "../release/printed-release.ts"
import { rowOf } from "./csv.ts"
import type { SiteRelease, SiteState } from "./site-state.ts"

const MARKS = {
  c: "1 to 4, or hidden so that no one can work it out",
  x: "not known: that desk had stopped recording",
}

/** What files say of a release beside its counts. */
const about = ({ release, digest }: SiteRelease) => ({
  release: release.id,
  quarter: release.quarter,
  revision: release.revision,
  reason: release.reason ?? null,
  asAt: release.asAt,
  knownAt: release.knownAt,
  published: release.publicationDay,
  digest: { of: "figures.csv", sha256: digest },
})

const rowsOf = (release: PrintedRelease, figure?: FigureName) =>
  release.cells.filter((cell) => figure === undefined || cell.figure === figure).map((cell) => rowOf(release, cell))

/** A release for a program: every count, with the definitions. */
export const releaseJson = (of: SiteRelease) => ({
  ...about(of),
  marks: MARKS,
  stopped: of.release.stopped,
  definitions: definitionsInFull(),
  rows: rowsOf(of.release),
})

/** One figure of a release. */
export const figureJson = (of: SiteRelease, figure: FigureName) => ({
  ...about(of),
  marks: MARKS,
  definition: definitionsInFull().find((each) => each.figure === idOf(figure)),
  rows: rowsOf(of.release, figure),
})

/** Every release, in the order of their quarters, and the next that is planned. */
export const releasesJson = ({ releases, next }: SiteState) => ({
  releases: releases.map(about),
  next: next === undefined ? null : { quarter: next.quarter, publicationDay: next.publicationDay, time: "09:30" },
})

/** Every week of heartbeats, the newest first. */
export const weeksJson = ({ weeks }: SiteState) => ({ weeks })
