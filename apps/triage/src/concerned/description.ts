/** Browser and server: a person concerned as they are described, sealed as JSON in the words of a `concerned` event. */
import type { PersonConcerned } from "@candour/domain/person-concerned.ts"
import * as z from "zod/mini"

const text = z.string().check(z.maxLength(2_000))

export const description = z.object({
  version: z.literal(1),
  name: text,
  rank: text,
  number: text,
  unit: text,
  car: text,
  note: text,
})

/** See {@link description}. */
export type Description = z.infer<typeof description> & PersonConcerned

/** The fields in the order of the form. */
export const DESCRIPTION_FIELDS = ["name", "rank", "number", "unit", "car", "note"] as const

/** A description out of opened words; undefined where they are none. */
export function descriptionIn(words: string | undefined): Description | undefined {
  try {
    return description.safeParse(JSON.parse(words ?? "")).data
  } catch {
    return undefined
  }
}

/** What is known of a person, in one line. */
export const inOneLine = (said: Description): string =>
  DESCRIPTION_FIELDS.map((field) => said[field].trim())
    .filter(Boolean)
    .join(" · ")
