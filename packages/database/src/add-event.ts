import type { EventCodes } from "@candour/domain/event.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import type { Connection } from "./connect.ts"
import { event } from "./schema.ts"

/** What one person lets happen to one report. */
export interface NewEvent {
  tenant: Tenant
  report: string
  by: string
  codes: EventCodes
  /** The number it should get: one more than the last event that the person has seen. Left out: whatever is next. */
  number?: number
  /** The reason and other words, sealed under the report's key. */
  words?: Uint8Array
  /** Ed25519 by the person's key, 64 bytes. */
  signature?: Uint8Array
}

/**
 * Appends an event inside the tenant's transaction; the database numbers, dates and counts it.
 *
 * @throws SomebodyWasFirst - `number` is taken: show what happened meanwhile
 * @throws MayNotFollow - the rules of packages/domain `succession.ts` refuse it
 */
export async function addEvent(transaction: Connection, next: NewEvent): Promise<void> {
  await transaction.insert(event).values({
    tenant: next.tenant,
    report: next.report,
    // The trigger fills it in where nobody said one; the column is never null when it is stored.
    number: next.number as number,
    kind: next.codes.kind,
    by: next.by,
    detail: next.codes.detail,
    words: next.words,
    signature: next.signature,
  } as typeof event.$inferInsert)
}
