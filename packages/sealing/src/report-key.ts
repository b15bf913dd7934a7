import { bytesOfPlace, PART_STEP_BYTES, type Place, TITLE_STEP_BYTES } from "./place.ts"
import type { ThreadKey } from "./receipt.ts"
import { newSecret, openWithSecret, type Sealed, type Secret, sealWithSecret } from "./sealed.ts"

/** K, the key of one report (keys.md row 10): 32 random bytes, kept only inside wraps. */
export type ReportKey = Secret<"report">

/** A key for a new report. */
export const newReportKey = (): ReportKey => newSecret()

/**
 * Seals one part of a report under its key, or one message under its thread key.
 * The plaintext is padded to steps of 4 kB (a title: 512 bytes) and names its place.
 */
export const sealUnder = (key: ReportKey | ThreadKey, place: Place, plaintext: Uint8Array): Promise<Sealed> =>
  sealWithSecret(key, bytesOfPlace(place), plaintext, place.part === "title" ? TITLE_STEP_BYTES : PART_STEP_BYTES)

/**
 * Opens what {@link sealUnder} sealed.
 *
 * @throws NotForThisKey - sealed under another key, or to a recipient
 * @throws NotThisPlace - it belongs elsewhere, or follows another part than `place.previous`
 * @throws Damaged - altered since
 * @throws UnknownVersion - a format of another release
 */
export const openUnder = (key: ReportKey | ThreadKey, place: Place, sealed: Sealed): Promise<Uint8Array<ArrayBuffer>> =>
  openWithSecret(key, bytesOfPlace(place), sealed)
