import { describe, expect, test } from "vitest"
import type { Directory, Force } from "./directory-shape.ts"
import { createRouter } from "./router.ts"
import { standingFor } from "./successor.ts"

const force = (id: string, name: string, more: Partial<Force> = {}): Force => ({
  id,
  kind: "territorial",
  name: { en: `${name} Police` },
  shortName: name,
  aliases: [`${name} Constabulary`],
  region: "North",
  ...more,
})

/** Two invented forces that become one on 1 April 2030. */
const directory: Directory = {
  forces: [
    force("northmoor", "Northmoor", { to: "2030-03-31" }),
    force("southmoor", "Southmoor", { to: "2030-03-31" }),
    force("moorland", "Moorland", { from: "2030-04-01", succeeds: ["northmoor", "southmoor"] }),
    force("fen", "Fen"),
  ],
  elsewhere: [],
  places: [
    { names: ["Ling"], kind: "town", forces: ["northmoor"], population: 9_000 },
    { names: ["Tarn"], kind: "town", forces: ["northmoor", "southmoor"], population: 0 },
    { names: ["Beck"], kind: "town", forces: ["southmoor", "fen"], population: 0 },
  ],
  postcodes: { NM1: ["northmoor"], NM2: ["southmoor", "northmoor"] },
  postcodeMoves: [],
  postcodeAreas: {},
  elsewherePlaces: {},
  largerNamesakes: {},
  longerNames: {},
  commonWords: [],
  heardAs: {},
  olderCounties: {},
  counties: {},
  countyOf: {},
}
const route = createRouter(directory)
const before = "2030-03-31"
const after = "2030-04-01"

describe("when two forces merge", () => {
  test.each(["Northmoor Police", "northmoor constabulary", "Ling", "NM1"])(
    "%s goes to the old force until its last day",
    (hint) => {
      expect(route(hint, before)).toMatchObject({ kind: "routed", tenants: ["northmoor"] })
    },
  )

  test.each(["Northmoor Police", "Southmoor", "Moorland Police", "Ling", "NM1", "NM2"])(
    "%s goes to the new force from its first day",
    (hint) => {
      expect(route(hint, after)).toMatchObject({ kind: "routed", tenants: ["moorland"] })
    },
  )

  test.each([
    ["Northmoor Police", "northmoor"],
    ["southmoor constabulary", "southmoor"],
    ["Ling", "northmoor"],
    ["NM1", "northmoor"],
    ["Moorland Police", undefined],
    ["Tarn", undefined], // both policed it
  ])("%s is of the area of %s within the new force", (hint, area) => {
    const found = route(hint, after)
    expect(found).toMatchObject({ kind: "routed", tenants: ["moorland"] })
    expect(found.kind === "routed" && found.area).toBe(area)
    expect(route(hint, before)).not.toHaveProperty("area")
  })

  test("the area outlives a second merger, and a place that came from elsewhere has none", () => {
    const again = createRouter({
      ...directory,
      forces: [
        ...directory.forces.map((force) => (force.id === "moorland" ? { ...force, to: "2034-12-31" as const } : force)),
        force("upland", "Upland", { from: "2035-01-01", succeeds: ["moorland"] }),
      ],
      places: [
        ...directory.places,
        { names: ["Fold"], kind: "town", forces: ["fen"], population: 900, to: "2034-12-31" },
        { names: ["Fold"], kind: "town", forces: ["upland"], population: 900, from: "2035-01-01" },
      ],
    })
    expect(again("Ling", "2035-06-01")).toMatchObject({ tenants: ["upland"], area: "northmoor" })
    expect(again("Fold", "2034-12-31")).toMatchObject({ tenants: ["fen"] })
    expect(again("Fold", "2035-01-01")).toMatchObject({ tenants: ["upland"] })
    expect(again("Fold", "2035-01-01")).not.toHaveProperty("area")
  })

  test("what both shared was a question and is none any more", () => {
    expect(route("Tarn", before)).toMatchObject({ kind: "choose", tenants: ["northmoor", "southmoor"] })
    expect(route("Tarn", after)).toMatchObject({ kind: "routed", tenants: ["moorland"] })
    expect(route("NM2", before)).toMatchObject({ kind: "choose", reason: "border-postcode" })
  })

  test("a question with a third force stays a question", () => {
    expect(route("Beck", after)).toMatchObject({ kind: "choose", tenants: ["moorland", "fen"] })
  })

  test("the new force's name means the old ones before its first day", () => {
    expect(route("Moorland Police", before)).toMatchObject({
      kind: "choose",
      reason: "merged",
      tenants: ["northmoor", "southmoor"],
    })
  })
})

test("a force that ended without a successor is answered by nobody", () => {
  const gone = createRouter({
    ...directory,
    forces: [force("gone", "Gone", { to: "2029-12-31" })],
    places: [],
    postcodes: {},
  })
  expect(gone("Gone Police", "2029-12-31")).toMatchObject({ kind: "routed", tenants: ["gone"] })
  expect(gone("Gone Police", "2030-01-01")).toMatchObject({ kind: "unknown", reason: "nothing-found" })
})

test("forces that succeed each other in a circle end the search", () => {
  const forces = new Map([
    ["one", force("one", "One", { from: "2030-01-01", succeeds: ["two"] })],
    ["two", force("two", "Two", { from: "2030-01-01", succeeds: ["one"] })],
  ])
  expect(standingFor("one", "2029-01-01", forces)).toEqual([])
})
