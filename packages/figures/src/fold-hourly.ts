import { asNational } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import { sql } from "drizzle-orm"

const EVERY = 60 * 60_000

/** Adds what the days before yesterday counted to the sums that pages are read from. Changes no figure. */
export const foldCube = (database: Database): Promise<unknown> =>
  asNational(database, (transaction) => transaction.execute(sql`select fold_cube()`))

/** Folds now and every hour from then on, so that a page never reads more than a few days one by one. */
export function foldHourly(database: Database): { stop(): void } {
  // A database that is away is tried again in an hour; health tells of it meanwhile, and pages read what isn't folded.
  const fold = () => void foldCube(database).catch(() => undefined)
  fold()
  const timer = setInterval(fold, EVERY)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
