import { test as property } from "@fast-check/vitest"
import fc from "fast-check"
import { expect, test } from "vitest"
import { idsOf, referenceOf } from "./reference.ts"

const id = fc.uuid({ version: 4 })
const bits = (of: string) => of.replaceAll("-", "").slice(0, 10)

test("a report's reference is read from the left of its id", () => {
  expect(referenceOf("00000000-0000-4000-8000-000000000000")).toBe("0000-0000")
  expect(referenceOf("ffffffff-ffff-4fff-bfff-ffffffffffff")).toBe("ZZZZ-ZZZZ")
  expect(referenceOf("00000000-0100-4000-8000-000000000000")).toBe("0000-0001")
  expect(referenceOf("08421084-2100-4000-8000-000000000000")).toBe("1111-1111")
})

property.prop({ id })("a reference has eight characters that nobody mistakes, in two halves", ({ id }) => {
  expect(referenceOf(id)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(referenceOf(id.toUpperCase())).toBe(referenceOf(id))
})

property.prop({ one: id, other: id })(
  "ids that differ in their first 40 bits differ in reference",
  ({ one, other }) => {
    expect(referenceOf(one) === referenceOf(other)).toBe(bits(one) === bits(other))
  },
)

property.prop({ id })("an id lies in the span of its own reference, however somebody writes that", ({ id }) => {
  const reference = referenceOf(id)
  const written = [
    reference,
    reference.toLowerCase(),
    reference.replace("-", ""),
    ` ${reference.replace("-", " ")} `,
    reference.replaceAll("1", "l").replaceAll("0", "o"),
  ]
  for (const each of written) {
    const { first, last } = idsOf(each) ?? { first: "", last: "" }
    expect(first <= id && id <= last).toBe(true)
    expect([referenceOf(first), referenceOf(last)]).toEqual([reference, reference])
  }
})

test("what can't be a reference names no ids", () => {
  for (const typed of ["", "K7QF", "K7QF-2M9P-1", "K7QF-2M9U", "K7QF_2M9P", "%%%%-%%%%"])
    expect(idsOf(typed)).toBeUndefined()
})
