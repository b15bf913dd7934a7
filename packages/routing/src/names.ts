import type { Directory, Place } from "./directory-shape.ts"
import { fold, policeOf, withoutJoining } from "./fold.ts"

/** One meaning of a name. */
export type Meaning =
  | { kind: "force"; force: string; called: "name" | "alias" }
  | { kind: "place"; place: Place }
  | { kind: "elsewhere"; body: string; place: boolean }

/** Everything the directory's names may mean, by folded name. Built once; a look-up is a few reads of a map. */
export interface Names {
  /** The name as given, folded. */
  whole: ReadonlyMap<string, Meaning[]>
  /** See {@link policeOf}. */
  police: ReadonlyMap<string, Meaning[]>
  /** See {@link withoutJoining}. */
  loose: ReadonlyMap<string, Meaning[]>
}

function add(map: Map<string, Meaning[]>, key: string | undefined, meaning: Meaning): void {
  if (!key) return
  const meanings = map.get(key)
  if (meanings) meanings.push(meaning)
  else map.set(key, [meaning])
}

/** All names of forces, bodies elsewhere and places. */
export function indexNames(directory: Directory): Names {
  const whole = new Map<string, Meaning[]>()
  const police = new Map<string, Meaning[]>()
  const loose = new Map<string, Meaning[]>()
  const addName = (name: string, meaning: Meaning) => {
    const folded = fold(name)
    add(whole, folded, meaning)
    add(loose, withoutJoining(folded), meaning)
    if (meaning.kind !== "place") add(police, policeOf(folded), meaning)
  }
  for (const { id, name, shortName, aliases } of directory.forces) {
    for (const official of [name.en, name.cy, shortName]) {
      if (official) addName(official, { kind: "force", force: id, called: "name" })
    }
    for (const alias of aliases) addName(alias, { kind: "force", force: id, called: "alias" })
  }
  for (const { id, name, aliases } of directory.elsewhere) {
    for (const called of [name, ...aliases]) addName(called, { kind: "elsewhere", body: id, place: false })
  }
  for (const [body, places] of Object.entries(directory.elsewherePlaces)) {
    for (const place of places) addName(place, { kind: "elsewhere", body, place: true })
  }
  for (const place of directory.places) {
    for (const name of place.names) addName(name, { kind: "place", place })
  }
  return { whole, police, loose }
}
