import type { Day } from "@candour/domain/day.ts"
import { checkRange, oneOf, rangeForm, type TypedRange, typedRange } from "@candour/figures/as-at-form.ts"
import type { Scope } from "@candour/figures/figures.ts"
import { lineOf } from "@candour/routing/lines.ts"
import { problemsOf } from "@candour/web/problems.ts"
import type { en } from "./messages.ts"

/** What a desk asks of its figures as it stands in the address: all of it possibly missing or wrong. */
export interface TypedScope extends TypedRange {
  line: string
}

/** What the address asks for, with nothing of it lost. */
export const typedScope = (query: Readonly<Record<string, string>>): TypedScope => ({
  ...typedRange(query),
  line: query.line?.trim() ?? "",
})

/** Which of a desk's figures are asked for. */
export type OwnScope = Omit<Scope, "force" | "boundaries">

/** A scope, or what a person can put right about it: each field with the key of its message. */
export type Asked =
  | { scope: OwnScope; problems?: undefined }
  | { scope?: undefined; problems: Readonly<Record<string, keyof typeof en.problem>> }

const scopeForm = (today: Day) =>
  rangeForm(today)
    .extend({ line: oneOf("line", (id) => lineOf(id) !== undefined) })
    .superRefine(checkRange)

/** The figures that `typed` asks for; left empty, everything as at `today`, as known now. */
export function askedOf(typed: TypedScope, today: Day): Asked {
  const asked = scopeForm(today).safeParse(typed)
  if (asked.success) return { scope: asked.data }
  return { problems: problemsOf(asked.error) as Record<string, keyof typeof en.problem> }
}
