import { expect, test } from "vitest"
import { coveredOn } from "./covers.ts"
import { forces } from "./directory.ts"
import type { Directory, Force, Place } from "./directory-shape.ts"
import { facts } from "./facts.ts"
import { wholeDirectory } from "./whole-directory.ts"

const TODAY = "2026-11-24"

test("every local authority is covered by one force, and every territorial force covers some", () => {
  const covered = coveredOn(TODAY, wholeDirectory(), facts.areas)
  const authorities = [...covered.values()].flatMap((each) => each.authorities)
  expect(authorities).toHaveLength(facts.counts.authorities)
  for (const { id, kind } of forces(TODAY)) expect([id, covered.has(id)]).toEqual([id, kind === "territorial"])
  expect(covered.get("gwent")?.authorities).toEqual([
    "Blaenau Gwent",
    "Caerphilly",
    "Monmouthshire",
    "Newport",
    "Torfaen",
  ])
  expect(covered.get("humberside")).toMatchObject({ counties: ["Humberside"], parts: ["Yorkshire"] })
})

const force = (id: string, more: Partial<Force> = {}): Force => ({
  id,
  kind: "territorial",
  name: { en: id },
  shortName: id,
  aliases: [],
  region: "East of England",
  ...more,
})
const place = (name: string, kind: Place["kind"], forces: string[], more: Partial<Place> = {}): Place => ({
  names: [name],
  kind,
  forces,
  population: 0,
  ...more,
})
const merging: Pick<Directory, "forces" | "places"> = {
  forces: [
    force("norfolk", { to: "2030-03-31" }),
    force("suffolk", { to: "2030-03-31" }),
    force("east", { from: "2030-04-01", succeeds: ["norfolk", "suffolk"] }),
  ],
  places: [
    place("Norfolk", "county", ["norfolk"]),
    place("East Anglia", "county", ["norfolk", "suffolk"]),
    place("Ipswich", "authority", ["suffolk"]),
    place("Old Town", "authority", ["norfolk"], { to: "2030-03-31" }),
    place("Luton", "town", ["norfolk"]),
    place("Iceni", "county", ["norfolk"]),
  ],
}

const AREAS = ["Norfolk", "East Anglia", "Ipswich", "Old Town", "Luton"]

test("the day before a merger each has its own; from the day on the new force has all, and what was shared is whole", () => {
  const before = coveredOn("2030-03-31", merging, AREAS)
  expect(before.get("norfolk")).toEqual({ authorities: ["Old Town"], counties: ["Norfolk"], parts: ["East Anglia"] })
  expect(before.has("east")).toBe(false)
  const after = coveredOn("2030-04-01", merging, AREAS)
  expect([...after]).toEqual([["east", { authorities: ["Ipswich"], counties: ["East Anglia", "Norfolk"], parts: [] }]])
})
