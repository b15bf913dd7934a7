import type { Tenant } from "@candour/domain/tenant.ts"
import { ed25519 } from "@noble/curves/ed25519.js"
import { concatBytes } from "@noble/hashes/utils.js"
import { generateHybridIdentity, identityToRecipient } from "age-encryption"
import { derive } from "./derivation.ts"
import { bytesOf, textOf } from "./encoding.ts"
import { KEY_STEP_BYTES, type PlaceBytes, placeOf } from "./place.ts"
import { newSecret, openWithSecret, type Sealed, type Secret, sealWithSecret, secretFrom } from "./sealed.ts"

/** P, a person's key (keys.md row 3). `identity` is `AGE-SECRET-KEY-PQ-1…`; `signing` the seed of an Ed25519 key. */
export type PersonKey = { readonly identity: string; readonly signing: Secret<"person signing"> }

/** What others may know of P: `recipient` is `age1pq1…`, `verifying` the Ed25519 public key, 32 bytes. */
export type PublicPersonKey = { readonly recipient: string; readonly verifying: Uint8Array<ArrayBuffer> }

/** Whose key it is: their tenant and the id of their account. */
export type Person = { readonly tenant: Tenant; readonly person: string }

const SIGNING_BYTES = 32

/** A key for a new person, made in their browser at the first sign-in. */
export const newPersonKey = async (): Promise<PersonKey> => ({
  identity: await generateHybridIdentity(),
  signing: newSecret(),
})

/** The public half of P. */
export const publicPersonKey = async ({ identity, signing }: PersonKey): Promise<PublicPersonKey> => ({
  recipient: await identityToRecipient(identity),
  verifying: ed25519.getPublicKey(signing),
})

/**
 * P sealed for the database, to be opened by signing in.
 *
 * @param exportKey - OPAQUE's export key (RFC 9807): 64 bytes, `fromBase64url` of the library's string
 */
export const sealPersonKey = (exportKey: Uint8Array, key: PersonKey, { tenant, person }: Person): Promise<Sealed> =>
  sealKeyUnder(derive(exportKey, "personKeySeal"), placeOf("person key", tenant, person), key)

/**
 * P out of what {@link sealPersonKey} sealed.
 *
 * @throws NotForThisKey - another sign-in secret
 * @throws NotThisPlace - another person's
 * @throws Damaged, UnknownVersion
 */
export const openPersonKey = (exportKey: Uint8Array, { tenant, person }: Person, sealed: Sealed): Promise<PersonKey> =>
  openKeyUnder(derive(exportKey, "personKeySeal"), placeOf("person key", tenant, person), sealed)

/** P sealed under any secret, for a place of that secret's own kind. */
export const sealKeyUnder = (secret: Secret, place: PlaceBytes, { identity, signing }: PersonKey): Promise<Sealed> =>
  sealWithSecret(secret, place, concatBytes(signing, bytesOf(identity)), KEY_STEP_BYTES)

/** P out of what {@link sealKeyUnder} sealed; throws as {@link openPersonKey}. */
export async function openKeyUnder(secret: Secret, place: PlaceBytes, sealed: Sealed): Promise<PersonKey> {
  const content = await openWithSecret(secret, place, sealed)
  return {
    identity: textOf(content.subarray(SIGNING_BYTES)),
    signing: secretFrom(content.slice(0, SIGNING_BYTES)),
  }
}
