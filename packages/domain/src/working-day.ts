import { addDays, type Day, daysBetween } from "./day.ts"

/**
 * Bank holidays of England and Wales, as `MM-DD` by year. Proclamations add and move days, so this is a table.
 * Source: domain rules §6, calculated, with the Coronation of 8 May 2023.
 */
const BANK_HOLIDAYS: Record<string, readonly string[]> = {
  "2022": ["01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"],
  "2023": ["01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"],
  "2024": ["01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"],
  "2025": ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"],
  "2026": ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"],
  "2027": ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"],
  "2028": ["01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"],
}

/** Every bank holiday of the table, for the database's own copy. */
export const bankHolidays: readonly Day[] = Object.entries(BANK_HOLIDAYS).flatMap(([year, days]) =>
  days.map((monthDay) => `${year}-${monthDay}` as Day),
)

/** Whether staff are expected at work on `on`: neither a weekend nor a bank holiday. */
export function isWorkingDay(on: Day): boolean {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !bankHolidays.includes(on)
}

/** The `count`th working day after `from`. Day 0 is the day itself, so a count of 0 gives `from` (domain rules §6). */
export function addWorkingDays(from: Day, count: number): Day {
  let on = from
  for (let left = count; left > 0; ) {
    on = addDays(on, 1)
    if (isWorkingDay(on)) left -= 1
  }
  return on
}

/** Monday to Friday among the days from Monday 29 December 1969 up to and including `on`. */
function weekdaysUpTo(on: Day): number {
  const days = daysBetween("1969-12-29", on) + 1
  return Math.floor(days / 7) * 5 + Math.min(((days % 7) + 7) % 7, 5)
}

/**
 * Working days after `from` up to and including `to`; negative where `to` lies before `from`. Counted, not walked: a
 * queue asks it for fifty reports, some of them years apart.
 */
export function workingDaysBetween(from: Day, to: Day): number {
  if (to < from) return 0 - workingDaysBetween(to, from) // no minus zero
  const holidays = bankHolidays.filter((day) => day > from && day <= to).length // none falls on a weekend
  return weekdaysUpTo(to) - weekdaysUpTo(from) - holidays
}
