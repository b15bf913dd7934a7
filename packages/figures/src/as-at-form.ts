import { type Day, day } from "@candour/domain/day.ts"
import { z } from "zod"

/** The day that figures are as at, in three boxes; all of them empty is today. Its problems are `day` and `future`. */
export const dayUpTo = (today: Day) =>
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
