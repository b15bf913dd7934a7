import type { EventCodes } from "@candour/domain/event.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"
import type { Connection } from "./connect.ts"

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
export const addEvent = (transaction: Connection, next: NewEvent): Promise<unknown> =>
  // By hand: drizzle would name every column, and this login may fill in only these.
  transaction.execute(sql`insert into event (tenant, report, number, kind, person, detail, words, signature) values (
    ${next.tenant}, ${next.report}, ${next.number ?? null}, ${next.codes.kind}, ${next.by},
    ${JSON.stringify(next.codes.detail)}, ${next.words ?? null}, ${next.signature ?? null})`)
