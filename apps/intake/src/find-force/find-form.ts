import { lineId } from "@candour/domain/contact.ts"
import { isForce } from "@candour/routing/directory.ts"
import { HINT_CHARACTERS } from "@candour/routing/fold.ts"
import { lineOf } from "@candour/routing/lines.ts"
import { z } from "zod"
import { type Posted, singles } from "../posted-form.ts"
import { toldForces } from "./told-forces.ts"

/** A line that is open; anything else counts as national, since a report matters more than its door. */
export const openLine = lineId.refine((id) => lineOf(id) !== undefined).catch("national")

/** How the first force was come by. */
export const foundHow = z.enum(["found", "chosen"])

/** More than any list to choose from has. */
const MOST_CHOICES = 100

const candidate = z.object({
  tenant: z.string().refine(isForce),
  place: z.string().max(100).optional(),
  county: z.string().max(100).optional(),
})

const findForm = z.object({
  line: openLine,
  hint: z
    .string()
    .transform((typed) => typed.slice(0, HINT_CHARACTERS))
    .optional(),
  answer: z
    .enum(["unknown", "all", "again", "next", "add", "enough", "change", "language"])
    .optional()
    .catch(undefined),
  among: z
    .string()
    .transform((ids) => ids.split(" ").slice(0, MOST_CHOICES))
    .optional(),
  /** The candidates as they were shown, with what tells namesakes apart. */
  candidates: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(candidate).max(MOST_CHOICES))
    .catch([]),
  more: z.literal("yes").optional().catch(undefined),
  several: z.literal("yes").optional().catch(undefined),
  found: foundHow.optional().catch(undefined),
  firstFound: foundHow.optional().catch(undefined),
  elsewhere: z.string().optional(),
  reader: z.string().optional(),
  area: z.string().refine(isForce).optional().catch(undefined),
})

/**
 * What the steps of finding the force post: a `hint`; or each `force` chosen from the list `among` (ids of forces and of
 * bodies elsewhere, with spaces between; or `all`); or, from the page's script, each `force` and how it was `found`, or
 * the body `elsewhere`; or an `answer` that is a button. `soFar`, which the field `with` carries, are the forces found
 * before this one, and `firstFound` is how the first of them was. Only `line` is there when the question is asked for
 * the first time.
 */
export const findFormOf = (posted: Posted) => ({
  ...findForm.parse(singles(posted)),
  forces: posted.force ?? [],
  soFar: toldForces(posted.with),
})
export type FindForm = ReturnType<typeof findFormOf>
