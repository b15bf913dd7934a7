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
