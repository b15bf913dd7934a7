import type { Tenant } from "@candour/domain/tenant.ts"
import { generateHybridIdentity, identityToRecipient } from "age-encryption"
import { bytesOf, textOf } from "./encoding.ts"
import type { Person } from "./person-key.ts"
import { KEY_STEP_BYTES, placeOf } from "./place.ts"
import { NotThisPlace } from "./refused.ts"
import { openWithIdentity, type Sealed, sealToRecipient } from "./sealed.ts"

/** The public half of an inbox key, as its key statement names it: `recipient` is `age1pq1…`. */
export type Inbox = { readonly tenant: Tenant; readonly generation: number; readonly recipient: string }

/** I(g), what opens all that arrives for a tenant (keys.md row 6): `identity` is `AGE-SECRET-KEY-PQ-1…`. */
export type InboxKey = Inbox & { readonly identity: string }

/** A new inbox key, made in the browser of the tenant's first opener (or of the leads, at a rotation). */
export async function newInboxKey(tenant: Tenant, generation = 1): Promise<InboxKey> {
  const identity = await generateHybridIdentity()
  return { tenant, generation, recipient: await identityToRecipient(identity), identity }
}

/**
 * A grant: the inbox key sealed to one of the tenant's people.
 *
 * @param personRecipient - of the person's P, `age1pq1…`; who grants must know it to be theirs
 */
export const grantInbox = (
  { tenant, generation, identity }: InboxKey,
  person: Person["person"],
  personRecipient: string,
): Promise<Sealed> =>
  sealToRecipient(personRecipient, placeOf("grant", tenant, generation, person), bytesOf(identity), KEY_STEP_BYTES)

/**
 * The inbox key out of a grant, held against the inbox that the tenant's key statement names: anybody can seal to P,
 * so a grant alone does not say whose inbox it opens.
 *
 * @param personIdentity - of P
 * @throws NotForThisKey - granted to another person's key
 * @throws NotThisPlace - another tenant's, generation's or person's grant, or not the key of this inbox
 * @throws Damaged, UnknownVersion
 */
export async function openGrant(
  personIdentity: string,
  person: Person["person"],
  { tenant, generation, recipient }: Inbox,
  grant: Sealed,
): Promise<InboxKey> {
  const identity = textOf(await openWithIdentity(personIdentity, placeOf("grant", tenant, generation, person), grant))
  if ((await identityToRecipient(identity)) !== recipient) throw new NotThisPlace("this grant opens another inbox")
  return { tenant, generation, recipient, identity }
}
