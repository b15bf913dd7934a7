import { test as property } from "@fast-check/vitest"
import fc from "fast-check"
import { expect, test } from "vitest"
import { onePerson } from "./one-person.ts"

test("a report matched to one of two that are matched is about the same person as both", () => {
  expect(
    onePerson([
      ["a", "b"],
      ["c", "d"],
      ["b", "e"],
    ]).map((group) => group.toSorted()),
  ).toEqual([
    ["a", "b", "e"],
    ["c", "d"],
  ])
})

const end = fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h")
property.prop({ matches: fc.array(fc.tuple(end, end), { maxLength: 12 }) })(
  "whoever is matched stands in one group, with everybody matched to them, in whatever order it was said",
  ({ matches }) => {
    const groups = onePerson(matches)
    expect(groups.flat().toSorted()).toEqual([...new Set(matches.flat())].toSorted())
    for (const [one, other] of matches) {
      expect(groups.find((group) => group.includes(one))).toContain(other)
    }
    const sorted = (list: string[][]) => list.map((group) => group.toSorted().join()).toSorted()
    expect(sorted(onePerson(matches.toReversed()))).toEqual(sorted(groups))
  },
)
