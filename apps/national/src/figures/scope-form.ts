import { type Day, day } from "@candour/domain/day.ts"
import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import type { Scope } from "@candour/figures/figures.ts"
import { isForce } from "@candour/routing/directory.ts"
import { lineOf } from "@candour/routing/lines.ts"
import { type Problems, problemsOf } from "@candour/web/problems.ts"
import { z } from "zod"
import type { en } from "./messages.ts"

/** The scope as it stands in the address: all of it possibly missing or wrong. */
export interface TypedScope {
  asAt: { day: string; month: string; year: string }
  known: string
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
    asAt: { day: typed("asAt-day"), month: typed("asAt-month"), year: typed("asAt-year") },
    known: typed("known") || "now",
    line: typed("line"),
    force: typed("force"),
  }
}

/** A day in three boxes; all of them empty is today. */
const dayUpTo = (today: Day) =>
  z.object({ day: z.string(), month: z.string(), year: z.string() }).transform((typed, context): Day => {
    if (typed.day === "" && typed.month === "" && typed.year === "") return today
    const digits = [typed.year, typed.month.padStart(2, "0"), typed.day.padStart(2, "0")].join("-")
    const parsed = day.safeParse(digits)
    // PostgreSQL has no year 0, and nobody means the year 202.
    if (!parsed.success || parsed.data.startsWith("0")) {
      context.addIssue({ code: "custom", message: "day" })
      return z.NEVER
    }
    if (parsed.data > today) context.addIssue({ code: "custom", message: "future" })
    return parsed.data
  })

const oneOf = (problem: string, exists: (id: string) => boolean) =>
  z
    .string()
    .refine((id) => id === "" || exists(id), problem)
    .transform((id) => id || undefined)

const scopeForm = (today: Day) =>
  z.object({
    asAt: dayUpTo(today),
    known: z.enum(["then", "now"], "known"),
    line: oneOf("line", (id) => lineOf(id) !== undefined),
    force: oneOf("force", (id) => id === NATIONAL_DESK || isForce(id)),
  })

/** The scope that `typed` asks for; left empty it is everything, as at `today`, as known now. */
export function askedScope(typed: TypedScope, today: Day): AskedScope {
  const asked = scopeForm(today).safeParse(typed)
  if (asked.success) return { scope: asked.data }
  const problems: Problems = problemsOf(asked.error)
  return { problems: problems as Record<string, keyof typeof en.problem> }
}
