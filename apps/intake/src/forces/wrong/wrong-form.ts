import type { Correction } from "@candour/database/note-correction.ts"
import { CORRECTION_NAME_CHARACTERS, correctionKind } from "@candour/domain/correction.ts"
import { elsewhereBody, isForce } from "@candour/routing/directory.ts"
import { fold } from "@candour/routing/fold.ts"
import { RANKS } from "@candour/routing/hint-words.ts"
import { problemsOf } from "@candour/web/problems.ts"
import { z } from "zod"
import type { WrongProblem } from "./messages.ts"

/** Value of "I don't know" in the list of forces and bodies. */
export const UNKNOWN = "unknown"

/** The form as it was filled in: all of it possibly missing or wrong. */
export interface TypedWrong {
  kind: string
  name: string
  said: string
}

/** What was posted, with nothing of it lost but what is far too long to be a name. */
export const typedWrong = z.object({
  kind: z.string().catch(""),
  name: z
    .string()
    .catch("")
    .transform((name) => name.trim().slice(0, 4 * CORRECTION_NAME_CHARACTERS)),
  said: z.string().catch(UNKNOWN),
  answer: z.string().optional().catch(undefined),
}) satisfies z.ZodType<TypedWrong & { answer?: string | undefined }>

/** Letters, digits, spaces and what names of places are written with: no room for a sentence about somebody. */
const NAME_SIGNS = /^[\p{L}\p{M}\p{N} .'’&-]+$/u

/** What the database keeps a name as. */
const FOLDED = /^[a-z0-9]+(?: [a-z0-9]+)*$/

/** A name of more words is a sentence. */
const NAME_WORDS = 6

/** Whether a name may stand in the form as it is: a place or a force, and nobody's rank and name. */
export function isName(name: string): boolean {
  const folded = fold(name)
  const words = folded.split(" ")
  const isSentence = words.length > NAME_WORDS || words.some((word) => RANKS.has(word))
  return NAME_SIGNS.test(name) && name.length <= CORRECTION_NAME_CHARACTERS && FOLDED.test(folded) && !isSentence
}

const wrongForm = z.object({
  kind: z.enum(correctionKind.options, "kind"),
  name: z
    .string()
    .min(1, "noName")
    .regex(NAME_SIGNS, "nameSigns")
    .max(CORRECTION_NAME_CHARACTERS, "nameLong")
    .transform(fold)
    .pipe(z.string().regex(FOLDED, "nameSigns").max(CORRECTION_NAME_CHARACTERS, "nameLong")),
  said: z
    .string()
    .refine((id) => id === UNKNOWN || isForce(id) || elsewhereBody(id) !== undefined, "said")
    .transform((id) => (id === UNKNOWN ? null : id)),
}) satisfies z.ZodType<Correction>

/** What is to be noted, or what can be put right about it: each field's name with the key of its message. */
export function askedCorrection(
  typed: TypedWrong,
): { correction: Correction } | { problems: Readonly<Record<string, WrongProblem>> } {
  const asked = wrongForm.safeParse(typed)
  if (asked.success) return { correction: asked.data }
  return { problems: problemsOf(asked.error) as Record<string, WrongProblem> }
}
