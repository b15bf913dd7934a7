import { addDays, type Day } from "@candour/domain/day.ts"
import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { askedScope, typedScope } from "./scope-form.ts"

const TODAY: Day = "2026-03-01"
const asked = (query: Record<string, string>) => askedScope(typedScope(query), TODAY)
const onDay = (day: string, month: string, year: string) =>
  asked({ "asAt-day": day, "asAt-month": month, "asAt-year": year })

test("left empty it is everything, as at today, as known now", () => {
  const everything = { asAt: TODAY, known: "now", from: undefined, to: undefined, line: undefined, force: undefined }
  expect(asked({}).scope).toEqual(everything)
  expect(asked({ "asAt-day": "", "asAt-month": "", "asAt-year": "", known: "", line: "", force: "" }).scope).toEqual(
    everything,
  )
})

test("a line, a force and the national desk can be chosen", () => {
  expect(asked({ line: "metropolitan", force: "kent", known: "then" }).scope).toMatchObject({
    line: "metropolitan",
    force: "kent",
    known: "then",
  })
  expect(asked({ force: "national-desk" }).scope?.force).toBe("national-desk")
})

test("a range may have both ends, one or none, and lies before the day that it is as at", () => {
  const range = (from: string, to: string) => asked({ "as-at": "2025-06-30", from, to })
  expect(range("2024-01-01", "2024-03-31").scope).toMatchObject({ from: "2024-01-01", to: "2024-03-31" })
  expect(range("", "2024-03-31").scope).toMatchObject({ from: undefined, to: "2024-03-31" })
  expect(range("2025-06-30", "").scope).toMatchObject({ from: "2025-06-30", to: undefined })
  expect(range("2024-03-31", "2024-03-30").problems).toEqual({ to: "order" })
  expect(range("2025-07-01", "").problems).toEqual({ from: "order" })
  expect(range("", "2025-07-01").problems).toEqual({ to: "afterAsAt" })
  expect(range("2024-02-30", "soon").problems).toEqual({ from: "day", to: "day" })
})

test("what isn't on the list is a problem of its field, all of them at once", () => {
  expect(asked({ line: "kent", force: "police-scotland", known: "later", "asAt-day": "1" }).problems).toEqual({
    asAt: "day",
    known: "known",
    line: "line",
    force: "force",
  })
})

test.each([
  ["31", "2", "2024"],
  ["29", "2", "2023"],
  ["15", "", "2024"],
  ["15", "1", "24"],
  ["0", "1", "2024"],
  ["1", "1", "0000"],
  ["1", "1", "0202"],
  ["x", "1", "2024"],
  ["1.5", "1", "2024"],
  ["-1", "1", "2024"],
  ["<b>", "1", "2024"],
])("%s %s %s is no real date", (day, month, year) => {
  expect(onDay(day, month, year).problems).toEqual({ asAt: "day" })
})

test("today has come, tomorrow hasn't", () => {
  expect(onDay("1", "3", "2026").scope?.asAt).toBe(TODAY)
  expect(onDay("2", "3", "2026").problems).toEqual({ asAt: "future" })
})

property.prop([fc.nat(2_000), fc.boolean(), fc.constantFrom("", " ")])(
  "every real day is taken, with or without a leading zero or spaces",
  (ago, zeros, space) => {
    const day = addDays(TODAY, -ago)
    const parts = day.split("-").map((part) => space + (zeros ? part : String(Number(part))) + space)
    expect(onDay(parts[2] ?? "", parts[1] ?? "", parts[0] ?? "").scope?.asAt).toBe(day)
  },
)

property.prop([fc.string(), fc.string(), fc.string()])("nothing typed makes it throw", (day, month, year) => {
  const { scope, problems } = onDay(day, month, year)
  expect((scope === undefined) !== (problems === undefined)).toBe(true)
})
