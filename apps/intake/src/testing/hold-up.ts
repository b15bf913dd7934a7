import { asOwner } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import { sql } from "drizzle-orm"

/** Thrown to roll back. */
class Enough extends Error {}

/**
 * Lets whoever stores the report with this id wait for a lock, as behind a transaction that never ends, until the
 * answer is called.
 */
export async function holdUp(owner: Database, id: string): Promise<() => Promise<void>> {
  const held = Promise.withResolvers<void>()
  const enough = Promise.withResolvers<void>()
  const transaction = asOwner(owner, async (connection) => {
    await connection.execute(
      sql`insert into mailbox (report, digest, holder) values (${id}, ${new Uint8Array(32)}, 'kent')`,
    )
    held.resolve()
    await enough.promise
    throw new Enough()
  }).catch((error: unknown) => {
    held.resolve()
    if (!(error instanceof Enough)) throw error
  })
  await held.promise
  return () => {
    enough.resolve()
    return transaction
  }
}
