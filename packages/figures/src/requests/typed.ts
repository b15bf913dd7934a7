import { type Day, day } from "@candour/domain/day.ts"
import { type TypedAsAt, typedAsAt } from "../as-at-form.ts"
import { lastGivenDay } from "./given-day.ts"
import type { en } from "./messages.ts"
import { type Asked, asked } from "./pack.ts"
import { type Question, spacingOf } from "./question.ts"

/** A form as it came back, every field as a text, with nothing of it lost. */
export type Typed = Readonly<Record<string, string>>

/** What to put right: each field with the key of its words. */
export type Problems = Readonly<Record<string, keyof typeof en.problem>>

/** The three boxes of a day, or what is wrong with it: `day`, or `future` where it hasn't come by `today`. */
export function typedDay(typed: Typed, name: string, today: Day): Day | "day" | "future" {
  const box = (part: string) => typed[`${name}-${part}`]?.trim() ?? ""
  const digits = [box("year"), box("month").padStart(2, "0"), box("day").padStart(2, "0")].join("-")
  const parsed = day.safeParse(digits)
  if (!parsed.success || parsed.data.startsWith("0")) return "day"
  return parsed.data > today ? "future" : parsed.data
}

/** The three boxes of a day as they were typed. */
export const boxesOf = (typed: Typed, name: string): TypedAsAt["asAt"] => ({
  day: typed[`${name}-day`] ?? "",
  month: typed[`${name}-month`] ?? "",
  year: typed[`${name}-year`] ?? "",
})

/**
 * What a pack is asked to answer, out of its form or an address; a desk's own app asks about that desk alone.
 *
 * @param today - which isn't over: figures are as at a day before it, the last that they are given on where none is typed
 */
export function typedAsked(
  typed: Typed,
  today: Day,
  own?: string,
): { asked: Asked; problems?: undefined } | { asked?: undefined; problems: Problems } {
  const { asAt: boxes, known } = typedAsAt(typed)
  const text = (name: string) => typed[name]?.trim() || undefined
  const force = own ?? text("force")
  const isEmpty = Object.values(boxes).every((box) => box === "")
  const each = spacingOf({ by: text("by") === undefined || text("by") === "none" ? "none" : "force", force })
  const asAt = isEmpty ? lastGivenDay(each, today) : typedDay(renamed(boxes), "asAt", today)
  if (asAt === "day") return { problems: { asAt } }
  if (asAt === "future" || asAt === today) return { problems: { asAt: "notOver" } }
  const every = text("every") ?? "all"
  const range = every === "all" ? {} : { from: text("from"), to: text("to") }
  const parsed = asked.safeParse({
    question: {
      figure: typed.figure,
      by: text("by") ?? "none",
      every,
      ...(force !== undefined && { force }),
      ...(range.from !== undefined && { from: range.from }),
      ...(range.to !== undefined && { to: range.to }),
      asAt,
      known,
    },
    answer: text("answer") ?? "counts",
    section: text("section") ?? "s40",
  })
  if (parsed.success) return { asked: parsed.data }
  const problems: Record<string, keyof typeof en.problem> = {}
  for (const { path, message, code } of parsed.error.issues) {
    const field = String(path.at(-1))
    problems[field] ??= (
      code === "custom" || code === "invalid_value" ? message : field === "force" ? "force" : "month"
    ) as keyof typeof en.problem
  }
  return { problems }
}

const renamed = ({ day, month, year }: TypedAsAt["asAt"]): Typed => ({
  "asAt-day": day,
  "asAt-month": month,
  "asAt-year": year,
})

/** The form filled in with `question`, to ask it again. */
export function formOf({ question, answer, section }: Asked): Typed {
  const { figure, by, every, force = "", from = "", to = "", asAt, known }: Question = question
  return { figure, by, every, force, from, to, "as-at": asAt, known, answer, section }
}
