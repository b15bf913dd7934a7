import { fc, test as property } from "@fast-check/vitest"
import { describe, expect, test } from "vitest"
import { fold, policeOf, unwrap, withoutJoining } from "./fold.ts"

describe("a folded name", () => {
  test.each([
    ["Avon & Somerset", "avon and somerset"],
    ["  Ynys   Môn ", "ynys mon"],
    ["King's Lynn", "kings lynn"],
    ["King’s Lynn", "kings lynn"],
    ["Stoke-on-Trent", "stoke on trent"],
    ["St. Helens", "st helens"],
    ["Saint Helens", "st helens"],
    ["The Wirral", "wirral"],
    ["Yr Wyddgrug", "wyddgrug"],
    ["An Garda Síochána", "an garda siochana"],
    ["the City", "the city"],
    ["?!", ""],
  ])("%s is %s", (name, folded) => expect(fold(name)).toBe(folded))

  property.prop({ name: fc.string({ unit: "grapheme" }) })("folds to itself", ({ name }) => {
    const once = fold(name)
    expect(fold(fold(once))).toBe(fold(once))
  })

  test("no longer than a name is read", () => expect(fold("a".repeat(100_000))).toHaveLength(500))
})

test("joining words may be left out of a name of several words only", () => {
  expect(withoutJoining("stoke on trent")).toBe("stoke trent")
  expect(withoutJoining("newcastle on tyne")).toBe(withoutJoining("newcastle upon tyne"))
  expect(withoutJoining("of wells")).toBeUndefined()
})

test.each([
  ["kent constabulary", "kent"],
  ["kent police force", "kent"],
  ["metropolitan police service", "metropolitan"],
  ["heddlu gwent", "gwent"],
  ["police", undefined],
  ["police in kent", undefined],
])("%s is the police of %s", (folded, place) => expect(policeOf(folded)).toBe(place))

test("a wrapping comes off one at a time, the outermost first", () => {
  expect(unwrap("city of london council")).toEqual(["city of london", "london"])
  expect(unwrap("police station in kent")).toEqual(["kent"])
  expect(unwrap("police station")).toEqual([])
  expect(unwrap("in the street")).toEqual([])
})
