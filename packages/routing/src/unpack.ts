import type { Directory, ForcesFile, Place, PlaceKind, PlacesFile } from "./directory-shape.ts"

/** The directory from its two files; the inverse of `pack` in `build/make-data.ts`. */
export const unpack = (forces: ForcesFile, rest: PlacesFile): Directory => ({
  ...forces,
  places: Object.entries(rest.places).flatMap(([key, places]) => places.map((place) => unpackPlace(key, place))),
  postcodes: unpackPostcodes(rest.postcodes),
  postcodeAreas: rest.postcodeAreas,
  elsewherePlaces: rest.elsewherePlaces,
  largerNamesakes: rest.largerNamesakes,
  longerNames: rest.longerNames,
})

function unpackPlace(key: string, packed: string): Place {
  const [kind, ...forces] = key.split(" ")
  const names = packed.split("|")
  const people = /^\d+$/.test(names.at(-1) ?? "") ? Number(names.pop()) : 0
  return { names, kind: kind as PlaceKind, forces, population: people }
}

function unpackPostcodes(packed: PlacesFile["postcodes"]): Directory["postcodes"] {
  const byDistrict: Directory["postcodes"] = Object.create(null)
  for (const [forces, districts] of Object.entries(packed)) {
    for (const district of districts.split(" ")) byDistrict[district] = forces.split(" ")
  }
  return byDistrict
}
