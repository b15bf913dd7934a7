import type { Database } from "@candour/database/connect.ts"
import { DatabaseAway } from "@candour/database/errors.ts"
import { type Correction, noteCorrection } from "@candour/database/note-correction.ts"

/** Corrections on their way to the database at once: a flood of them must leave its connections to reports. */
const AT_ONCE = 2

/**
 * Notes corrections, a few at a time.
 *
 * @returns `full` where today has brought too many new ones; `away` where the database is away, or others are being
 *   noted: nothing is kept for later, since nothing hangs on it
 */
export function createNoter(database: Database): (correction: Correction) => Promise<"noted" | "full" | "away"> {
  let underWay = 0
  return async (correction) => {
    if (underWay >= AT_ONCE) return "away"
    underWay += 1
    try {
      return await noteCorrection(database, correction)
    } catch (error) {
      if (error instanceof DatabaseAway) return "away"
      throw error
    } finally {
      underWay -= 1
    }
  }
}
