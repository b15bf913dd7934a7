import type { Directory, ElsewhereBody, Force, Place, PlacesFile } from "./directory-shape.ts"
import { fold, foldWords, spelledOut } from "./fold.ts"
import { FILLERS, MUTATING } from "./hint-words.ts"
import { labelOf } from "./judge.ts"
import { radicals } from "./mutation.ts"
import { packPlaces, packPostcodes } from "./pack.ts"
import { postcodeIn, postcodeOf } from "./postcode.ts"
import { unpackPlaces, unpackPostcodes } from "./unpack.ts"

/** What a browser needs for every hint: what the forces and the bodies elsewhere are called. */
export interface Core extends Pick<Directory, "counties" | "olderCounties" | "postcodeAreas" | "postcodeMoves"> {
  forces: Omit<Force, "kind" | "region" | "onsCode">[]
  elsewhere: Pick<ElsewhereBody, "id" | "name" | "aliases">[]
  /** The names that no letter has. */
  always: Shard
}

/**
 * What a browser needs of the names, districts and words that begin with one letter; or, of smaller places, with two:
 * there are so many that one letter's would be too much for a slow phone.
 */
export interface Shard extends Pick<PlacesFile, "places">, Partial<Pick<PlacesFile, "postcodes" | "commonWords">> {
  elsewherePlaces?: Directory["elsewherePlaces"]
  largerNamesakes?: Directory["largerNamesakes"]
  longerNames?: Directory["longerNames"]
  countyOf?: Directory["countyOf"]
  heardAs?: Directory["heardAs"]
  /** By force or body elsewhere: other names of it. */
  aliases?: Record<string, string[]>
}

/**
 * The word by which a name is filed: its first that says something, since a hint has words such as "north" and "police"
 * for many reasons. None has "Royal Docks", which every browser gets.
 */
const tellingWord = (name: string): string =>
  fold(name)
    .split(" ")
    .find((word) => /^[a-z]/.test(word) && word.length > 1 && !FILLERS.has(word)) ?? ""

/** The letter whose shard holds a name; undefined for one that every browser gets. */
const letterOf = (name: string): string | undefined => /[a-z]/.exec(tellingWord(name))?.[0]

/** The two letters whose shard holds a smaller place's name. */
const pairOf = (name: string): string | undefined => /[a-z]{2}/.exec(tellingWord(name))?.[0]

/** People from whom a place is in its letter's shard; the many smaller ones are in the shard of two letters. */
const TOWN_PEOPLE = 20_000
const isSmall = ({ kind, population, names }: Place) =>
  !["authority", "county", "region", "airport"].includes(kind) && population < TOWN_PEOPLE && names.every(pairOf)

/**
 * Splits a directory by first letters, so that what is fetched tells of a hint no more than those: the names of one
 * letter hold all namesakes, and route() over the shards of a hint's letters answers as over the whole.
 */
export function splitDirectory(directory: Directory): { core: Core; shards: Record<string, Shard> } {
  const { forces, elsewhere, places, counties, olderCounties, postcodeAreas, postcodeMoves } = directory
  const names = [
    ...places.flatMap((place) => place.names),
    ...[...forces, ...elsewhere].flatMap(({ aliases }) => aliases),
    ...Object.values(directory.elsewherePlaces).flat(),
  ]
  const letters = [...new Set(names.flatMap((name) => letterOf(name) ?? []))].sort()
  const core: Core = {
    counties,
    olderCounties,
    postcodeAreas,
    postcodeMoves,
    forces: forces.map(({ kind: _, region: __, onsCode: ___, ...force }) => ({ ...force, aliases: [] })),
    elsewhere: elsewhere.map(({ id, name }) => ({ id, name, aliases: [] })),
    always: shardOf(directory, undefined),
  }
  return {
    core,
    shards: {
      ...Object.fromEntries(letters.map((letter) => [letter, shardOf(directory, letter)])),
      ...smallShards(places.filter(isSmall), directory.countyOf),
      ...Object.fromEntries(letters.map((letter) => [postcodesUnder(letter), districtShard(directory, letter)])),
    },
  }
}

/** The shard of the postcode districts that begin with a letter. */
const postcodesUnder = (letter: string) => `${letter}1`

const districtShard = ({ postcodes }: Directory, letter: string): Shard => ({
  places: {},
  postcodes: packPostcodes(
    Object.fromEntries(Object.entries(postcodes).filter(([district]) => letterOf(district) === letter)),
  ),
})

function smallShards(small: Place[], countyOf: Directory["countyOf"]): Record<string, Shard> {
  const byPair = new Map<string, Place[]>()
  for (const place of small) {
    for (const pair of new Set(place.names.flatMap((name) => pairOf(name) ?? []))) {
      byPair.set(pair, [...(byPair.get(pair) ?? []), ...namesOnly(place, (name) => pairOf(name) === pair)])
    }
  }
  return Object.fromEntries(
    [...byPair].map(([pair, places]) => [
      pair,
      { places: packPlaces(places), countyOf: countiesShown(countyOf, places) },
    ]),
  )
}

