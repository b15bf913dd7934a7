/** Browser: what tells who is near to whom, as it is sent: keyed hashes, each kind kept apart. */
import { type ColleagueNearness, colleagueTraits, nearTraitsOf } from "@candour/domain/nearness.ts"
import type { PersonConcerned } from "@candour/domain/person-concerned.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { type FingerprintKey, nearHash } from "@candour/sealing/fingerprint.ts"

/** Of a person concerned. */
export const nearHashesOf = (key: FingerprintKey, person: Pick<PersonConcerned, "name" | "unit">) =>
  nearTraitsOf(person).map(({ kind, text }) => ({ kind, hash: toBase64url(nearHash(key, kind, text)) }))

/** Of a colleague. */
export const colleagueHashesOf = (key: FingerprintKey, said: ColleagueNearness) =>
  colleagueTraits(said).map(({ why, kind, text }) => ({ why, kind, hash: toBase64url(nearHash(key, kind, text)) }))
