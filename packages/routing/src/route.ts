import type { Day } from "@candour/domain/day.ts"
import { today } from "./directory.ts"
import type { Postcodes } from "./postcode.ts"
import type { Route } from "./route-shape.ts"
import { createRouter, type Router } from "./router.ts"
import { wholeDirectory } from "./whole-directory.ts"

export type { Postcodes } from "./postcode.ts"
export type { Candidate, Choose, Elsewhere, Route, Routed, RouteReason, Unknown } from "./route-shape.ts"

let router: Router | undefined

/** A router over the whole directory, and over the postcodes that were imported. */
export const routerWith = (postcodes?: Postcodes): Router => createRouter(wholeDirectory(), postcodes)

/**
 * Whose a report is, from what a person typed: a force in any common form, a place, a postcode or its first half.
 * It never guesses silently: where several forces may be meant, it asks or shows the others.
 * The first call builds the index (some tens of milliseconds), later ones take less than one.
 *
 * @param hint - anything; it is neither kept nor sent
 * @param on - the day whose map of forces counts, today if left out
 * @see design §4, "Find the force"; data/README.md for when a name is asked and when answered
 */
export function route(hint: string, on: Day = today()): Route {
  router ??= routerWith()
  return router(hint, on)
}
