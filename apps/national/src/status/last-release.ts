import type { Connection } from "@candour/database/connect.ts"
import { sql } from "drizzle-orm"

/** The last that went out to the public. */
export interface LastRelease {
  name: string
  at: Date
}

/** The last release in the register; undefined where there was none. Answers to requests are in it as well. */
export async function lastRelease(transaction: Connection): Promise<LastRelease | undefined> {
  const { rows } = await transaction.execute<{ name: string; at: string }>(
    sql`select name, entered as at from released where name like 'Release %' order by number desc limit 1`,
  )
  const [row] = rows
  return row && { name: row.name, at: new Date(row.at) }
}
