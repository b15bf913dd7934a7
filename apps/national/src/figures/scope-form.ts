import type { Boundaries } from "@candour/domain/boundaries.ts"
import { type Day, day } from "@candour/domain/day.ts"
import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import { checkRange, oneOf, rangeForm, type TypedRange, typedRange } from "@candour/figures/as-at-form.ts"
import type { Scope } from "@candour/figures/figures.ts"
import { boundariesOn } from "@candour/routing/boundaries.ts"
import { type Force, isForce } from "@candour/routing/directory.ts"
import { lineOf } from "@candour/routing/lines.ts"
import { type Problems, problemsOf } from "@candour/web/problems.ts"
import { z } from "zod"
import { en } from "./messages.ts"

/** The scope as it stands in the address: all of it possibly missing or wrong. */
export interface TypedScope extends TypedRange {
  line: string
  force: string
  /** A day, `2024-01-15`, or nothing: that of `asAt`. */
  boundaries: string
}

/** A scope in the boundaries of a day that was chosen, or of its own. */
export type BoundedScope = Scope & { boundaries: Boundaries }

/** A scope, or what a person can put right about it: each field's name with the key of its message. */
export type AskedScope =
  | { scope: BoundedScope; problems?: undefined }
  | { scope?: undefined; problems: Readonly<Record<string, keyof typeof en.problem>> }

/** What the address asks for, with nothing of it lost. */
export const typedScope = (query: Readonly<Record<string, string>>): TypedScope => {
  const typed = (name: string) => query[name]?.trim() ?? ""
  return {
    ...typedRange(query),
    line: typed("line"),
    force: typed("force"),
    boundaries: typed("boundaries"),
  }
}

const scopeForm = (today: Day) =>
  rangeForm(today)
    .extend({
      line: oneOf("line", (id) => lineOf(id) !== undefined),
      force: oneOf("force", (id) => id === NATIONAL_DESK || isForce(id)),
      // A day to come, too: a merger that is decided can be looked at before it happens.
      boundaries: z.union([z.literal(""), day], "boundaries"),
    })
    .superRefine(checkRange)

/**
 * The scope that `typed` asks for; left empty it is everything, as at `today`, as known now, in the boundaries of the day
 * that it is as at.
 *
 * @param forces - of every day
 */
export function askedScope(typed: TypedScope, today: Day, forces: readonly Force[]): AskedScope {
  const asked = scopeForm(today).safeParse(typed)
  if (asked.success) {
    const { boundaries, ...scope } = asked.data
    return { scope: { ...scope, boundaries: boundariesOn(boundaries || scope.asAt, forces) } }
  }
  const problems: Problems = problemsOf(asked.error)
  return { problems: problems as Record<string, keyof typeof en.problem> }
}

/** What to put right, in a sentence for each field. */
export const sentencesOf = (problems: Readonly<Record<string, keyof typeof en.problem>>): Record<string, string> =>
  Object.fromEntries(Object.entries(problems).map(([field, key]) => [field, en.problem[key]]))
