import type { Day } from "@candour/domain/day.ts"
import type { Directory, ForcesFile, Place, PlaceKind, PlacesFile } from "./directory-shape.ts"

/** The directory from its two files; the inverse of `pack` in `pack.ts`. */
export const unpack = (forces: ForcesFile, { places, postcodes, commonWords, ...rest }: PlacesFile): Directory => ({
  ...forces,
  ...rest,
  places: unpackPlaces(places),
  postcodes: unpackPostcodes(postcodes),
  commonWords: commonWords.split(" "),
})

/** Places from rows by kind, days and forces. */
export const unpackPlaces = (packed: PlacesFile["places"]): Place[] =>
  Object.entries(packed).flatMap(([key, places]) => places.map((place) => unpackPlace(key, place)))

function unpackPlace(key: string, packed: string): Place {
  const [kind = "", ...forces] = key.split(" ")
  const days: { from?: Day; to?: Day } = {}
  while (forces[0]?.includes("=")) {
    const [end, day] = forces.shift()?.split("=") ?? []
    days[end as "from" | "to"] = day as Day
  }
  const [names = "", label] = packed.split(">").reverse()
  const written = names.split("|")
  const people = /^\d+$/.test(written.at(-1) ?? "") ? Number(written.pop()) : 0
  const shown = label === undefined ? {} : { label }
  const doubt = kind.endsWith("?") ? { verified: false as const } : {}
  return {
    names: written,
    ...shown,
    kind: kind.replace("?", "") as PlaceKind,
    forces,
    population: people,
    ...doubt,
    ...days,
  }
}

/** Districts by name from districts by force. */
export function unpackPostcodes(packed: PlacesFile["postcodes"]): Directory["postcodes"] {
  const byDistrict: Directory["postcodes"] = Object.create(null)
  for (const [forces, districts] of Object.entries(packed)) {
    for (const district of districts.split(" ")) byDistrict[district] = forces.split(" ")
  }
  return byDistrict
}
