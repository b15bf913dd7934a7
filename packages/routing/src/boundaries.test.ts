import { describe, expect, test } from "vitest"
import { areaWithin, boundariesOn, changesOfBoundaries } from "./boundaries.ts"
import { forcesEver } from "./directory.ts"
import type { Force } from "./directory-shape.ts"

const force = (id: string, more: Partial<Force> = {}): Force => ({
  id,
  kind: "territorial",
  name: { en: `${id} Police` },
  shortName: id,
  aliases: [],
  region: "North",
  ...more,
})

/** Two forces become one in 2030, and that one and a third another in 2035. */
const forces = [
  force("northmoor", { to: "2030-03-31" }),
  force("southmoor", { to: "2030-03-31" }),
  force("moorland", { from: "2030-04-01", to: "2034-12-31", succeeds: ["northmoor", "southmoor"] }),
  force("fen", { to: "2034-12-31" }),
  force("north", { from: "2035-01-01", succeeds: ["moorland", "fen"] }),
  force("coast"),
]

describe("the boundaries of a day", () => {
  test.each([
    ["2030-03-31", {}],
    ["2030-04-01", { northmoor: "moorland", southmoor: "moorland" }],
    ["2035-01-01", { northmoor: "north", southmoor: "north", moorland: "north", fen: "north" }],
  ] as const)("on %s each force of another day has the one that stands in its place", (on, standing) => {
    expect(boundariesOn(on, forces)).toEqual({
      on,
      standing,
      wentInto: { moorland: ["northmoor", "southmoor"], north: ["northmoor", "southmoor", "moorland", "fen"] },
    })
  })

  test("a force that only changed its id stands for itself, before and after", () => {
    const renamed = [force("old", { to: "2030-03-31" }), force("new", { from: "2030-04-01", succeeds: ["old"] })]
    expect(boundariesOn("2030-03-31", renamed).standing).toEqual({ new: "old" })
    expect(boundariesOn("2030-04-01", renamed).standing).toEqual({ old: "new" })
  })

  test("what was divided is told apart by none of its parts", () => {
    const divided = [
      force("whole", { to: "2030-03-31" }),
      force("east", { from: "2030-04-01", succeeds: ["whole"] }),
      force("west", { from: "2030-04-01", succeeds: ["whole"] }),
    ]
    expect(boundariesOn("2030-04-01", divided)).toMatchObject({ standing: {}, wentInto: {} })
    expect(boundariesOn("2030-03-31", divided).standing).toEqual({ east: "whole", west: "whole" })
  })

  test("a report counts as of the area within its force, and of nothing that didn't go into it", () => {
    expect(areaWithin("moorland", "northmoor", forces)).toBe("northmoor")
    expect(areaWithin("north", "northmoor", forces)).toBe("northmoor")
    for (const area of ["fen", "narnia", "north", "moorland", undefined])
      expect(areaWithin("moorland", area, forces)).toBe("moorland")
  })

  test("change on the first days of forces that took others' places", () => {
    expect(changesOfBoundaries(forces)).toEqual(["2030-04-01", "2035-01-01"])
  })

  test("of today's directory are the same on every day", () => {
    expect(changesOfBoundaries(forcesEver())).toEqual([])
    for (const on of ["2022-11-29", "2040-01-01"] as const)
      expect(boundariesOn(on, forcesEver())).toEqual({ on, standing: {}, wentInto: {} })
  })
})
