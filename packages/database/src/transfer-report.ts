import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"
import { asTenant } from "./as.ts"
import type { Database } from "./connect.ts"

/** A report's way to another tenant, its key sealed anew by the sender's browser (keys.md row 17). */
export interface Transfer {
  report: string
  by: string
  to: Tenant
  /** The generation of the target's inbox key that `wrap` is sealed to. */
  generation: number
  wrap: Uint8Array
  /** The reason, sealed under the report's key. */
  words?: Uint8Array
  signature?: Uint8Array
  /** One more than the last event the sender has seen. */
  number?: number
  /** Back to where it came from, unasked for. */
  returned?: true | undefined
}

/**
 * Moves a report whole: its body, under the target's wrap alone. Its history stays behind as a stub.
 *
 * @throws SomebodyWasFirst, MayNotFollow - as for any event
 */
export const transferReport = (database: Database, tenant: Tenant, transfer: Transfer): Promise<unknown> =>
  asTenant(database, tenant, (transaction) =>
    transaction.execute(sql`select transfer_report(
      ${transfer.report}, ${transfer.by}, ${transfer.to}, ${transfer.generation}, ${transfer.wrap},
      ${transfer.words ?? null}, ${transfer.signature ?? null}, ${transfer.number ?? null},
      ${transfer.returned ?? false})`),
  )
