import { wholeDirectory } from "@candour/routing/whole-directory.ts"

/** What an import is held against. */
interface BuiltIn {
  /** By code of the Office for National Statistics, the force of any day: an old edition has forces that were merged. */
  forceByOnsCode: ReadonlyMap<string, string>
  /** The districts of the built-in directory that lie in England and Wales, wholly or in part. */
  districts: readonly string[]
}

let made: BuiltIn | undefined

/** The built-in directory, as far as an import needs it; made at the first call, since other commands don't. */
export function builtIn(): BuiltIn {
  made ??= make()
  return made
}

function make(): BuiltIn {
  const { forces, postcodes } = wholeDirectory()
  const forceByOnsCode = new Map(forces.flatMap(({ id, onsCode }) => (onsCode === undefined ? [] : [[onsCode, id]])))
  const territorial = new Set(forceByOnsCode.values())
  const districts = Object.entries(postcodes)
    .filter(([, bodies]) => bodies.some((body) => territorial.has(body)))
    .map(([district]) => district)
  return { forceByOnsCode, districts }
}

/** The postcode area of a district: `ME` of `ME14`. */
export const areaOf = (district: string): string => /^[A-Z]+/.exec(district)?.[0] ?? ""
