import type { Day } from "@candour/domain/day.ts"
import { type Figures, type GroupFigures, NO_FIGURES } from "./figures.ts"

/** A month's figures, each what happened in it; but `notYetDecided` is how many were open at its end. */
export type Month = Omit<Figures, "asAt"> & { month: Day }

const firstOfMonth = (on: Day): Day => `${on.slice(0, 8)}01` as Day

function monthAfter(month: Day): Day {
  const [year, number] = month.split("-").map(Number) as [number, number]
  return (number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, "0")}-01`) as Day
}

/**
 * Every month from the one of `opened` to the one of `asAt`, those without anything as 0; also any earlier month that
 * has a figure, so that the months always add up to the whole. None where `asAt` lies before both.
 *
 * @param counted - the months that have any figure; what people of earlier months came to counts in the month decided
 */
export function monthsOf(counted: readonly GroupFigures[], opened: Day, asAt: Day): Month[] {
  const byMonth = new Map(counted.map((each) => [each.group, each]))
  const months: Month[] = []
  let undecided = 0
  const first = [firstOfMonth(opened), ...(byMonth.keys() as Iterable<Day>)].sort()[0] ?? opened
  for (let month = first; month <= asAt; month = monthAfter(month)) {
    const { asAt: _, group: __, ...figures } = byMonth.get(month) ?? { ...NO_FIGURES, asAt, group: month }
    undecided += figures.notYetDecided
    months.push({ ...figures, month, notYetDecided: undecided })
  }
  return months
}
