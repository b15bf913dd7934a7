import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { colleagueTraits, nearTraitsOf } from "./nearness.ts"

const agree = (
  said: Partial<Parameters<typeof colleagueTraits>[0]>,
  concerned: Partial<Parameters<typeof nearTraitsOf>[0]>,
): string[] => {
  const theirs = nearTraitsOf({ name: "", unit: "", ...concerned })
  const traits = colleagueTraits({ surnames: "", units: "", lineUnits: "", linePeople: "", ...said })
  return traits
    .filter(({ kind, text }) => theirs.some((each) => each.kind === kind && each.text === text))
    .map((t) => t.why)
}

const word = fc.stringMatching(/^[a-z]{3,9}$/)
const rank = fc.constantFrom("PC", "DS", "Sgt", "T/Insp", "A/Sgt", "PCSO", "Chief Inspector")
const anyCase = (text: string, upper: boolean) => (upper ? text.toUpperCase() : text)

property.prop({ first: word, last: word, rank, upper: fc.boolean() })(
  "a name is near however its rank, case and order are put",
  ({ first, last, rank, upper }) => {
    const names = [`${first} ${last}`, `${rank} ${first} ${last}`, `${last}, ${first}`].map((name) =>
      anyCase(name, upper),
    )
    for (const name of names) {
      expect(agree({ linePeople: `${first} ${last}` }, { name })).toEqual(
        nearTraitsOf({ name: `${first} ${last}`, unit: "" }).some(({ kind }) => kind === "name") ? ["line"] : [],
      )
      expect(nearTraitsOf({ name, unit: "" })).toEqual(nearTraitsOf({ name: `${first} ${last}`, unit: "" }))
    }
  },
)

property.prop({ unit: word, tail: fc.constantFrom("police station", "Team", "unit", "SQUAD"), upper: fc.boolean() })(
  "a unit is near with or without the words that every unit has",
  ({ unit, tail, upper }) => {
    expect(nearTraitsOf({ name: "", unit: anyCase(`${unit} ${tail}`, upper) })).toEqual(
      nearTraitsOf({ name: "", unit }),
    )
  },
)

property.prop({ one: word, other: word })("another surname is not near", ({ one, other }) => {
  fc.pre(nearTraitsOf({ name: one, unit: "" })[0]?.text !== nearTraitsOf({ name: other, unit: "" })[0]?.text)
  expect(agree({ surnames: one }, { name: `Kim ${other}` })).toEqual([])
})

test("each way of being near is told apart from the others", () => {
  const concerned = { name: "PC Dave Marsh", unit: "Dover response team" }
  expect(agree({ surnames: "Holt\nMarsh" }, concerned)).toEqual(["surname"])
  expect(agree({ units: "Dover Response" }, concerned)).toEqual(["unit"])
  expect(agree({ lineUnits: "dover response" }, concerned)).toEqual(["line"])
  expect(agree({ linePeople: "MARSH, David" }, concerned)).toEqual(["line"])
  expect(agree({ linePeople: "Marsh" }, concerned)).toEqual([])
  expect(agree({ surnames: "Dover" }, concerned)).toEqual([])
})

test("an empty list says nothing, and what is said twice counts once", () => {
  expect(colleagueTraits({ surnames: " \n\n", units: "", lineUnits: "the team", linePeople: "PC" })).toEqual([])
  expect(colleagueTraits({ surnames: "Marsh\nMARSH", units: "", lineUnits: "", linePeople: "" })).toHaveLength(1)
})
