import { type Day, day } from "@candour/domain/day.ts"
import { z } from "zod"

/** What figures are asked as at, as it stands in the address: all of it possibly missing or wrong. */
export interface TypedAsAt {
  asAt: { day: string; month: string; year: string }
  known: string
}

/** What the address asks for, with nothing of it lost: a form's three boxes, or `as-at=2024-01-15`. */
export const typedAsAt = (query: Readonly<Record<string, string>>): TypedAsAt => {
  const typed = (name: string) => query[name]?.trim() ?? ""
  const [year = typed("asAt-year"), month = typed("asAt-month"), day = typed("asAt-day")] =
    typed("as-at") === "" ? [] : typed("as-at").split("-")
  return {
    asAt: { day, month, year },
    known: typed("known") || "now",
  }
}

/** Reads a {@link TypedAsAt}; its problems are the keys of `problem` in messages.ts. */
export const asAtForm = (today: Day) => z.object({ asAt: dayUpTo(today), known: z.enum(["then", "now"], "known") })

/** The day that figures are as at, in three boxes; all of them empty is today. Its problems are `day` and `future`. */
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
