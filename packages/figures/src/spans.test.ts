import { addDays, type Day } from "@candour/domain/day.ts"
import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { type Piece, spansOf } from "./spans.ts"

const someDay = fc.integer({ min: 0, max: 1_200 }).map((days) => addDays("2022-11-20", days))

/** The days of a piece, by trying each: none begins a month or a year where its span says so and it isn't one. */
function daysOf({ span, first, past }: Piece, from: Day): Day[] {
  const days: Day[] = []
  for (let day = first ?? from; day < past; day = addDays(day, 1)) days.push(day)
  const begins = { day: /./, third: /-[012]1$/, month: /-01$/, quarter: /-(01|04|07|10)-01$/, year: /-01-01$/ }[span]
  for (const edge of first === undefined ? [past] : [first, past]) expect(edge).toMatch(begins)
  return days
}

property.prop([someDay, someDay, fc.constantFrom("day", "third", "month", "quarter", "year"), fc.boolean()])(
  "each day is in one span, and no other day is",
  (one, other, longest, isOpen) => {
    const [first, past] = one < other ? [one, other] : [other, one]
    const pieces = spansOf(isOpen ? undefined : first, past, longest)
    const days = pieces.flatMap((piece) => daysOf(piece, "2000-01-01")).toSorted()
    expect(days).toEqual(daysOf({ span: "day", first: isOpen ? "2000-01-01" : first, past }, first))
  },
)

test("the longest spans that fit are taken", () => {
  expect(spansOf("2022-11-09", "2025-05-23", "year")).toEqual([
    { span: "day", first: "2022-11-09", past: "2022-11-11" },
    { span: "third", first: "2022-11-11", past: "2022-12-01" },
    { span: "month", first: "2022-12-01", past: "2023-01-01" },
    { span: "year", first: "2023-01-01", past: "2025-01-01" },
    { span: "quarter", first: "2025-01-01", past: "2025-04-01" },
    { span: "month", first: "2025-04-01", past: "2025-05-01" },
    { span: "third", first: "2025-05-01", past: "2025-05-21" },
    { span: "day", first: "2025-05-21", past: "2025-05-23" },
  ])
})
