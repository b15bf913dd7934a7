import type { ForcesFile, PlacesFile } from "@candour/routing/directory-shape.ts"
// Routing exports neither the forces of every day nor its list of districts: it asks both for one answer at a time.
import forcesFile from "../../../../packages/routing/data/directory.json" with { type: "json" }
import placesFile from "../../../../packages/routing/data/places.json" with { type: "json" }

/** The postcode area of a district: `ME` of `ME14`. */
export const areaOf = (district: string): string => /^[A-Z]+/.exec(district)?.[0] ?? ""

/** By code of the Office for National Statistics, the force of any day: an old edition has forces that were merged. */
export const forceByOnsCode: ReadonlyMap<string, string> = new Map(
  (forcesFile as ForcesFile).forces.flatMap(({ id, onsCode }) => (onsCode === undefined ? [] : [[onsCode, id]])),
)

const territorial = new Set(forceByOnsCode.values())

/** The districts of the built-in directory that lie in England and Wales, wholly or in part. */
export const builtInDistricts: readonly string[] = Object.entries(placesFile.postcodes as PlacesFile["postcodes"])
  .filter(([bodies]) => bodies.split(" ").some((body) => territorial.has(body)))
  .flatMap(([, districts]) => districts.split(" "))
