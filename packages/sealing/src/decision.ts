import type { Tenant } from "@candour/domain/tenant.ts"
import { ed25519 } from "@noble/curves/ed25519.js"
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex } from "@noble/hashes/utils.js"
import { bytesOf } from "./encoding.ts"
import type { PersonKey } from "./person-key.ts"

/** A decision as its taker signs it: what the event says in the clear, and the digest of its sealed words. */
export interface Decision {
  tenant: Tenant
  report: string
  /** The event's number at its tenant. */
  number: number
  kind: string
  detail: unknown
  words?: Uint8Array | undefined
}

/** The same bytes for the same decision, in whatever order the database gives the names back. */
const bytesOfDecision = ({ tenant, report, number, kind, detail, words }: Decision): Uint8Array =>
  bytesOf(
    JSON.stringify([
      "candour decision 1",
      tenant,
      report,
      number,
      kind,
      canonical(detail),
      words === undefined ? null : bytesToHex(sha256(words)),
    ]),
  )

const canonical = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? {}), (_, entry) =>
    entry !== null && typeof entry === "object" && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1)))
      : entry,
  )

/** Signs a decision with the person's own key (keys.md row 3): Ed25519, 64 bytes. No server can take it for them. */
export const signDecision = ({ signing }: PersonKey, decision: Decision): Uint8Array<ArrayBuffer> =>
  ed25519.sign(bytesOfDecision(decision), signing) as Uint8Array<ArrayBuffer>

/** Whether `signature` is by the holder of `verifying` (32 bytes) over exactly this decision. */
export function isSignedBy(verifying: Uint8Array, decision: Decision, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, bytesOfDecision(decision), verifying, { zip215: false })
  } catch {
    return false // not a key or not a signature at all
  }
}

/** Whether `verifying` is a public key that somebody can hold: one of small order "verifies" what nobody signed. */
export function isSigningKey(verifying: Uint8Array): boolean {
  try {
    return !ed25519.Point.fromBytes(verifying).isSmallOrder()
  } catch {
    return false
  }
}
