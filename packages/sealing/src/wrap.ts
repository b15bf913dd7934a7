import { KEY_STEP_BYTES, type Place, placeOf } from "./place.ts"
import type { ReportKey } from "./report-key.ts"
import { openWithIdentity, type Sealed, sealToRecipient, secretFrom } from "./sealed.ts"

/** The report whose key is wrapped; `tenant` is the one it was sealed for first, whoever holds it now. */
export type WrappedReport = Pick<Place, "tenant" | "report">

/**
 * A wrap (keys.md row 11): the report's key sealed to one holder, an inbox's recipient or a person's.
 * All wraps have one size.
 *
 * @param recipient - `age1pq1…`
 */
export const wrapKey = (recipient: string, { tenant, report }: WrappedReport, key: ReportKey): Promise<Sealed> =>
  sealToRecipient(recipient, placeOf("wrap", tenant, report), key, KEY_STEP_BYTES)

/**
 * The report's key out of a wrap.
 *
 * @param identity - `AGE-SECRET-KEY-PQ-1…` of the holder
 * @throws NotForThisKey - wrapped to another holder
 * @throws NotThisPlace - the wrap of another report
 * @throws Damaged, UnknownVersion
 */
export const unwrapKey = async (
  identity: string,
  { tenant, report }: WrappedReport,
  wrap: Sealed,
): Promise<ReportKey> => secretFrom(await openWithIdentity(identity, placeOf("wrap", tenant, report), wrap))
