import { doubleMetaphone } from "double-metaphone"
import SearchableMap from "minisearch/SearchableMap"
import type { Directory, Place } from "./directory-shape.ts"
import { fold, foldWords, joined, policeOf, withoutJoining } from "./fold.ts"
import { respell } from "./respell.ts"

/** One meaning of a name. */
export type Meaning =
  | { kind: "force"; force: string; called: "name" | "alias" }
  | { kind: "place"; place: Place }
  | { kind: "elsewhere"; body: string; place: boolean }

/** Whether some meaning is a force, whatever else it may be. */
export const mayNameForce = ({ meanings }: { meanings: readonly Meaning[] }): boolean =>
  meanings.some(({ kind }) => kind === "force")

/** Whether a name is called so by bodies elsewhere alone, and no place is. */
export const isBodyName = (name: string, { whole }: Pick<Names, "whole">): boolean =>
  whole.get(name)?.every((meaning) => meaning.kind === "elsewhere" && !meaning.place) ?? false

/** What so many people mean is meant, though other words are as near. */
export const WELL_KNOWN_PEOPLE = 100_000

/** The body elsewhere that a meaning names, if it does. */
export const bodyOf = (meaning: Meaning): string | undefined =>
  meaning.kind === "elsewhere" ? meaning.body : undefined

/** A name written as one word, with all that is written so: what a slip of the finger is looked for among. */
export interface Spelling {
  /** The folded names, which differ in spaces only. */
  names: string[]
  /** People at least meant by the biggest of them; a force outweighs all. For the order of suggestions. */
  weight: number
}

/** Everything the directory's names may mean, by folded name. Built once; a look-up is a few reads of a map. */
export interface Names {
  /** The name as given, folded. */
  whole: ReadonlyMap<string, Meaning[]>
  /** See {@link policeOf}. */
  police: ReadonlyMap<string, Meaning[]>
  /** See {@link withoutJoining}. */
  loose: ReadonlyMap<string, Meaning[]>
  /** Folded names that the directory writes with an article, which may not be left to chance: "the Met". */
  withArticle: ReadonlySet<string>
  /** By {@link joined} name. */
  spellings: SearchableMap<Spelling>
  /** Joined names by how they sound; made at the first call, which takes longer than the rest of the index. */
  sounds: () => ReadonlyMap<string, readonly string[]>
}

function add<Item>(map: Map<string, Item[]>, key: string | undefined, item: Item): void {
  if (!key) return
  const items = map.get(key)
  if (items) items.push(item)
  else map.set(key, [item])
}

/** How a joined name sounds to an English ear: Double Metaphone of its respelling. */
export const soundOf = (name: string): string => doubleMetaphone(respell(name))[0]

/** People meant by a name that nobody counted, only to put suggestions in order. */
const WEIGHTS = { force: 10_000_000, alias: 300_000, elsewhere: 200_000, uncounted: 5_000 }
const KIND_WEIGHTS: Partial<Record<Place["kind"], number>> = { county: 900_000, region: 500_000, authority: 100_000 }

const weightOf = (meaning: Meaning): number => {
  if (meaning.kind === "force") return WEIGHTS[meaning.called === "name" ? "force" : "alias"]
  if (meaning.kind === "elsewhere") return meaning.place ? WEIGHTS.uncounted : WEIGHTS.elsewhere
  const { kind, population } = meaning.place
  return Math.max(population, KIND_WEIGHTS[kind] ?? (kind === "village" ? 0 : WEIGHTS.uncounted))
}

function soundsOf(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const sounds = new Map<string, string[]>()
  for (const word of words) add(sounds, soundOf(word), word)
  return sounds
}

function madeOnce<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** All names of forces, bodies elsewhere and places. */
export function indexNames(directory: Directory): Names {
  const whole = new Map<string, Meaning[]>()
  const police = new Map<string, Meaning[]>()
  const loose = new Map<string, Meaning[]>()
  const withArticle = new Set<string>()
  const spellings = new SearchableMap<Spelling>()
  const addName = (name: string, meaning: Meaning) => {
    const folded = fold(name)
    add(whole, folded, meaning)
    if (foldWords(name) !== folded) withArticle.add(folded)
    add(loose, withoutJoining(folded), meaning)
    if (meaning.kind !== "place") add(police, policeOf(folded), meaning)
    addSpelling(folded, weightOf(meaning))
  }
  const addSpelling = (folded: string, weight: number) => {
    const word = joined(folded)
    if (!word) return
    const known = spellings.get(word)
    const names = known?.names ?? []
    if (!names.includes(folded)) names.push(folded)
    spellings.set(word, { names, weight: Math.max(weight, known?.weight ?? 0) })
  }
  for (const { id, name, shortName, aliases } of directory.forces) {
    for (const official of [name.en, name.cy, shortName]) {
      if (official) addName(official, { kind: "force", force: id, called: "name" })
    }
    for (const alias of aliases) addName(alias, { kind: "force", force: id, called: "alias" })
  }
  for (const { id, name, aliases } of directory.elsewhere) {
    // Many are jobs: who says "bailiffs" of several says "bailiff" of one.
    const called = [name, ...aliases].flatMap((one) => (/[^s]s$/.test(one) ? [one, one.slice(0, -1)] : [one]))
    for (const one of new Set(called)) addName(one, { kind: "elsewhere", body: id, place: false })
  }
  for (const [body, places] of Object.entries(directory.elsewherePlaces)) {
    for (const place of places) addName(place, { kind: "elsewhere", body, place: true })
  }
  for (const place of directory.places) {
    for (const name of place.names) addName(name, { kind: "place", place })
  }
  const written = [...spellings.keys()]
  for (const [heard, name] of Object.entries(directory.heardAs)) {
    const folded = fold(name)
    if (whole.has(folded))
      spellings.set(joined(fold(heard)), { names: [folded], weight: spellings.get(joined(folded))?.weight ?? 0 })
  }
  return { whole, police, loose, withArticle, spellings, sounds: madeOnce(() => soundsOf(written)) }
}
