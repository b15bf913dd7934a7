import { expect, test } from "vitest"
import { parts } from "../stay-safe/advice.ts"
import { places } from "../who-can-help/places.ts"
import type { Both, Helper } from "./helper.ts"
import { helpers } from "./people.ts"

const everybody: Helper[] = [...helpers, ...Object.values(places).flat()]
const advice = parts.flatMap((part) => part.advice)

const filled = (words: Both) => words.en.trim() !== "" && words.cy.trim() !== ""

test("everybody has a name and a way to be reached in both languages", () => {
  for (const { name, reach, hours, serves, source } of everybody) {
    for (const words of [name, reach, serves, source]) expect(words === undefined || filled(words)).toBe(true)
    expect(hours === "always" || filled(hours)).toBe(true)
  }
})

test("the same numbers are given in both languages", () => {
  const digits = (words: string) => words.match(/\d[\d ]*\d/g)?.map((number) => number.replaceAll(" ", ""))
  for (const { reach } of everybody) expect(digits(reach.cy)).toEqual(digits(reach.en))
})

test("a source has the day it was read, and that day has a source", () => {
  for (const { source, checked } of [...everybody, ...advice]) expect(source === undefined).toBe(checked === undefined)
})

test("nobody is listed twice, and danger comes first", () => {
  const names = helpers.map(({ name }) => name.en)
  expect(new Set(names).size).toBe(names.length)
  expect(names[0]).toBe("Emergency")
})

test("each advice says what shows, to do instead, and where it is from", () => {
  for (const { trace, shows, instead, source } of advice)
    for (const words of [trace, shows, instead, source]) expect(filled(words)).toBe(true)
})
