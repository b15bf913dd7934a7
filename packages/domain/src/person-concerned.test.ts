import { test as property } from "@fast-check/vitest"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  foldName,
  foldNumber,
  matchStrength,
  type PersonConcerned,
  type TraitKind,
  traitsOf,
} from "./person-concerned.ts"

const nobody: PersonConcerned = { name: "", rank: "", number: "", unit: "", car: "" }
const person = (changes: Partial<PersonConcerned>): PersonConcerned => ({ ...nobody, ...changes })

/** In what two descriptions agree. */
function agreeing(one: Partial<PersonConcerned>, other: Partial<PersonConcerned>): Set<TraitKind> {
  const others = new Set(traitsOf(person(other)).map(({ kind, text }) => `${kind} ${text}`))
  return new Set(
    traitsOf(person(one))
      .filter(({ kind, text }) => others.has(`${kind} ${text}`))
      .map(({ kind }) => kind),
  )
}
const strength = (one: Partial<PersonConcerned>, other: Partial<PersonConcerned>, days = 0) =>
  matchStrength(agreeing(one, other), days)

test("rank, title, case, accents, hyphens and the order of police talk are no part of a name", () => {
  for (const name of ["PC David O’Brien-Jones", "T/Insp. DAVID OBrien Jones", "david o'brienjones"])
    expect(foldName(name).replaceAll(" ", "")).toBe("davidobrienjones")
  expect(agreeing({ name: "SMITH, Siân" }, { name: "Sian Smith" })).toContain("name")
})

test("a number is the same whichever way its letters and noughts stand", () => {
  expect(foldNumber("AS 0456")).toBe("456AS")
  expect(foldNumber("PC 456as")).toBe("456AS")
  expect(foldNumber("no number")).toBe("")
})

describe("how strongly two descriptions point to one person", () => {
  test.each<[Partial<PersonConcerned>, Partial<PersonConcerned>, number, string | undefined]>([
    [
      { name: "Dave Smith", unit: "Ashford nick" },
      { name: "PC David Smith", unit: "Ashford Police Station" },
      0,
      "strong",
    ],
    [{ name: "Smith", number: "456" }, { name: "Sgt D Smith", number: "0456" }, 700, "strong"],
    [{ name: "Smith", number: "456" }, { name: "Smith", number: "456" }, 900, "weak"],
    [{ name: "Mick Harris" }, { name: "Michael Harris" }, 4_000, "fair"],
    [{ number: "1234" }, { number: "1234" }, 30, "fair"],
    [{ name: "Smithy", unit: "Ashford" }, { name: "Jo Smith", unit: "Ashford" }, 0, "weak"],
    [{ name: "Stephen Philips" }, { name: "Steven Phillips" }, 0, "weak"],
    [{ car: "ab12 cde" }, { car: "AB12CDE" }, 0, "weak"],
    [{ name: "Smith" }, { name: "Smith" }, 0, undefined],
    [{ rank: "PC", unit: "Ashford" }, { rank: "PC", unit: "Ashford" }, 0, undefined],
  ])("%o and %o, %i days apart: %s", (one, other, days, expected) => {
    expect(strength(one, other, days)).toBe(expected)
  })
})

property.prop({ name: fc.string(), number: fc.string(), unit: fc.string(), car: fc.string() })(
  "any description agrees with itself in all it says, and an empty part is no trait",
  (said) => {
    const traits = traitsOf(person(said))
    expect(agreeing(said, said).size).toBe(new Set(traits.map(({ kind }) => kind)).size)
    for (const { text } of traits) expect(text.split("|").every((part) => part !== "")).toBe(true)
  },
)
