import { type Day, daysBetween } from "@candour/domain/day.ts"
import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { type GroupFigures, NO_FIGURES } from "./figures.ts"
import { monthsOf } from "./months.ts"

const of = (group: Day, figures: Partial<GroupFigures>): GroupFigures => ({
  ...NO_FIGURES,
  asAt: "2024-03-05",
  group,
  ...figures,
})

test("a month without anything is there as 0, from the opening to the day", () => {
  const months = monthsOf([of("2024-01-01", { contacts: 3 })], "2023-11-29", "2024-03-05")
  expect(months.map(({ month, contacts }) => [month, contacts])).toEqual([
    ["2023-11-01", 0],
    ["2023-12-01", 0],
    ["2024-01-01", 3],
    ["2024-02-01", 0],
    ["2024-03-01", 0],
  ])
})

test("the month of the day is there from its first day", () => {
  expect(monthsOf([], "2024-01-31", "2024-03-01").map(({ month }) => month)).toEqual([
    "2024-01-01",
    "2024-02-01",
    "2024-03-01",
  ])
})

test("people not yet decided are those at a month's end, so no month has fewer than none", () => {
  const assessed = { peopleConcerned: 2, notYetDecided: 2 }
  const decided = { proven: 1, notYetDecided: -1 }
  const months = monthsOf([of("2024-01-01", assessed), of("2024-03-01", decided)], "2024-01-10", "2024-03-05")
  expect(months.map(({ peopleConcerned, proven, notYetDecided }) => [peopleConcerned, proven, notYetDecided])).toEqual([
    [2, 0, 2],
    [2, 0, 2],
    [2, 1, 1],
  ])
})

const month = fc
  .record({ year: fc.integer({ min: 2021, max: 2025 }), number: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, number }) => `${year}-${String(number).padStart(2, "0")}-01` as Day)
const inMonth = fc.record({ month, contacts: fc.nat(50), undecided: fc.integer({ min: -5, max: 5 }) })

property.prop([fc.uniqueArray(inMonth, { selector: (each) => each.month }), month])(
  "no month is left out or there twice, and together they are the whole",
  (counted, opened) => {
    const months = monthsOf(
      counted.map((each) => of(each.month, { contacts: each.contacts, notYetDecided: each.undecided })),
      opened,
      "2025-12-31",
    )
    for (const [index, { month }] of months.slice(1).entries())
      expect([28, 29, 30, 31]).toContain(daysBetween(months[index]?.month ?? month, month))
    expect(months.at(-1)?.month).toBe("2025-12-01")
    expect(months.reduce((sum, { contacts }) => sum + contacts, 0)).toBe(
      counted.reduce((sum, { contacts }) => sum + contacts, 0),
    )
    expect(months.at(-1)?.notYetDecided).toBe(counted.reduce((sum, { undecided }) => sum + undecided, 0))
  },
)