/** The counties of what the places are shown as. */
function countiesShown(countyOf: Directory["countyOf"], places: Place[]): Directory["countyOf"] {
  const shown = new Set(places.map(labelOf))
  return Object.fromEntries(Object.entries(countyOf).filter(([name]) => shown.has(name)))
}

function shardOf(directory: Directory, letter: string | undefined): Shard {
  const { places, commonWords, forces, elsewhere } = directory
  const only = <Value>(record: Record<string, Value>) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => letterOf(name) === letter))
  const heardAs = only(directory.heardAs)
  const meant = new Set(Object.values(heardAs).map(fold))
  const isHere = (name: string) => letterOf(name) === letter || meant.has(fold(name))
  const here = places.flatMap((place) =>
    namesOnly(place, (name) => meant.has(fold(name)) || (letterOf(name) === letter && !isSmall(place))),
  )
  return {
    places: packPlaces(here),
    commonWords: commonWords.filter((word) => letterOf(word) === letter).join(" "),
    aliases: filled([...forces, ...elsewhere].map(({ id, aliases }) => [id, aliases.filter(isHere)])),
    elsewherePlaces: filled(
      Object.entries(directory.elsewherePlaces).map(([body, names]) => [body, names.filter(isHere)]),
    ),
    largerNamesakes: only(directory.largerNamesakes),
    longerNames: only(directory.longerNames),
    countyOf: countiesShown(directory.countyOf, here),
    heardAs,
  }
}

const filled = (lists: [string, string[]][]) => Object.fromEntries(lists.filter(([, names]) => names.length > 0))

/** A place with only those of its names that are here; none where none is. */
function namesOnly(place: Place, isHere: (name: string) => boolean): Place[] {
  const names = place.names.filter(isHere)
  return names.length ? [{ ...place, names, label: labelOf(place) }] : []
}

/** The directory that some shards make: whole as far as their letters go. */
export function joinShards({ always, ...core }: Core, fetched: readonly Shard[]): Directory {
  const shards = [always, ...fetched]
  const all = <Key extends "largerNamesakes" | "longerNames" | "countyOf" | "heardAs">(key: Key): Directory[Key] =>
    Object.assign({}, ...shards.map((shard) => shard[key]))
  const listed = (of: (shard: Shard) => Record<string, string[]> | undefined): Record<string, string[]> => {
    const lists: Record<string, string[]> = {}
    for (const [id, names] of shards.flatMap((shard) => Object.entries(of(shard) ?? {}))) {
      lists[id] = [...(lists[id] ?? []), ...names]
    }
    return lists
  }
  const aliases = listed((shard) => shard.aliases)
  const withAliases = <Body extends { id: string; aliases: string[] }>(body: Body): Body => ({
    ...body,
    aliases: [...body.aliases, ...(aliases[body.id] ?? [])],
  })
  return {
    ...core,
    forces: core.forces.map((force) => withAliases({ ...force, kind: "territorial", region: "" })),
    elsewhere: core.elsewhere.map((body) => withAliases({ ...body, covers: "", handledBy: "", website: "" })),
    places: shards.flatMap(({ places }) => unpackPlaces(places)),
    postcodes: Object.assign(Object.create(null), ...shards.map(({ postcodes = {} }) => unpackPostcodes(postcodes))),
    commonWords: shards.flatMap(({ commonWords }) => commonWords?.split(" ").filter(Boolean) ?? []),
    elsewherePlaces: listed((shard) => shard.elsewherePlaces),
    largerNamesakes: all("largerNamesakes"),
    longerNames: all("longerNames"),
    countyOf: all("countyOf"),
    heardAs: all("heardAs"),
  }
}

/**
 * The first letters, one and two, whose shards answer a hint: of its words, and of what a Welsh one may be a mutation of. Words that only
 * stand around a name need none.
 */
export function lettersOf(hint: string): string[] {
  const postcode = postcodeOf(hint) ?? postcodeIn(hint)
  const districts = postcode ? [postcodesUnder(letterOf(postcode.district) ?? "")] : []
  const words = spelledOut(foldWords(hint)).split(" ")
  const named = words.flatMap((word, at) => {
    if (FILLERS.has(word)) return []
    return [word, ...(MUTATING.has(words[at - 1] ?? "") ? radicals(word) : [])]
  })
  return [
    ...new Set([...districts, ...named.flatMap((word) => [letterOf(word) ?? [], pairOf(word) ?? []].flat())]),
  ].sort()
}
