import { addDays, type Day } from "@candour/domain/day.ts"
import { addWorkingDays } from "@candour/domain/working-day.ts"
import { test as property } from "@fast-check/vitest"
import fc from "fast-check"
import { expect, test } from "vitest"
import { dueWords } from "./due.ts"
import { momentPlaceOf, placeText, queuePlaceOf } from "./view.ts"

const day = fc.integer({ min: 0, max: 1_500 }).map((count) => addDays("2024-01-01", count))

test.each<[due: Day, words: string]>([
  ["2026-03-04", "Today"],
  ["2026-03-05", "1 working day left"],
  ["2026-03-06", "2 working days left"],
  ["2026-03-09", "3 working days left"],
  ["9999-12-31", "Nothing due"],
  ["2026-03-03", "1 working day overdue"],
  ["2026-02-27", "3 working days overdue"],
])("on Wednesday 4 March 2026, what is due on %s says %s", (due, words) => {
  expect(dueWords(due, "2026-03-04").words).toBe(words)
})

test("over a weekend nothing counts: due on Sunday reads from Saturday as before the next working day", () => {
  expect(dueWords("2026-03-08", "2026-03-07").words).toBe("Before the next working day")
  expect(dueWords("2026-03-07", "2026-03-08").words).toBe("Overdue")
})

property.prop({ today: day, due: day })("a report is overdue exactly when its due day has passed", ({ today, due }) => {
  expect(dueWords(due, today).overdue).toBe(due < today)
})

property.prop({ today: day, count: fc.integer({ min: 2, max: 60 }) })(
  "a report due in some working days says how many",
  ({ today, count }) => {
    expect(dueWords(addWorkingDays(today, count), today).words).toBe(`${count} working days left`)
  },
)

property.prop({ urgency: fc.integer({ min: 0, max: 2 }), due: day, id: fc.uuid() })(
  "a place in the queue survives its address",
  ({ urgency, due, id }) => {
    expect(queuePlaceOf(placeText(urgency, due, id))).toEqual({ urgency, due, id })
  },
)

property.prop({ text: fc.string() })("any other text is no place", ({ text }) => {
  expect(queuePlaceOf(text)).toBeUndefined()
  expect(momentPlaceOf(text)).toBeUndefined()
})
