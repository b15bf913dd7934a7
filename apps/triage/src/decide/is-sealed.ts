import { sealedFromStorage } from "@candour/sealing/sealed.ts"

/** Whether bytes from a browser are sealed: plain text is never stored, whatever a script of ours does wrong. */
export function isSealed(bytes: Uint8Array): boolean {
  try {
    sealedFromStorage(bytes)
    return true
  } catch {
    return false
  }
}

/** Bytes of every wrap and every grant: one key, padded and sealed to a hybrid recipient. */
const SEALED_KEY_BYTES = 2_171
const TO_RECIPIENT = "age-encryption.org/v1\n-> mlkem768x25519 "

/** Whether bytes from a browser can be a wrap or a grant. Whether it opens, its holder alone can say. */
export const isSealedKey = (bytes: Uint8Array): boolean =>
  bytes.length === SEALED_KEY_BYTES &&
  String.fromCharCode(...bytes.subarray(0, TO_RECIPIENT.length)) === TO_RECIPIENT &&
  isSealed(bytes)
