import { addMonths, type Day, firstOfMonth } from "@candour/domain/day.ts"
import { type Figures, type GroupFigures, NO_FIGURES } from "./figures.ts"

/** A month's figures, each what happened in it; but `notYetDecided` is how many were open at its end, and all those and the decided. */
export type Month = Omit<Figures, "asAt"> & { month: Day }

/**
 * Every month from the one of `opened` to the one of `asAt`, those without anything as 0; also any earlier month that
 * has a figure, so that the months always add up to the whole. None where `asAt` lies before both.
 *
 * @param counted - the months that have any figure; what people of earlier months came to counts in the month decided
 */
export function monthsOf(counted: readonly GroupFigures[], opened: Day, asAt: Day): Month[] {
  const byMonth = new Map(counted.map((each) => [each.group, each]))
  const months: Month[] = []
  const first = [firstOfMonth(opened), ...(byMonth.keys() as Iterable<Day>)].sort()[0] ?? opened
  for (let month = first; month <= asAt; month = addMonths(month, 1)) {
    const { asAt: _, group: __, ...figures } = byMonth.get(month) ?? { ...NO_FIGURES, asAt, group: month }
    months.push({ ...figures, month })
  }
  return openAtEnd(months)
}

/** Months in their order, of which each has what changed in it, so that who isn't decided are those at the month's end. */
export function openAtEnd<Month extends Pick<Figures, "notYetDecided" | "peopleConcerned">>(
  months: readonly Month[],
): Month[] {
  let before = 0
  return months.map((month) => {
    const all = { notYetDecided: before + month.notYetDecided, peopleConcerned: before + month.peopleConcerned }
    before = all.notYetDecided
    return { ...month, ...all }
  })
}
