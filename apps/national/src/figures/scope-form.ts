import type { Day } from "@candour/domain/day.ts"
import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import {
  asAtForm,
  optionalDay,
  type TypedAsAt,
  type TypedDay,
  typedAsAt,
  typedDay,
} from "@candour/figures/as-at-form.ts"
import type { Scope } from "@candour/figures/figures.ts"
import { isForce } from "@candour/routing/directory.ts"
import { lineOf } from "@candour/routing/lines.ts"
import { type Problems, problemsOf } from "@candour/web/problems.ts"
import { z } from "zod"
import { en } from "./messages.ts"

/** The scope as it stands in the address: all of it possibly missing or wrong. */
export interface TypedScope extends TypedAsAt {
  from: TypedDay
  to: TypedDay
  line: string
  force: string
}

/** A scope, or what a person can put right about it: each field's name with the key of its message. */
export type AskedScope =
  | { scope: Scope; problems?: undefined }
  | { scope?: undefined; problems: Readonly<Record<string, keyof typeof en.problem>> }

/** What the address asks for, with nothing of it lost. */
export const typedScope = (query: Readonly<Record<string, string>>): TypedScope => {
  const typed = (name: string) => query[name]?.trim() ?? ""
  return {
    ...typedAsAt(query),
    from: typedDay(query, "from", "from"),
    to: typedDay(query, "to", "to"),
    line: typed("line"),
    force: typed("force"),
  }
}

const oneOf = (problem: string, exists: (id: string) => boolean) =>
  z
    .string()
    .refine((id) => id === "" || exists(id), problem)
    .transform((id) => id || undefined)

const scopeForm = (today: Day) =>
  asAtForm(today)
    .extend({
      from: optionalDay(today),
      to: optionalDay(today),
      line: oneOf("line", (id) => lineOf(id) !== undefined),
      force: oneOf("force", (id) => id === NATIONAL_DESK || isForce(id)),
    })
    .superRefine(({ from, to, asAt }, { addIssue }) => {
      if (to !== undefined && to > asAt) addIssue({ code: "custom", path: ["to"], message: "afterAsAt" })
      else if (from !== undefined && from > (to ?? asAt))
        addIssue({ code: "custom", path: [to === undefined ? "from" : "to"], message: "order" })
    })

/** The scope that `typed` asks for; left empty it is everything, as at `today`, as known now. */
export function askedScope(typed: TypedScope, today: Day): AskedScope {
  const asked = scopeForm(today).safeParse(typed)
  if (asked.success) return { scope: asked.data }
  const problems: Problems = problemsOf(asked.error)
  return { problems: problems as Record<string, keyof typeof en.problem> }
}

/** What to put right, in a sentence for each field. */
export const sentencesOf = (problems: Readonly<Record<string, keyof typeof en.problem>>): Record<string, string> =>
  Object.fromEntries(Object.entries(problems).map(([field, key]) => [field, en.problem[key]]))
