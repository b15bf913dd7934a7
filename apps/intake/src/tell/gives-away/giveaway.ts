/** What kind of words could show who wrote them. */
export const GIVEAWAY_KINDS = [
  "own-name",
  "relation",
  "workplace",
  "only-one",
  "phone",
  "email",
  "handle",
  "address",
  "car",
  "reference",
  "time",
  "sign-off",
  "first-person",
] as const

export type GiveawayKind = (typeof GIVEAWAY_KINDS)[number]

/** Words that could show who wrote them: `text.slice(start, end)`, in UTF-16 units as a text box counts. */
export interface Giveaway {
  start: number
  end: number
  kind: GiveawayKind
}
