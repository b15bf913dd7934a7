/** Browser and server: the fields of the tell form, with their longest texts in UTF-16 units. */
export const TEXT_LIMITS = {
  account: 100_000,
  name: 2_000,
  rank: 2_000,
  station: 2_000,
  looks: 5_000,
  when: 2_000,
  where: 5_000,
  whoElseKnows: 10_000,
  evidence: 10_000,
  riskToOthers: 10_000,
  toldBefore: 10_000,
  easier: 5_000,
} as const

export type TextField = keyof typeof TEXT_LIMITS

/** The names of the text fields, in the order of the page. */
export const TEXT_FIELDS = Object.keys(TEXT_LIMITS) as TextField[]

/** Questions with one answer. `danger` and `mayReply` are counted; the others are sealed with the words. */
export const CHOICE_FIELDS = ["danger", "ongoing", "howKnown", "mayReply"] as const

/** Everything that a tell form holds but for where it goes: what must come back when a page comes back. */
export const TOLD_FIELDS: readonly string[] = [
  ...TEXT_FIELDS,
  ...CHOICE_FIELDS,
  "categories",
  "id",
  "digits",
  "referral",
]

/** How many UTF-16 units too long each text is; only those that are. */
export function excess(textOf: (field: TextField) => string): Partial<Record<TextField, number>> {
  const tooLong: Partial<Record<TextField, number>> = {}
  for (const field of TEXT_FIELDS) {
    // A form posts a line break as two characters; a text box counts it as one.
    const over = textOf(field).replaceAll("\r\n", "\n").length - TEXT_LIMITS[field]
    if (over > 0) tooLong[field] = over
  }
  return tooLong
}
