import type { CorrectionKind } from "@candour/domain/correction.ts"
import { sql } from "drizzle-orm"
import { asIntake } from "./as.ts"
import type { Database } from "./connect.ts"

/** What somebody says is wrong in the directory. Nothing of who says it. */
export interface Correction {
  kind: CorrectionKind
  /** The name concerned, folded as routing folds names: `a` to `z`, digits and single spaces, 60 characters at most. */
  name: string
  /** The id of the force or body elsewhere that it should be; null where they don't know. */
  said: string | null
}

/**
 * Counts a correction on today's row of those that say the same. Not safe to repeat: each call counts.
 *
 * @returns `noted`, or `full` where today has brought 500 new ones
 * @throws DatabaseAway - nothing confirmed, and nothing that needs to be kept for later
 */
export async function noteCorrection(database: Database, { kind, name, said }: Correction): Promise<"noted" | "full"> {
  const { rows } = await asIntake(database, (connection) =>
    connection.execute<{ answer: "noted" | "full" }>(sql`select note_correction(${kind}, ${name}, ${said}) as answer`),
  )
  return rows[0]?.answer ?? "full"
}
