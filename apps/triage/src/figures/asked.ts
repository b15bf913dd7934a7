import type { Day } from "@candour/domain/day.ts"
import { asAtForm, type TypedAsAt } from "@candour/figures/as-at-form.ts"
import type { Known } from "@candour/figures/figures.ts"
import { problemsOf } from "@candour/web/problems.ts"
import type { en } from "./messages.ts"

/** A day and how it is known, or what a person can put right: each field with the key of its message. */
export type Asked =
  | { asAt: Day; known: Known; problems?: undefined }
  | { problems: Readonly<Record<string, keyof typeof en.problem>> }

/** The figures that `typed` asks for; left empty, as at `today`, as known now. */
export function askedOf(typed: TypedAsAt, today: Day): Asked {
  const asked = asAtForm(today).safeParse(typed)
  if (asked.success) return asked.data
  return { problems: problemsOf(asked.error) as Record<string, keyof typeof en.problem> }
}
