import { z } from "zod"

/** A calendar day in Europe/London, `2026-03-01`. No finer time of a reporter is ever kept (design §5). */
export type Day = `${number}-${number}-${number}`

/** Parses a real calendar day; 30 February is none. */
export const day = z.iso.date().transform((typed) => typed as Day)

const london = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
})

/** The day in Europe/London at the instant `moment`. */
export const dayOf = (moment: Date): Day => london.format(moment) as Day

/** The day `count` calendar days after `from`; before it where `count` is negative. */
export function addDays(from: Day, count: number): Day {
  const at = new Date(`${from}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + count)
  return at.toISOString().slice(0, 10) as Day
}

/** The day `count` months after `from`; the month's last where it has no such day. */
export function addMonths(from: Day, count: number): Day {
  const [year = 0, month = 0, date = 0] = from.split("-").map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + count + 1, 0))
  lastOfMonth.setUTCDate(Math.min(date, lastOfMonth.getUTCDate()))
  return lastOfMonth.toISOString().slice(0, 10) as Day
}

/** The first day of the month that `on` is in. */
export const firstOfMonth = (on: Day): Day => `${on.slice(0, 8)}01` as Day

/** Calendar days from `from` to `to`; negative where `to` lies before. */
export const daysBetween = (from: Day, to: Day): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000

/** Tells the day. Servers pass {@link systemClock}; tests and the seed pass their own. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
