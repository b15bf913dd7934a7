import { derive } from "./derivation.ts"
import { bytesOf, textOf } from "./encoding.ts"
import type { InboxKey } from "./inbox-key.ts"
import { bytesOfPlace, type Place, TITLE_STEP_BYTES } from "./place.ts"
import type { ReportKey } from "./report-key.ts"
import { openWithSecret, type Sealed, type Secret, sealWithSecret } from "./sealed.ts"

/** Characters of a title at most. All of them have one size when sealed: 80 of 4 bytes each fit into one step. */
export const MAX_TITLE_LETTERS = 80

/**
 * What seals a unit's own title of one report: derived from its inbox key, so that a queue shows fifty titles without
 * opening a report. Whoever holds the inbox key could open the report anyway.
 */
export type TitleKey = Secret<"title">

/** The key of the title of `report`, for this generation of the inbox key. */
export const titleKeyOf = ({ identity }: Pick<InboxKey, "identity">, report: string): TitleKey =>
  derive(bytesOf(identity), "titleKey", report)

/** Whose title it is: the desk that gave it, and the report's id. */
export type TitleOf = Pick<Place, "tenant" | "report">

const placeOf = (of: TitleOf) => bytesOfPlace({ ...of, part: "title", number: 0 })

/**
 * Seals a title, of a restricted report under its own key.
 *
 * @throws RangeError - longer than {@link MAX_TITLE_LETTERS}
 */
export function sealTitle(key: TitleKey | ReportKey, of: TitleOf, title: string): Promise<Sealed> {
  if ([...title].length > MAX_TITLE_LETTERS) throw new RangeError(`a title has ${MAX_TITLE_LETTERS} letters at most`)
  return sealWithSecret(key, placeOf(of), bytesOf(title), TITLE_STEP_BYTES)
}

/**
 * Opens what {@link sealTitle} sealed.
 *
 * @throws NotForThisKey - another report's, another generation's or another desk's key
 * @throws NotThisPlace, Damaged, UnknownVersion
 */
export const openTitle = async (key: TitleKey | ReportKey, of: TitleOf, sealed: Sealed): Promise<string> =>
  textOf(await openWithSecret(key, placeOf(of), sealed))
