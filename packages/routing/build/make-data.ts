/**
 * Makes `data/directory.json` and `data/places.json`, which the code imports, from the sources beside them:
 * `node packages/routing/build/make-data.ts`. Run it after every change of a source; a test holds them together.
 */
import { writeFileSync } from "node:fs"
import type { Directory, ForcesFile, Place, PlaceKind, PlacesFile } from "../src/directory-shape.ts"
import { fold } from "../src/fold.ts"
import { readSources, type Sources } from "./sources.ts"

const KINDS: Record<Sources["places"][number]["kind"], PlaceKind> = {
  "local-authority": "authority",
  county: "county",
  "region-word": "region",
  airport: "airport",
  town: "town",
}

/** A note of a name says in words which places have it; the ones that it calls by a longer name are found there. */
function longerNamesOf(places: Place[], notes: Map<string, string>): Directory["longerNames"] {
  const found: Directory["longerNames"] = {}
  for (const [name, note] of notes) {
    const said = ` ${fold(note)} `
    for (const { names, forces } of places) {
      const [longer = ""] = names
      const [force = "", ...others] = forces
      if (others.length || !fold(longer).startsWith(`${fold(name)} `) || !said.includes(` ${fold(longer)} `)) continue
      found[name] = { ...found[name], [force]: longer }
    }
  }
  return found
}

/** The sources as one directory. */
export function directoryOf({ forces, elsewhere, places, towns, districts, beyond, larger }: Sources): Directory {
  const bodies = new Set([...forces, ...elsewhere].map(({ id }) => id))
  const named = [
    ...towns.map(({ force }) => force),
    ...districts.flatMap(({ tenants }) => tenants),
    ...Object.keys(beyond.places),
    ...Object.values(beyond.postcodeAreas),
    ...Object.values(larger).map(({ force }) => force),
  ]
  const missing = named.filter((id) => !bodies.has(id))
  if (missing.length) throw new Error(`no force or body elsewhere is called ${missing[0]}`)
  const all: Place[] = [
    ...places.map(({ name, aliases, kind, forces, note }) => ({
      names: [name.en, ...(name.cy ? [name.cy] : []), ...aliases],
      kind: forces.length > 1 && /\b(site|border)\b/i.test(note ?? "") ? "region" : KINDS[kind],
      forces,
      population: 0,
    })),
    ...towns.map(({ names, population, force }) => ({ names, kind: "village" as const, forces: [force], population })),
  ]
  const notes = places.flatMap(({ name, forces, note }) =>
    note && forces.length > 1 ? [[name.en, note] as const] : [],
  )
  return {
    forces,
    elsewhere,
    places: all,
    longerNames: longerNamesOf(all, new Map(notes)),
    postcodes: Object.fromEntries(districts.map(({ district, tenants }) => [district, tenants])),
    postcodeAreas: beyond.postcodeAreas,
    elsewherePlaces: beyond.places,
    largerNamesakes: Object.fromEntries(Object.entries(larger).map(([name, { force }]) => [name, force])),
  }
}

/** Packs the directory for `unpack` of `src/unpack.ts`. */
export function pack(directory: Directory): { forces: ForcesFile; places: PlacesFile } {
  const { forces, elsewhere, places, postcodes, ...rest } = directory
  const packed: PlacesFile = { ...rest, places: {}, postcodes: {} }
  for (const { names, kind, forces, population } of places) {
    const key = [kind, ...forces].join(" ")
    packed.places[key] ??= []
    packed.places[key].push([...names, ...(population ? [population] : [])].join("|"))
  }
  for (const [district, tenants] of Object.entries(postcodes)) {
    const key = tenants.join(" ")
    packed.postcodes[key] = packed.postcodes[key] ? `${packed.postcodes[key]} ${district}` : district
  }
  return { forces: { forces, elsewhere }, places: packed }
}

/** The text of a made file: one row a line, so that a change shows as one. */
export const textOf = (made: object) => `${JSON.stringify(made, null, 1)}\n`

if (import.meta.main) {
  const made = pack(directoryOf(readSources()))
  const folder = new URL("../data/", import.meta.url)
  writeFileSync(new URL("directory.json", folder), textOf(made.forces))
  writeFileSync(new URL("places.json", folder), textOf(made.places))
}
