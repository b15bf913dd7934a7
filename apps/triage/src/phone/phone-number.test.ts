import { expect, test } from "vitest"
import { holdsPhoneNumber } from "./phone-number.ts"

test.each([
  "Ring me on 07700 900123.",
  "07700900123",
  "(020) 7946 0958",
  "029 2018 0000",
  "0800 555 111",
  "+44 7700 900 123",
  "+44 (0)20-7946-0958",
  "0044 7700.900.123",
  "her mobile is 0 7 7 0 0 9 0 0 1 2 3",
])("a number of the United Kingdom is seen: %s", (text) => {
  expect(holdsPhoneNumber(text)).toBe(true)
})

test.each([
  "",
  "PC 1234, warrant number 198765",
  "on 03/02/2026 at 21:30",
  "between 2019 and 2024",
  "he rang 999, then 101",
  "the car was LB07 SEO",
  "20 digits: 1234 5678 9012 3456 7890",
  "a case number 012345",
])("what is none isn't: %s", (text) => {
  expect(holdsPhoneNumber(text)).toBe(false)
})
