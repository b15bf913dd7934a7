import { type Day, day } from "@candour/domain/day.ts"
import { lastDayOf, quarterOf } from "@candour/figures/release/release.ts"
import type { Plan, Refusal } from "@candour/figures/release/releases.ts"
import { problemsOf } from "@candour/web/problems.ts"
import { z } from "zod"
import { en } from "./messages.ts"

/** How many quarters up to the one of today can be chosen. */
const QUARTERS = 9

/** The quarters that can be planned, the newest first. */
export function quartersToChoose(today: Day): string[] {
  const [year = 0, number = 0] = quarterOf(today).split("-Q").map(Number)
  return Array.from({ length: QUARTERS }, (_, back) => {
    const place = year * 4 + number - 1 - back
    return `${Math.floor(place / 4)}-Q${(place % 4) + 1}`
  })
}

/** The form as it was sent: all of it possibly missing or wrong. */
export type TypedPlan = Readonly<Record<string, string>>

/** The three boxes of a day in the form. */
export const typedDay = (typed: TypedPlan, name: string) => ({
  day: typed[`${name}-day`]?.trim() ?? "",
  month: typed[`${name}-month`]?.trim() ?? "",
  year: typed[`${name}-year`]?.trim() ?? "",
})

const boxes = z
  .object({ day: z.string(), month: z.string(), year: z.string() })
  .transform(({ day, month, year }) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`)

const typedDate = boxes.transform((text, context): Day => {
  const parsed = day.safeParse(text)
  if (parsed.success) return parsed.data
  context.addIssue({ code: "custom" })
  return z.NEVER
})

const words = z.string().trim().max(1_000)

const planForm = (today: Day) =>
  z.object({
    quarter: z.string().refine((quarter) => quartersToChoose(today).includes(quarter)),
    asAt: typedDate.optional(),
    knownAt: typedDate,
    day: typedDate,
    reasonEn: words,
    reasonCy: words,
  })

/** What the form plans, or what to put right, in a sentence for each field. */
export function planOf(typed: TypedPlan, today: Day): { plan: Plan } | { errors: Record<string, string> } {
  const asAt = typedDay(typed, "asAt")
  const parsed = planForm(today).safeParse({
    quarter: typed.quarter ?? "",
    asAt: Object.values(asAt).every((box) => box === "") ? undefined : asAt,
    knownAt: typedDay(typed, "knownAt"),
    day: typedDay(typed, "day"),
    reasonEn: typed.reasonEn ?? "",
    reasonCy: typed.reasonCy ?? "",
  })
  if (!parsed.success) {
    const fields = Object.keys(problemsOf(parsed.error))
    return {
      errors: Object.fromEntries(fields.map((field) => [field, en.problem[field as keyof typeof en.problem]])),
    }
  }
  const { quarter, knownAt, day: publicationDay, reasonEn, reasonCy } = parsed.data
  const reason = reasonEn === "" && reasonCy === "" ? undefined : { en: reasonEn, cy: reasonCy }
  return { plan: { quarter, asAt: parsed.data.asAt ?? lastDayOf(quarter), knownAt, publicationDay, reason } }
}

/** The field that a refusal is about. */
export const FIELD_OF: Partial<Record<Refusal, string>> = {
  "day-passed": "day",
  "not-over": "asAt",
  "other-day": "asAt",
  "known-before": "knownAt",
  "known-late": "knownAt",
  planned: "quarter",
  "no-revision": "reasonEn",
  "no-reason": "reasonEn",
}
