import { addDays, addMonths, type Day, firstOfMonth } from "@candour/domain/day.ts"

/** What the cube is summed by beside its days. A third of a month begins on its 1st, 11th or 21st. */
export type Span = "day" | "third" | "month" | "quarter" | "year"

/** Spans of one kind that begin on `first` or later and before `past`; without `first`, all that ever began before. */
export interface Piece {
  span: Span
  first: Day | undefined
  past: Day
}

const monthOf = (on: Day): number => Number(on.slice(5, 7))
const thirdOf = (on: Day): number => Math.min(Math.floor((Number(on.slice(8)) - 1) / 10), 2)

/** The first day of the span that a day is in. The database's `span_of` is the same rule. */
const begun: Readonly<Record<Span, (on: Day) => Day>> = {
  day: (on) => on,
  third: (on) => addDays(firstOfMonth(on), thirdOf(on) * 10),
  month: firstOfMonth,
  quarter: (on) => addMonths(firstOfMonth(on), -((monthOf(on) - 1) % 3)),
  year: (on) => addMonths(firstOfMonth(on), 1 - monthOf(on)),
}

/** The first day after the span that a day is in. */
const next: Readonly<Record<Span, (on: Day) => Day>> = {
  day: (on) => addDays(on, 1),
  third: (on) => (thirdOf(on) < 2 ? addDays(begun.third(on), 10) : next.month(on)),
  month: (on) => addMonths(begun.month(on), 1),
  quarter: (on) => addMonths(begun.quarter(on), 3),
  year: (on) => addMonths(begun.year(on), 12),
}

const shorter = { year: "quarter", quarter: "month", month: "third", third: "day", day: undefined } as const

/**
 * The fewest spans, none longer than `longest`, that together are the days from `first` on and before `past`, each day once.
 * Pure. None where there is no such day.
 */
export function spansOf(first: Day | undefined, past: Day, longest: Span): Piece[] {
  if (first !== undefined && first >= past) return []
  const from = first === undefined || begun[longest](first) === first ? first : next[longest](first)
  const upTo = begun[longest](past)
  const finer = shorter[longest]
  if (finer === undefined) return [{ span: longest, first, past }]
  if (from !== undefined && from >= upTo) return spansOf(first, past, finer)
  return [
    ...(from === undefined ? [] : spansOf(first, from, finer)),
    { span: longest, first: from, past: upTo },
    ...spansOf(upTo, past, finer),
  ]
}
