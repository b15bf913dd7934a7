import { asIdentity, asNational } from "@candour/database/as.ts"
import { sql } from "drizzle-orm"
import type { Services } from "./services.ts"

/** What keeps this app from its work, in a sentence: the database being away, for either of its logins. */
export async function troubleOf({ database }: Pick<Services, "database">): Promise<string | undefined> {
  try {
    await asIdentity(database, (connection) => connection.execute(sql`select 1`))
    await asNational(database, (transaction) => transaction.execute(sql`select 1`))
    return undefined
  } catch {
    return "The database can’t be reached."
  }
}
