import type { InboxRecipient } from "@candour/database/recipients.ts"
import type { Line, RoutingReason } from "@candour/domain/contact.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import type { KeyBook } from "../keys/key-book.ts"

/** Where routing and the reporter send a report. */
export interface Destination {
  line: Line
  /** Counted as the first tenant of the contact, whoever holds the report. */
  routedTo: Tenant
  reason: RoutingReason
}

/** Where a report goes indeed, and under which key it is sealed. */
export interface OpenDestination extends Destination {
  /** As routing and the reporter decided it, before it was seen which desks are open. */
  asked: Destination
  tenant: Tenant
  generation: number
  recipient: string
}

/**
 * The desk that receives a report for `destination`: its own, or the national desk while that hasn't opened. Undefined
 * where the national desk has no key either: then nobody could read the report.
 */
export async function openDestination(keys: KeyBook, destination: Destination): Promise<OpenDestination | undefined> {
  await keys.lookFor(destination.routedTo)
  const own = keys.recipientOf(destination.routedTo)
  if (own) return { ...destination, asked: destination, ...only(own) }
  const desk = keys.recipientOf(NATIONAL_DESK)
  return desk && { ...destination, asked: destination, ...only(desk), reason: "desk-not-open" }
}

const only = ({ tenant, generation, recipient }: InboxRecipient) => ({ tenant, generation, recipient })
