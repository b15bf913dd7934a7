/**
 * Makes `data/directory.json` and `data/places.json`, which the code imports, from the sources beside them:
 * `node packages/routing/build/make-data.ts`. Run it after every change of a source; a test holds them together.
 */
import { writeFileSync } from "node:fs"
import { applyChange } from "../src/change.ts"
import type { Directory, Place, PlaceKind } from "../src/directory-shape.ts"
import { fold } from "../src/fold.ts"
import { indexNames } from "../src/names.ts"
import { pack } from "../src/pack.ts"
import { nearest } from "../src/slips.ts"
import { readSources, type Sources } from "./sources.ts"

const KINDS: Record<Sources["places"][number]["kind"], PlaceKind> = {
  "local-authority": "authority",
  county: "county",
  "region-word": "region",
  airport: "airport",
  port: "port",
  station: "station",
  "police-station": "police-station",
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
export function directoryOf(sources: Sources): Directory {
  const { forces, elsewhere, places, more, towns, districts, beyond, moreElsewhere, moreAliases, larger } = sources
  const bodies = new Set([...forces, ...elsewhere].map(({ id }) => id))
  const elsewherePlaces = merged(beyond.places, moreElsewhere)
  const named = [
    ...towns.map(({ force }) => force),
    ...more.flatMap(({ forces }) => forces),
    ...districts.flatMap(({ tenants }) => tenants),
    ...Object.keys(elsewherePlaces),
    ...Object.keys(moreAliases),
    ...Object.values(beyond.postcodeAreas),
    ...Object.values(larger).map(({ force }) => force),
  ]
  const missing = named.filter((id) => !bodies.has(id))
  if (missing.length) throw new Error(`no force or body elsewhere is called ${missing[0]}`)
  const listed = [...places, ...more]
  const all: Place[] = [
    ...listed.map(({ name, aliases, kind, forces, note }) => ({
      names: [name.en, ...(name.cy ? [name.cy] : []), ...aliases],
      kind: forces.length > 1 && /\b(site|border)\b/i.test(note ?? "") ? "region" : KINDS[kind],
      forces,
      population: 0,
    })),
    ...towns.map(({ names, population, force }) => ({ names, kind: "village" as const, forces: [force], population })),
  ]
  const notes = listed.flatMap(({ name, forces, note }) =>
    note && forces.length > 1 ? [[name.en, note] as const] : [],
  )
  const withAliases = <Body extends { id: string; aliases: string[] }>(body: Body): Body => ({
    ...body,
    aliases: [...new Set([...body.aliases, ...(moreAliases[body.id] ?? [])])],
  })
  const directory: Directory = {
    forces: forces.map(withAliases),
    elsewhere: elsewhere.map(withAliases),
    places: all,
    longerNames: longerNamesOf(all, new Map(notes)),
    postcodes: Object.fromEntries(districts.map(({ district, tenants }) => [district, tenants])),
    postcodeMoves: [],
    postcodeAreas: beyond.postcodeAreas,
    elsewherePlaces,
    largerNamesakes: Object.fromEntries(Object.entries(larger).map(([name, { force }]) => [name, force])),
    commonWords: [],
    heardAs: Object.fromEntries(
      Object.entries(sources.heardAs).flatMap(([name, heard]) => heard.map((word) => [word, name])),
    ),
    counties: sources.counties,
    countyOf: countiesOf(sources, all),
  }
  const changed = sources.changes.reduce(applyChange, directory)
  return { ...changed, commonWords: commonWordsOf(sources.words, changed) }
}

const merged = (one: Record<string, string[]>, other: Record<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((key) => [
      key,
      [...new Set([...(one[key] ?? []), ...(other[key] ?? [])])],
    ]),
  )

/** Counties only tell places of one name apart: those of a name that nobody else has are left out. */
function countiesOf({ countyOf }: Sources, places: Place[]): Directory["countyOf"] {
  const forcesOf = new Map<string, Set<string>>()
  for (const { names, forces } of places) {
    for (const name of names) forcesOf.set(name, new Set([...(forcesOf.get(name) ?? []), ...forces]))
  }
  const found: Directory["countyOf"] = {}
  for (const { name, force, county } of countyOf) {
    if ((forcesOf.get(name)?.size ?? 0) > 1) found[name] = { ...found[name], [force]: county }
  }
  return found
}

/** Of a dictionary's words, those that are names or that a slip of the finger would make into one. */
function commonWordsOf(words: string[], directory: Directory): string[] {
  const names = indexNames(directory)
  const letters = words.map(fold).filter((word) => /^[a-z]{2,}$/.test(word))
  return [...new Set(letters)].filter((word) => names.whole.has(word) || nearest(word, names).length > 0).sort()
}

/** The text of a made file: one row a line, so that a change shows as one. */
export const textOf = (made: object) => `${JSON.stringify(made, null, 1)}\n`

if (import.meta.main) {
  const made = pack(directoryOf(readSources()))
  const folder = new URL("../data/", import.meta.url)
  writeFileSync(new URL("directory.json", folder), textOf(made.forces))
  writeFileSync(new URL("places.json", folder), textOf(made.places))
}
