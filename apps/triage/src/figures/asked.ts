import type { Day } from "@candour/domain/day.ts"
import { dayUpTo } from "@candour/figures/as-at-form.ts"
import type { Known } from "@candour/figures/figures.ts"
import { problemsOf } from "@candour/web/problems.ts"
import { z } from "zod"
import type { en } from "./messages.ts"

/** What stands in the address: all of it possibly missing or wrong. */
export interface Typed {
  asAt: { day: string; month: string; year: string }
  known: string
}

/** A day and how it is known, or what a person can put right: each field with the key of its message. */
export type Asked =
  | { asAt: Day; known: Known; problems?: undefined }
  | { problems: Readonly<Record<string, keyof typeof en.problem>> }

/** What the address asks for, with nothing of it lost. */
export function typedIn(query: Readonly<Record<string, string>>): Typed {
  const typed = (name: string) => query[name]?.trim() ?? ""
  return {
    asAt: { day: typed("asAt-day"), month: typed("asAt-month"), year: typed("asAt-year") },
    known: typed("known") || "now",
  }
}

/** The figures that `typed` asks for; left empty, as at `today`, as known now. */
export function askedOf(typed: Typed, today: Day): Asked {
  const form = z.object({ asAt: dayUpTo(today), known: z.enum(["then", "now"], "known") })
  const asked = form.safeParse(typed)
  if (asked.success) return asked.data
  return { problems: problemsOf(asked.error) as Record<string, keyof typeof en.problem> }
}
