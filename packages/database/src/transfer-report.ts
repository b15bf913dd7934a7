import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"
import { asTenant } from "./as.ts"
import type { Connection, Database } from "./connect.ts"
import { type NamedKey, peopleOf, wrapsOf } from "./restrict-report.ts"

/**
 * Whom a report's key is sealed to on its way to `desk`, where that desk had restricted it when it handed it on: the
 * public key, `age1pq1…`, of each person who opens it there, by id. Nobody where none of them is left.
 *
 * @param by - who would hand it on: who may not open it here learns nothing of it
 * @returns undefined where that desk had not, or this desk doesn't hold the report: then the key goes to the desk's inbox
 */
export async function keysAt(
  transaction: Connection,
  report: string,
  desk: Tenant,
  by: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  const { rows } = await transaction.execute<{ named: Record<string, string> | null }>(
    sql`select keys_at(${report}, ${desk}, ${by}) as named`,
  )
  const named = rows[0]?.named
  return named ? new Map(Object.entries(named)) : undefined
}

/** A report's way to another tenant, its key sealed anew by the sender's browser (keys.md row 17). */
export interface Transfer {
  report: string
  by: string
  to: Tenant
  /** The generation of the target's inbox key that `wrap` is sealed to. */
  generation?: number | undefined
  wrap?: Uint8Array | undefined
  /** Instead of both, where the target had restricted it: a key for each of {@link keysAt}. */
  people?: readonly NamedKey[] | undefined
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
 * What the target had restricted comes back to it restricted, and with other keys than those it doesn't come at all.
 *
 * @throws SomebodyWasFirst, MayNotFollow - as for any event
 */
export const transferReport = (database: Database, tenant: Tenant, transfer: Transfer): Promise<unknown> =>
  asTenant(database, tenant, (transaction) =>
    transaction.execute(sql`select transfer_report(
      ${transfer.report}, ${transfer.by}, ${transfer.to}, ${transfer.generation ?? null}, ${transfer.wrap ?? null},
      ${transfer.words ?? null}, ${transfer.signature ?? null}, ${transfer.number ?? null},
      ${transfer.returned ?? false}, ${transfer.people ? peopleOf(transfer.people) : null}::uuid[],
      ${transfer.people ? wrapsOf(transfer.people) : null}::bytea[])`),
  )
