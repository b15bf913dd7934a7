import { expect, test } from "vitest"
import { londonInstant, rangForm } from "./entry-form.ts"

const NOW = new Date("2026-07-07T13:10:00Z")
const typed = { whom: " The lead ", "rang-day": "7", "rang-month": "7", "rang-year": "2026", time: "14:05" }
const read = (changes: Record<string, string>) =>
  rangForm(NOW).safeParse({ ...typed, told: "That reports wait.", said: "", ...changes })

test("a time of the day is Europe/London’s, in summer and in winter", () => {
  expect(londonInstant("2026-07-07", "14:05").toISOString()).toBe("2026-07-07T13:05:00.000Z")
  expect(londonInstant("2026-01-07", "14:05").toISOString()).toBe("2026-01-07T14:05:00.000Z")
  expect(londonInstant("2026-07-07", "00:30").toISOString()).toBe("2026-07-06T23:30:00.000Z")
})

test("a call is read with the instant at which it was", () => {
  expect(read({}).data).toEqual({
    whom: "The lead",
    told: "That reports wait.",
    said: undefined,
    at: new Date("2026-07-07T13:05:00Z"),
  })
})

test.each([
  ["whom", { whom: " " }, "whom"],
  ["rang", { "rang-day": "31", "rang-month": "6" }, "day"],
  ["time", { time: "25:00" }, "time"],
  ["time", { time: "14:30" }, "future"],
  ["told", { told: "" }, "told"],
])("what is wrong with the field %s is said of it", (field, changes, problem) => {
  const issues = read(changes).error?.issues.map(({ path, message }) => [path.join("."), message])
  expect(issues).toContainEqual([field, problem])
})
