import { lineId } from "@candour/domain/contact.ts"
import { lineOf } from "@candour/routing/lines.ts"
import { z } from "zod"

/** A line that is open; anything else counts as national, since a report matters more than its door. */
export const openLine = lineId.refine((id) => lineOf(id) !== undefined).catch("national")

/** Hints are names: what is longer isn't read. */
const HINT_CHARACTERS = 200

/**
 * What the steps of finding the force post: a `hint`, a `force` chosen from a list, or one of the two answers that are
 * buttons. Only `line` is there when the question is asked for the first time.
 */
export const findForm = z.object({
  line: openLine,
  hint: z
    .string()
    .transform((typed) => typed.slice(0, HINT_CHARACTERS))
    .optional(),
  force: z.string().optional(),
  answer: z.enum(["unknown", "all", "again", "next"]).optional().catch(undefined),
  /** The list that `force` is chosen from: one of these, or all. */
  among: z.string().optional(),
})
export type FindForm = z.infer<typeof findForm>
