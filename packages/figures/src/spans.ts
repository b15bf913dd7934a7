import { addDays, addMonths, type Day, firstOfMonth } from "@candour/domain/day.ts"

/** What the cube is summed by beside its days, the finest first. */
export type Span = "day" | "month" | "year"

/** Spans of one kind that begin on `first` or later and before `past`; without `first`, all that ever began before. */
export interface Piece {
  span: Span
  first: Day | undefined
  past: Day
}

const firstOfYear = (on: Day): Day => `${on.slice(0, 4)}-01-01` as Day

const begun: Readonly<Record<Span, (on: Day) => Day>> = { day: (on) => on, month: firstOfMonth, year: firstOfYear }
const next: Readonly<Record<Span, (on: Day) => Day>> = {
  day: (on) => addDays(on, 1),
  month: (on) => addMonths(firstOfMonth(on), 1),
  year: (on) => addMonths(firstOfYear(on), 12),
}
const finer = { year: "month", month: "day", day: undefined } as const

/**
 * The fewest spans, none longer than `longest`, that together are the days from `first` on and before `past`, each day once.
 * Pure. None where there is no such day.
 */
export function spansOf(first: Day | undefined, past: Day, longest: Span): Piece[] {
  if (first !== undefined && first >= past) return []
  const from = first === undefined || begun[longest](first) === first ? first : next[longest](first)
  const upTo = begun[longest](past)
  const shorter = finer[longest]
  if (from !== undefined && from >= upTo) return shorter === undefined ? [] : spansOf(first, past, shorter)
  const whole: Piece = { span: longest, first: from, past: upTo }
  if (shorter === undefined) return [whole]
  return [
    ...(first === undefined || from === undefined ? [] : spansOf(first, from, shorter)),
    whole,
    ...spansOf(upTo, past, shorter),
  ]
}
