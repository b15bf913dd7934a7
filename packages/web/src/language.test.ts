import { expect, test } from "vitest"
import { formatDay, formatShortDay, formatWeekday, plural } from "./language.ts"

test("Welsh counts in six forms, English in two", () => {
  const forms = { zero: "zero", one: "one", two: "two", few: "few", many: "many", other: "other" }
  expect([0, 1, 2, 3, 6, 5].map((count) => plural("cy", count, forms))).toEqual([
    "zero",
    "one",
    "two",
    "few",
    "many",
    "other",
  ])
  expect([0, 1, 2].map((count) => plural("en", count, forms))).toEqual(["other", "one", "other"])
})

test("a form that a language needs and a message leaves out is the other one", () => {
  expect(plural("cy", 2, { one: "1 ffeil", other: "ffeiliau" })).toBe("ffeiliau")
})

test("a day is written as people say it, whatever the machine's time zone", () => {
  expect(formatDay("2026-03-01", "en")).toBe("1 March 2026")
  expect(formatDay("2026-03-01", "cy")).toBe("1 Mawrth 2026")
  expect(formatShortDay("2026-09-01", "en")).toBe("1 Sept 2026")
  expect(formatWeekday("2026-03-03", "en")).toBe("Tuesday 3 March")
})
