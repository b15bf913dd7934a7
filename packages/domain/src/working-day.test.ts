import { test as property } from "@fast-check/vitest"
import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays } from "./day.ts"
import { addWorkingDays, bankHolidays, isWorkingDay, workingDaysBetween } from "./working-day.ts"

const day = fc.integer({ min: 0, max: 2_600 }).map((count) => addDays("2022-01-01", count))

test("no bank holiday of the table falls on a weekend: a weekend's moves to the next free weekday", () => {
  expect(bankHolidays.filter((on) => [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay()))).toEqual([])
})

test("Easter 2026: from Thursday to Tuesday is one working day", () => {
  expect(workingDaysBetween("2026-04-02", "2026-04-07")).toBe(1)
  expect(addWorkingDays("2026-04-02", 1)).toBe("2026-04-07")
})

property.prop({ from: day, length: fc.integer({ min: 0, max: 400 }) })(
  "working days between two days are those that one passes",
  ({ from, length }) => {
    const passed = Array.from({ length }, (_, index) => addDays(from, index + 1)).filter(isWorkingDay)
    expect(workingDaysBetween(from, addDays(from, length))).toBe(passed.length)
    expect(workingDaysBetween(addDays(from, length), from)).toBe(0 - passed.length)
  },
)

property.prop({ from: day, count: fc.integer({ min: 0, max: 100 }) })(
  "adding working days and counting them agree",
  ({ from, count }) => {
    expect(workingDaysBetween(from, addWorkingDays(from, count))).toBe(count)
  },
)
