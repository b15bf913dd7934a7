import type { Day } from "@candour/domain/day.ts"
import { workingDaysBetween } from "@candour/domain/working-day.ts"
import { en } from "./messages.ts"

/** How long a report has still, in working days, as a queue says it. */
export interface DueWords {
  words: string
  /** For screen readers, after `words`. */
  aside: string
  overdue: boolean
}

/** Says how far `due` is from `today`: "2 working days left", "Today", "3 overdue". */
export function dueWords(due: Day, today: Day): DueWords {
  const days = workingDaysBetween(today, due)
  if (due < today) return { words: en.due.overdue(-days), aside: en.due.overdueAside(-days), overdue: true }
  if (due === today) return { words: en.due.today, aside: "", overdue: false }
  return { words: days === 0 ? en.due.beforeNext : en.due.left(days), aside: "", overdue: false }
}
