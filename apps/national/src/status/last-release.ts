import type { Connection } from "@candour/database/connect.ts"
import { sql } from "drizzle-orm"

/** The last that went out to the public. */
export interface LastRelease {
  name: string
  at: Date
}

/** What the register of everything released has last; undefined where nothing was ever released. */
export async function lastRelease(transaction: Connection): Promise<LastRelease | undefined> {
  const { rows } = await transaction.execute<{ name: string; at: string }>(
    sql`select name, entered as at from released order by number desc limit 1`,
  )
  const [row] = rows
  return row && { name: row.name, at: new Date(row.at) }
}
