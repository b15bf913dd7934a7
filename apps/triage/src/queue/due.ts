import type { Day } from "@candour/domain/day.ts"
import { workingDaysBetween } from "@candour/domain/working-day.ts"
import { en } from "./messages.ts"

/** How long a report has still, in working days, as a queue says it. */
export interface DueWords {
  words: string
  overdue: boolean
}

/** Stands for the day of a report whose every clock stands still (migration 0022, `queue_due`). */
export const NO_DAY: Day = "9999-12-31"

/** Says how far `due` is from `today`: "2 working days left", "Today", "3 working days overdue". */
export function dueWords(due: Day, today: Day): DueWords {
  if (due === NO_DAY) return { words: en.due.nothing, overdue: false }
  const days = workingDaysBetween(today, due)
  if (due < today) return { words: en.due.overdue(-days), overdue: true }
  if (due === today) return { words: en.due.today, overdue: false }
  return { words: days === 0 ? en.due.beforeNext : en.due.left(days), overdue: false }
}
