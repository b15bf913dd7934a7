import type { Language } from "@candour/domain/contact.ts"
import { addDays, type Clock, dayOf } from "@candour/domain/day.ts"
import { addWorkingDays } from "@candour/domain/working-day.ts"
import { formatWeekday, type Messages } from "./language.ts"

/** Two days in words. */
export interface ReceiptDays {
  openBy: string
  lookFrom: string
}

/** What arrives from this hour on counts as the next day's (domain rules §6). */
const CLOSING_HOUR = 17

const hour = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "numeric", hourCycle: "h23" })

/**
 * By when the team should have opened a report that arrives now, and from when it is worth looking: one working day to
 * acknowledge it (domain rules §6), and the working day after. In words, such as "Tuesday 3 March", in both languages.
 */
export function receiptDays(clock: Clock): Messages<ReceiptDays> {
  const now = clock.now()
  const late = Number(hour.format(now)) >= CLOSING_HOUR
  const openBy = addWorkingDays(late ? addDays(dayOf(now), 1) : dayOf(now), 1)
  const inWords = (language: Language): ReceiptDays => ({
    openBy: formatWeekday(openBy, language),
    lookFrom: formatWeekday(addWorkingDays(openBy, 1), language),
  })
  return { en: inWords("en"), cy: inWords("cy") }
}
