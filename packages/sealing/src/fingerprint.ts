import { hmac } from "@noble/hashes/hmac.js"
import { sha256 } from "@noble/hashes/sha2.js"
import { derive } from "./derivation.ts"
import { bytesOf } from "./encoding.ts"
import type { InboxKey } from "./inbox-key.ts"
import type { Secret } from "./sealed.ts"

/** The key under which a desk compares what its reports say of people, from its inbox key: 32 bytes. */
export type FingerprintKey = Secret<"fingerprint key">

/** The server never has the inbox key, so it can't try names against fingerprints. */
export const fingerprintKey = ({ identity }: Pick<InboxKey, "identity">): FingerprintKey =>
  derive(bytesOf(identity), "fingerprintKey")

/** HMAC-SHA-256 of one trait, cut to 16 bytes: equal where two reports of one desk say the same. */
export const fingerprint = (key: FingerprintKey, kind: string, text: string): Uint8Array<ArrayBuffer> =>
  hmac(sha256, key, bytesOf(`${kind}\n${text}`)).slice(0, 16)

/** The same of a trait by which somebody could be near to a person concerned: it compares with no fingerprint of a match. */
export const nearHash = (key: FingerprintKey, kind: string, text: string): Uint8Array<ArrayBuffer> =>
  fingerprint(key, `near-${kind}`, text)
