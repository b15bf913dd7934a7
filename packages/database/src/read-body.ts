import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"
import { asTenant } from "./as.ts"
import type { Database } from "./connect.ts"

/** A report's sealed body and the wraps of its key that a person may use. */
export interface SealedBody {
  /** The tenant that its place names: whom it was first sealed for. */
  sealedFor: Tenant
  body: Uint8Array
  wraps: { holder: string; generation: number; wrapped: Uint8Array }[]
}

/**
 * Hands out what is sealed, to a person whose `opened` event was committed within the last minute.
 *
 * @throws NotOpened - no such opening on record
 */
export async function readBody(
  database: Database,
  tenant: Tenant,
  report: string,
  person: string,
): Promise<SealedBody | undefined> {
  const { rows } = await asTenant(database, tenant, (transaction) =>
    transaction.execute<{ sealed_for: string; body: Buffer; holder: string; generation: number; wrapped: Buffer }>(
      sql`select sealed_for, body, holder, generation, wrapped from read_body(${report}, ${person})`,
    ),
  )
  const first = rows[0]
  if (first === undefined) return undefined
  return {
    sealedFor: first.sealed_for,
    body: first.body,
    wraps: rows.map(({ holder, generation, wrapped }) => ({ holder, generation, wrapped })),
  }
}
