/**
 * Makes `data/directory.json`, `data/places.json` and `data/facts.json`, which the code imports, from the sources
 * beside them:
 * `node packages/routing/build/make-data.ts`. Run it after every change of a source; a test holds them together.
 */
import { writeFileSync } from "node:fs"
import { applyChange } from "../src/change.ts"
import type { Directory, Place, PlaceKind } from "../src/directory-shape.ts"
import { fold } from "../src/fold.ts"
import { radicals } from "../src/mutation.ts"
import { indexNames } from "../src/names.ts"
import { pack } from "../src/pack.ts"
import { nearest } from "../src/slips.ts"
import { factsOf } from "./make-facts.ts"
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

/** A place that `more-places.json` adds is one that nobody counted, nor listed among the better known. */
function kindOf(kind: PlaceKind, forces: string[], note: string | undefined, added: boolean): PlaceKind {
  if (forces.length > 1) return /\b(site|border)\b/i.test(note ?? "") ? "region" : kind
  return added && kind === "town" ? "village" : kind
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

/**
 * The sources as one directory.
 *
 * @param commonWords - those of a directory of nearly the same names: finding them takes ten seconds
 */
export function directoryOf(sources: Sources, commonWords?: string[]): Directory {
  const { forces, elsewhere, places, more, towns, districts, beyond, moreElsewhere, moreAliases, larger, people } =
    sources
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
  const welsh = new Set(forces.filter(({ region }) => region === "Wales").map(({ id }) => id))
  const all = countedOnce([
    ...listed.flatMap(({ name, aliases, kind, forces, note, verified }, at) =>
      inEachLanguage(
        {
          names: [name.en, ...(name.cy ? [name.cy] : []), ...aliases],
          kind: kindOf(KINDS[kind], forces, note, at >= places.length),
          forces,
          population: kind === "local-authority" ? (people[name.en] ?? 0) * 1_000 : 0,
          ...(verified === false || at >= places.length ? { verified: false as const } : {}),
        },
        name.cy,
        (force) => welsh.has(force),
      ),
    ),
    ...towns.map(({ names, population, force }) => ({ names, kind: "village" as const, forces: [force], population })),
  ])
  all.push(...plainNames(all, sources))
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
    olderCounties: sources.olderCounties,
    counties: sources.counties,
    countyOf: Object.fromEntries(
      [...Map.groupBy(sources.countyOf, ({ name }) => name)].map(([name, rows]) => [
        name,
        Object.fromEntries(rows.map(({ force, county }) => [force, county])),
      ]),
    ),
  }
  const changed = sources.changes.reduce(applyChange, directory)
  return {
    ...changed,
    countyOf: countiesThatTellApart(changed),
    commonWords: commonWords ?? commonWordsOf(sources.words, changed),
  }
}

/** Of places that share an English name, only those in Wales have the Welsh one. */
function inEachLanguage(place: Place, cy: string | undefined, isWelsh: (force: string) => boolean): Place[] {
  const there = place.forces.filter(isWelsh)
  if (!cy || there.length === 0 || there.length === place.forces.length) return [place]
  const [first = ""] = place.names
  return [
    { ...place, names: place.names.filter((name) => name !== cy) },
    Object.assign({ names: [cy], label: first }, { ...place, names: [cy], forces: there }),
  ]
}

/** "Ash Surrey", listed so to tell it apart, is called Ash by who lives there: one more place of that name. */
function plainNames(places: Place[], { counties, countyOf, forces }: Sources): Place[] {
  const apart = new Set([
    ...Object.values(counties),
    ...countyOf.map(({ county }) => county),
    ...forces.map(({ shortName }) => shortName),
  ])
  const forcesOf = new Map<string, Set<string>>()
  for (const { names, forces } of places) {
    for (const name of names) forcesOf.set(fold(name), new Set([...(forcesOf.get(fold(name)) ?? []), ...forces]))
  }
  return places.flatMap(({ names: [name = ""], kind, forces }) => {
    const county = [...apart].find((one) => name.endsWith(` ${one}`))
    const plain = county && name.slice(0, -county.length - 1)
    const known = plain && forcesOf.get(fold(plain))
    if (!plain || !known || kind !== "town" || forces.length > 1 || known.has(forces[0] ?? "")) return []
    return [{ names: [plain], kind: "village" as const, forces, population: 0 }]
  })
}

/** A town that is listed, and counted by another source, is one place. */
function countedOnce(places: Place[]): Place[] {
  const keyOf = ({ names, forces }: Place) => `${fold(names[0] ?? "")} ${forces}`
  const uncounted = new Map(
    places.filter(({ kind, forces }) => kind === "town" && forces.length === 1).map((place) => [keyOf(place), place]),
  )
  const counts = new Map<Place, Place>()
  for (const place of places) {
    const listed = place.kind === "village" ? uncounted.get(keyOf(place)) : undefined
    if (listed && place.population && !counts.has(listed)) counts.set(listed, place)
  }
  const gone = new Set(counts.values())
  return places
    .filter((place) => !gone.has(place))
    .map((place) => {
      const counted = counts.get(place)
      if (!counted) return place
      return { ...place, population: counted.population, names: [...new Set([...place.names, ...counted.names])] }
    })
}

const merged = (one: Record<string, string[]>, other: Record<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((key) => [
      key,
      [...new Set([...(one[key] ?? []), ...(other[key] ?? [])])],
    ]),
  )

/** Counties only tell places of one name apart: those of a name that nobody else has are left out. */
function countiesThatTellApart({ places, countyOf }: Directory): Directory["countyOf"] {
  const forcesOf = new Map<string, Set<string>>()
  for (const { names, forces } of places) {
    for (const name of names) forcesOf.set(name, new Set([...(forcesOf.get(name) ?? []), ...forces]))
  }
  return Object.fromEntries(Object.entries(countyOf).filter(([name]) => (forcesOf.get(name)?.size ?? 0) > 1))
}

/** Of a dictionary's words, those that are names or that a slip of the finger would make into one. */
function commonWordsOf(words: string[], directory: Directory): string[] {
  const names = indexNames(directory)
  const letters = words.map(fold).filter((word) => /^[a-z]{2,}$/.test(word))
  const isName = (word: string) => names.whole.has(word)
  return [...new Set(letters)]
    .filter((word) => isName(word) || radicals(word).some(isName) || nearest(word, names).length > 0)
    .sort()
}

/** The text of a made file: one row a line, so that a change shows as one. */
export const textOf = (made: object) => `${JSON.stringify(made, null, 1)}\n`

if (import.meta.main) {
  const sources = readSources()
  const made = pack(directoryOf(sources))
  const folder = new URL("../data/", import.meta.url)
  writeFileSync(new URL("directory.json", folder), textOf(made.forces))
  writeFileSync(new URL("places.json", folder), textOf(made.places))
  writeFileSync(new URL("facts.json", folder), textOf(factsOf(sources)))
}
