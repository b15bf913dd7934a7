import { addDays, type Day, firstOfMonth } from "@candour/domain/day.ts"
import { type Grain, periodOf, type Register } from "../protection/cell.ts"
import { isTiedTo } from "../protection/margins.ts"
import { periodEnd } from "./period.ts"

/**
 * On which days figures are given: on any, on the last of a month, or on that of a quarter. Of days that follow each
 * other, the first with one more would be the day of a report (decision 20).
 */
export type Spacing = "day" | Extract<Grain, "month" | "quarter">

/** Whether figures that are given `each` of these are given as at `on`. */
export const isGivenDay = (on: Day, each: Spacing): boolean =>
  each === "day" || on === periodEnd(periodOf(on.slice(0, 7), each) as string)

/** The last day that was over by `today` and as at which figures are given. */
export function lastGivenDay(each: Spacing, today: Day): Day {
  let on = addDays(today, -1)
  while (!isGivenDay(on, each)) on = addDays(firstOfMonth(on), -1)
  return on
}

/**
 * A day of the month of `asAt`, and not its last, as at which counts tied to `measure` went out already: two such in a
 * month would lie too close together.
 */
export function otherDayGiven(asAt: Day, measure: string, register: Register): Day | undefined {
  if (isGivenDay(asAt, "month")) return undefined
  return register
    .flatMap(({ tables }) => tables)
    .find(
      (table) =>
        table.asAt !== asAt &&
        table.asAt.slice(0, 7) === asAt.slice(0, 7) &&
        !isGivenDay(table.asAt, "month") &&
        table.cells.some(({ name }) => isTiedTo(measure, name.measure)),
    )?.asAt
}
