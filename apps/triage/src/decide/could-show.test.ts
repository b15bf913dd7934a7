import { test as property } from "@fast-check/vitest"
import fc from "fast-check"
import { expect, test } from "vitest"
import { couldShow } from "./could-show.ts"

const ACCOUNT =
  "He drove past the allotments three evenings and read her number plate into his radio, and my aunt Philippa saw it."

test("finds the reporter’s own phrases, kin, hours, ways to reach them, and names they wrote", () => {
  const clean =
    "An officer drove past the allotments three evenings at 21:40. Philippa saw it; my sister rang 07700 900123. See CM0D-7K2X."
  expect(couldShow(clean, [ACCOUNT], ["Dan Whitlock"])).toEqual([
    { why: "person", words: "my" },
    { why: "kin", words: "sister" },
    { why: "contact", words: "rang" },
    { why: "contact", words: "CM0D-7K2X" },
    { why: "reach", words: "07700 900123" },
    { why: "hour", words: "21:40" },
    { why: "phrase", words: "drove past the allotments three evenings" },
    { why: "name", words: "Philippa" },
  ])
})

test("says nothing of a text that is clean, and nothing of the person concerned", () => {
  const clean =
    "Whitlock is said to have looked up the keeper of a car, without a policing purpose, one evening in spring."
  const account = "It was PC Whitlock. I know that Whitlock looked up her car."
  expect(couldShow(clean, [account], ["PC Dan Whitlock"])).toEqual([])
})

property.prop({ words: fc.array(fc.stringMatching(/^[a-z]{4,9}$/), { minLength: 5, maxLength: 30 }) })(
  "whatever is copied whole is found",
  ({ words }) => {
    const account = words.join(" ")
    expect(couldShow(account, [account], []).some(({ why }) => why === "phrase")).toBe(true)
  },
)
