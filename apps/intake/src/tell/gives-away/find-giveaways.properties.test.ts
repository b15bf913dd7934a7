import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { findGiveaways } from "./find-giveaways.ts"

/** Pieces that rules look for, put together in any way. */
const pieces = fc.constantFrom(
  "my ",
  "husband",
  "fy ",
  "ngŵr",
  "I ",
  "i ",
  "I’m ",
  "name is ",
  "Sarah",
  "@",
  "example",
  ".org",
  "07700 ",
  "900123",
  "AB12 ",
  "CDE",
  "CT16 ",
  "1AA",
  "at 3.15 ",
  "on ",
  "Tuesday ",
  "\n",
  "Regards, ",
  "only ",
  "dim ond fi",
  "12 ",
  "High ",
  "Street",
  "\u0302",
  "🚓",
  "’s",
  " ",
)
const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join("")),
)
const languages = fc.constantFrom("en" as const, "cy" as const)

property.prop({ text: texts, lang: languages })(
  "whatever is typed, the ranges lie inside it, in order, and none over another",
  ({ text, lang }) => {
    let last = 0
    for (const { start, end } of findGiveaways(text, lang)) {
      expect(start).toBeGreaterThanOrEqual(last)
      expect(end).toBeGreaterThan(start)
      expect(end).toBeLessThanOrEqual(text.length)
      last = end
    }
  },
)

property.prop({ text: texts, lang: languages })("“I” is shown once at most", ({ text, lang }) => {
  const alone = findGiveaways(text, lang).filter(({ kind }) => kind === "first-person")
  expect(alone.length).toBeLessThanOrEqual(1)
})

const LONGEST = 100_000

test.each([
  ["an account", "He hit my brother at 3.15 on Tuesday night and I was on shift. "],
  ["one letter", "a"],
  ["digits", "0"],
  ["digits apart", "07 "],
  ["spaces", " "],
  ["line breaks", "\n"],
  ["capitals", "AB1 "],
  ["names", "Mary "],
  ["“my”", "my "],
  ["ats", "a@a."],
  ["“I work”", "I work "],
  ["accents", "ŵ\u0302"],
  ["police cars", "🚓"],
])("the longest text, of %s, takes less than a second", (_, piece) => {
  const text = piece.repeat(LONGEST / piece.length)
  const began = performance.now()
  findGiveaways(text, "en")
  expect(performance.now() - began).toBeLessThan(1_000)
})
