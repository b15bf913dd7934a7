import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { bytesOf, textOf } from "./encoding.ts"
import { bytesOfPlace, type Place, placeOf, putInPlace, takeFromPlace } from "./place.ts"
import { Damaged, NotThisPlace, UnknownVersion } from "./refused.ts"

const somePlace: fc.Arbitrary<Place> = fc.record({
  tenant: fc.string({ maxLength: 3 }),
  report: fc.string({ maxLength: 3 }),
  part: fc.string({ maxLength: 3 }),
  number: fc.nat(3),
  previous: fc.option(fc.uint8Array({ maxLength: 2 }), { nil: undefined }),
})

property.prop({ one: somePlace, other: somePlace })("two places give the same bytes only if they are the same", (p) => {
  const { one, other } = p
  const same = (["tenant", "report", "part", "number"] as const).every((field) => one[field] === other[field])
  const samePrevious = `${one.previous ?? ""}` === `${other.previous ?? ""}`
  expect(`${bytesOfPlace(one)}` === `${bytesOfPlace(other)}`).toBe(same && samePrevious)
})

property.prop({ place: somePlace, content: fc.string({ unit: "grapheme" }), step: fc.integer({ min: 1, max: 5000 }) })(
  "what is put in a place is taken from it, whatever the step, and fills whole steps",
  ({ place, content, step }) => {
    const plaintext = putInPlace(bytesOfPlace(place), bytesOf(content), step)
    expect(plaintext.length % step).toBe(0)
    expect(textOf(takeFromPlace(bytesOfPlace(place), plaintext))).toBe(content)
  },
)

const here = placeOf("test", "here")
const plaintext = putInPlace(here, bytesOf("content"), 64)

test("a kind of place is never another kind with the same fields", () => {
  expect(() => takeFromPlace(placeOf("other", "here"), plaintext)).toThrow(NotThisPlace)
})

test("the beginning of a place is not the place", () => {
  expect(() => takeFromPlace(placeOf("test"), plaintext)).toThrow(NotThisPlace)
  expect(() => takeFromPlace(placeOf("test", "here", ""), plaintext)).toThrow(NotThisPlace)
})

test("a format of another release is named as such", () => {
  expect(() => takeFromPlace(here, plaintext.with(0, 2))).toThrow(UnknownVersion)
  expect(() => takeFromPlace(here, new Uint8Array())).toThrow(UnknownVersion)
})

test("lengths that point outside are refused, for every cut", () => {
  const whole = 1 + 4 + here.length + 4 + "content".length
  for (let length = 1; length < whole; length++) {
    expect(() => takeFromPlace(here, plaintext.slice(0, length))).toThrow(Damaged)
  }
  expect(textOf(takeFromPlace(here, plaintext.slice(0, whole)))).toBe("content")
})

test.each([-1, 0.5, 2 ** 32, Number.NaN])("the number %d is no place's", (number) => {
  expect(() => placeOf("test", number)).toThrow(RangeError)
})
