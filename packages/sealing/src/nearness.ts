import { derive } from "./derivation.ts"
import { bytesOf, textOf } from "./encoding.ts"
import type { InboxKey } from "./inbox-key.ts"
import { PART_STEP_BYTES, placeOf } from "./place.ts"
import { openWithSecret, type Sealed, type Secret, sealWithSecret } from "./sealed.ts"

/** What seals what a lead says of one colleague: derived from the inbox key, so that another lead reads and mends it. */
export type NearnessKey = Secret<"nearness">

/** Of whom it is said: a person at a desk. */
export interface NearnessOf {
  tenant: string
  person: string
}

/** The key of what is said of `person`, for this generation of the inbox key. */
export const nearnessKeyOf = ({ identity }: Pick<InboxKey, "identity">, person: string): NearnessKey =>
  derive(bytesOf(identity), "nearnessKey", person)

const placeFor = ({ tenant, person }: NearnessOf) => placeOf("nearness", tenant, person)

/** Seals what a lead says of a colleague, padded to a step of 4 kB. */
export const sealNearness = (key: NearnessKey, of: NearnessOf, said: string): Promise<Sealed> =>
  sealWithSecret(key, placeFor(of), bytesOf(said), PART_STEP_BYTES)

/**
 * Opens what {@link sealNearness} sealed.
 *
 * @throws NotForThisKey - another person's, another generation's or another desk's key
 * @throws NotThisPlace, Damaged, UnknownVersion
 */
export const openNearness = async (key: NearnessKey, of: NearnessOf, sealed: Sealed): Promise<string> =>
  textOf(await openWithSecret(key, placeFor(of), sealed))
