import type { Connection } from "@candour/database/connect.ts"
import { sql } from "drizzle-orm"

/** Since when the national body has paused the desk that asks, so that its new reports go elsewhere; undefined where it hasn't. */
export async function pausedHere(transaction: Connection): Promise<Date | undefined> {
  const { rows } = await transaction.execute<{ since: string | null }>(sql`select paused_here() as since`)
  const since = rows[0]?.since
  return since ? new Date(since) : undefined
}
