import type { Directory, ForcesFile, Place, PlacesFile } from "./directory-shape.ts"

/** Packs the directory for `unpack` to a third of its size. */
export function pack(directory: Directory): { forces: ForcesFile; places: PlacesFile } {
  const { forces, elsewhere, places, postcodes, commonWords, ...rest } = directory
  const packed = { commonWords: commonWords.join(" "), places: packPlaces(places), postcodes: packPostcodes(postcodes) }
  return { forces: { forces, elsewhere }, places: { ...rest, ...packed } }
}

/** Places as rows by kind, days and forces; see {@link PlacesFile}. */
export function packPlaces(places: readonly Place[]): PlacesFile["places"] {
  const packed: PlacesFile["places"] = {}
  for (const { names, label, kind, forces, population, verified, from, to } of places) {
    const days = [...(from ? [`from=${from}`] : []), ...(to ? [`to=${to}`] : [])]
    const key = [kind + (verified === false ? "?" : ""), ...days, ...forces].join(" ")
    packed[key] ??= []
    const shown = label === undefined || label === names[0] ? "" : `${label}>`
    packed[key].push(shown + [...names, ...(population ? [population] : [])].join("|"))
  }
  return packed
}

/** Districts by the forces they may lie in, between spaces. */
export function packPostcodes(postcodes: Directory["postcodes"]): PlacesFile["postcodes"] {
  const packed: PlacesFile["postcodes"] = {}
  for (const [district, tenants] of Object.entries(postcodes)) {
    const key = tenants.join(" ")
    packed[key] = packed[key] ? `${packed[key]} ${district}` : district
  }
  return packed
}
