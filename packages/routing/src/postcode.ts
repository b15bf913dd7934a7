import type { Day } from "@candour/domain/day.ts"
import type { Directory } from "./directory-shape.ts"

const DISTRICT = /^([A-Z]{1,2})\d[A-Z\d]?$/
const WHOLE = /^([A-Z]{1,2}\d[A-Z\d]?)\d[A-Z]{2}$/
const SECTOR = /^\s*([A-Z]{1,2}\d[A-Z\d]?)\s+\d\s*$/i

/** The district of a hint written like a postcode ("ME14", "me141xq", "ME14 1"), in capitals; undefined for others. */
export function districtOf(hint: string): string | undefined {
  const sector = SECTOR.exec(hint)?.[1]
  if (sector) return sector.toUpperCase()
  const joined = hint
    .normalize("NFKC")
    .replace(/[\s.\-–]/g, "")
    .toUpperCase()
  return WHOLE.exec(joined)?.[1] ?? (DISTRICT.test(joined) ? joined : undefined)
}

const WITHIN = /\b([A-Z]{1,2}\d[A-Z\d]?)\s?\d[A-Z]{2}\b/i

/** The district of a whole postcode within a sentence, in capitals: "he works at ME14 1XQ". */
export const postcodeIn = (hint: string): string | undefined => WITHIN.exec(hint)?.[1]?.toUpperCase()

/**
 * Who may police a district, likeliest first; none where it doesn't exist. Districts of central London end in a
 * letter that people leave out ("SW1"), and some of theirs the directory has without it.
 */
export function bodiesOfDistrict(
  district: string,
  { postcodes, postcodeMoves, postcodeAreas }: Pick<Directory, "postcodes" | "postcodeMoves" | "postcodeAreas">,
  on: Day,
): string[] {
  const moved = postcodeMoves.findLast((move) => move.on <= on && move.districts[district])
  const exact = moved?.districts[district] ?? postcodes[district]
  if (exact) return exact
  const parts = Object.keys(postcodes).filter((other) => other.slice(0, -1) === district && /[A-Z]$/.test(other))
  if (parts.length) return [...new Set(parts.flatMap((part) => postcodes[part] ?? []))]
  const whole = /[A-Z]$/.test(district) ? postcodes[district.slice(0, -1)] : undefined
  const area = DISTRICT.exec(district)?.[1] ?? ""
  return whole ?? (Object.hasOwn(postcodeAreas, area) ? [postcodeAreas[area] as string] : [])
}
