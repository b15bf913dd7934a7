import { hkdf } from "@noble/hashes/hkdf.js"
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesOf } from "./encoding.ts"
import { type Secret, secretFrom } from "./sealed.ts"

/**
 * Everything that is derived, and the HKDF `info` that keeps it apart from the rest. A new way to derive one of them
 * is a new line with a new number; an old line stays as long as anything made with it is kept.
 */
const INFO = {
  mailboxAddress: "candour mailbox address v1",
  threadKey: "candour thread key v1",
  referralThreadKey: "candour referral thread key v1",
  voice: "candour voice v1",
  retryDigest: "candour retry digest v1",
  personKeySeal: "candour person key seal v1",
  fingerprintKey: "candour fingerprint key v1",
  titleKey: "candour title key v1",
  nearnessKey: "candour nearness key v1",
}

/**
 * 32 bytes by HKDF-SHA-256 (RFC 5869), without salt: what goes in is random, or stretched already.
 *
 * @param of - what else the result belongs to, such as a report's id
 */
export const derive = <Name extends string>(from: Uint8Array, purpose: keyof typeof INFO, of = ""): Secret<Name> =>
  secretFrom(hkdf(sha256, from, undefined, bytesOf(of ? `${INFO[purpose]} ${of}` : INFO[purpose]), 32))
