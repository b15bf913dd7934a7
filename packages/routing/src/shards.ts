import type { Directory, ElsewhereBody, Force, Place, PlacesFile } from "./directory-shape.ts"
import { fold, foldWords, joined } from "./fold.ts"
import { FILLERS, MUTATING } from "./hint-words.ts"
import { labelOf } from "./judge.ts"
import { radicals } from "./mutation.ts"
import { packPlaces, packPostcodes } from "./pack.ts"
import { spelledOut } from "./read-hint.ts"
import { unpackPlaces, unpackPostcodes } from "./unpack.ts"

/** What a browser needs for every hint: the forces, the bodies elsewhere, and what is called otherwise than written. */
export interface Core extends Pick<Directory, "counties" | "heardAs" | "postcodeAreas" | "postcodeMoves"> {
  forces: Omit<Force, "kind" | "region" | "onsCode">[]
  elsewhere: Pick<ElsewhereBody, "id" | "name" | "aliases">[]
  /** Words that people put around a name, with which a place's name begins all the same. */
  starters: string[]
}

/** What a browser needs of the names, districts and words that begin with one letter. */
export interface Shard
  extends Pick<Directory, "elsewherePlaces" | "largerNamesakes" | "longerNames" | "countyOf">,
    Pick<PlacesFile, "places" | "postcodes" | "commonWords"> {}

/** The letter whose shard holds a name; undefined where it begins with none of a to z. */
const letterOf = (name: string): string | undefined => /^[a-z]/.exec(joined(fold(name)))?.[0]

/**
 * Splits a directory by first letters, so that what is fetched tells of a hint no more than those: the names of one
 * letter hold all namesakes, and route() over the shards of a hint's letters answers as over the whole.
 */
export function splitDirectory(directory: Directory): { core: Core; shards: Record<string, Shard> } {
  const { places, postcodes, commonWords, elsewherePlaces, largerNamesakes, longerNames, countyOf, ...rest } = directory
  const only = <Value>(record: Record<string, Value>, letter: string) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => letterOf(name) === letter))
  const shardOf = (letter: string): Shard => ({
    places: packPlaces(places.flatMap((place) => namesUnder(place, letter))),
    postcodes: packPostcodes(only(postcodes, letter)),
    commonWords: commonWords.filter((word) => word.startsWith(letter)).join(" "),
    elsewherePlaces: Object.fromEntries(
      Object.entries(elsewherePlaces).map(([body, names]) => [body, names.filter((name) => letterOf(name) === letter)]),
    ),
    largerNamesakes: only(largerNamesakes, letter),
    longerNames: only(longerNames, letter),
    countyOf: only(countyOf, letter),
  })
  const letters = [...new Set(places.flatMap(({ names }) => names.flatMap((name) => letterOf(name) ?? [])))].sort()
  const begins = new Set(places.flatMap(({ names }) => names.map((name) => foldWords(name).split(" ")[0] ?? "")))
  const core: Core = {
    ...rest,
    forces: rest.forces.map(({ kind: _, region: __, onsCode: ___, ...force }) => force),
    elsewhere: rest.elsewhere.map(({ id, name, aliases }) => ({ id, name, aliases })),
    starters: [...FILLERS].filter((word) => word.length > 1 && begins.has(word)),
  }
  return { core, shards: Object.fromEntries(letters.map((letter) => [letter, shardOf(letter)])) }
}

/** A place with only those of its names that begin with the letter; none where none does. */
function namesUnder(place: Place, letter: string): Place[] {
  const names = place.names.filter((name) => letterOf(name) === letter)
  return names.length ? [{ ...place, names, label: labelOf(place) }] : []
}

/** The directory that some shards make: whole as far as their letters go. */
export function joinShards(core: Core, shards: readonly Shard[]): Directory {
  const all = <Key extends "largerNamesakes" | "longerNames" | "countyOf">(key: Key): Directory[Key] =>
    Object.assign({}, ...shards.map((shard) => shard[key]))
  const elsewherePlaces: Directory["elsewherePlaces"] = {}
  for (const shard of shards) {
    for (const [body, names] of Object.entries(shard.elsewherePlaces)) {
      elsewherePlaces[body] = [...(elsewherePlaces[body] ?? []), ...names]
    }
  }
  return {
    ...core,
    forces: core.forces.map((force) => ({ ...force, kind: "territorial", region: "" })),
    elsewhere: core.elsewhere.map((body) => ({ ...body, covers: "", handledBy: "", website: "" })),
    places: shards.flatMap(({ places }) => unpackPlaces(places)),
    postcodes: Object.assign(Object.create(null), ...shards.map(({ postcodes }) => unpackPostcodes(postcodes))),
    commonWords: shards.flatMap(({ commonWords }) => commonWords.split(" ")),
    elsewherePlaces,
    largerNamesakes: all("largerNamesakes"),
    longerNames: all("longerNames"),
    countyOf: all("countyOf"),
  }
}

/**
 * The letters whose shards answer a hint: of its words, of what a Welsh one may be a mutation of, and of the names
 * that are written otherwise than they sound. Words that only stand around a name need none.
 */
export function lettersOf(hint: string, { starters, heardAs }: Pick<Core, "starters" | "heardAs">): string[] {
  const words = spelledOut(foldWords(hint)).split(" ")
  const heard = (word: string) => heardAs[word] ?? word
  const named = words.flatMap((word, at) => {
    if (word.length < 2 || (FILLERS.has(word) && !starters.includes(word) && words.length > 1)) return []
    return [word, heard(word), ...(MUTATING.has(words[at - 1] ?? "") ? radicals(word) : [])]
  })
  return [...new Set(named.flatMap((word) => letterOf(word) ?? []))].sort()
}
