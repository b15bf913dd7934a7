import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { bytesOf, fromBase64url, textOf, toBase64url } from "./encoding.ts"
import { Damaged } from "./refused.ts"

property.prop({ bytes: fc.uint8Array() })("base64url is Node's, and comes back", ({ bytes }) => {
  expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString("base64url"))
  expect(fromBase64url(toBase64url(bytes))).toEqual(bytes)
})

test.each([8_191, 8_192, 8_193, 40_000])("so do %i bytes, which are written in pieces", (length) => {
  const bytes = Uint8Array.from({ length }, (_, at) => (at * 31) % 256)
  expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString("base64url"))
  expect(fromBase64url(toBase64url(bytes))).toEqual(bytes)
})

test.each(["a", "ab+/", "ab==", "a b", "é"])("%j is no base64url", (text) => {
  expect(() => fromBase64url(text)).toThrow(Damaged)
})

property.prop({ text: fc.string({ unit: "grapheme" }) })("text comes back from its bytes", ({ text }) => {
  expect(textOf(bytesOf(text))).toBe(text)
  expect(textOf(bytesOf(`\ufeff${text}`))).toBe(`\ufeff${text}`)
})

test("bytes that are no text are refused", () => {
  expect(() => textOf(Uint8Array.of(0xff))).toThrow(Damaged)
})
