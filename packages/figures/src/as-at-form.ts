import { type Day, day } from "@candour/domain/day.ts"
import { z } from "zod"

/** The three boxes of a day, as they were typed. */
export type TypedDay = Record<"day" | "month" | "year", string>

/** What figures are asked as at, as it stands in the address: all of it possibly missing or wrong. */
export interface TypedAsAt {
  asAt: TypedDay
  known: string
}

/** A day of the address: the three boxes `asAt-day`, `asAt-month` and `asAt-year` of a form, or `as-at=2024-01-15`. */
export function typedDay(query: Readonly<Record<string, string>>, boxes: string, address: string): TypedDay {
  const typed = (name: string) => query[name]?.trim() ?? ""
  const [year = typed(`${boxes}-year`), month = typed(`${boxes}-month`), day = typed(`${boxes}-day`)] =
    typed(address) === "" ? [] : typed(address).split("-")
  return { day, month, year }
}

/** What the address asks for, with nothing of it lost. */
export const typedAsAt = (query: Readonly<Record<string, string>>): TypedAsAt => ({
  asAt: typedDay(query, "asAt", "as-at"),
  known: query.known?.trim() || "now",
})

/** What happened on which days, beside what it is as at. */
export interface TypedRange extends TypedAsAt {
  from: TypedDay
  to: TypedDay
}

/** What the address asks for, with nothing of it lost. */
export const typedRange = (query: Readonly<Record<string, string>>): TypedRange => ({
  ...typedAsAt(query),
  from: typedDay(query, "from", "from"),
  to: typedDay(query, "to", "to"),
})

/** Reads a {@link TypedAsAt}; its problems are the keys of `problem` in messages.ts. */
export const asAtForm = (today: Day) => z.object({ asAt: dayUpTo(today), known: z.enum(["then", "now"], "known") })

/** The day that figures are as at, in three boxes; all of them empty is today. Its problems are `day` and `future`. */
const dayUpTo = (today: Day) => optionalDay(today).transform((typed) => typed ?? today)

/** A day in three boxes, none where all of them are empty. Its problems are `day` and, after `today`, `future`. */
export const optionalDay = (today: Day) =>
  z.object({ day: z.string(), month: z.string(), year: z.string() }).transform((typed, context): Day | undefined => {
    if (typed.day === "" && typed.month === "" && typed.year === "") return undefined
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

/** Reads a {@link TypedRange}, up to {@link checkRange}. */
export const rangeForm = (today: Day) => asAtForm(today).extend({ from: optionalDay(today), to: optionalDay(today) })

/** Says whether the days of a range follow each other; the problems are `afterAsAt` and `order`. */
export function checkRange(
  { from, to, asAt }: { from?: Day | undefined; to?: Day | undefined; asAt: Day },
  { addIssue }: Pick<z.RefinementCtx, "addIssue">,
): void {
  if (to !== undefined && to > asAt) addIssue({ code: "custom", path: ["to"], message: "afterAsAt" })
  else if (from !== undefined && from > (to ?? asAt))
    addIssue({ code: "custom", path: [to === undefined ? "from" : "to"], message: "order" })
}

/** Reads a choice that may be left open; `problem` where there is no such. */
export const oneOf = (problem: string, exists: (id: string) => boolean) =>
  z
    .string()
    .refine((id) => id === "" || exists(id), problem)
    .transform((id) => id || undefined)
