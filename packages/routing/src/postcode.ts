import type { Day } from "@candour/domain/day.ts"
import type { Directory } from "./directory-shape.ts"
import { bodiesOfPacked, type PackedDistrict } from "./postcode-pack.ts"

/** A postcode in capitals; without its second half it is the district: `ME14`, `1XQ`. */
export interface Postcode {
  district: string
  inward?: string | undefined
}

/** The ONS Postcode Directory, where it was imported. */
export interface Postcodes {
  /** The edition, `2026-08`. */
  month: string
  /** It is a part of an edition on purpose. */
  partial?: boolean
  /** A district; undefined where the edition lacks it, or where it isn't at hand. */
  of(district: string): PackedDistrict | undefined
}

const DISTRICT = /^([A-Z]{1,2})\d[A-Z\d]?$/
const WHOLE = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/
const SECTOR = /^\s*([A-Z]{1,2}\d[A-Z\d]?)\s+\d\s*$/i
const WITHIN = /\b([A-Z]{1,2}\d[A-Z\d]?)\s?(\d[A-Z]{2})\b/i

/** A hint written like a postcode ("ME14", "me141xq", "ME14 1"); undefined for others. */
export function postcodeOf(hint: string): Postcode | undefined {
  const sector = SECTOR.exec(hint)?.[1]
  if (sector) return { district: sector.toUpperCase() }
  const joined = hint
    .normalize("NFKC")
    .replace(/[\s\p{P}\p{Cf}]/gu, "")
    .toUpperCase()
  const [, district, inward] = WHOLE.exec(joined) ?? []
  if (district) return { district, inward }
  return DISTRICT.test(joined) ? { district: joined } : undefined
}

const SAID = /\b(?:post ?code|cod post)\W+(?:is\W+|yw\W+)?([A-Z]{1,2}\d[A-Z\d]?)\b/i

/** A postcode within a sentence, a whole one or one that is called so: "he works at ME14 1XQ", "postcode BS5". */
export function postcodeIn(hint: string): Postcode | undefined {
  const [, district, inward] = WITHIN.exec(hint) ?? SAID.exec(hint) ?? []
  return district ? { district: district.toUpperCase(), inward: inward?.toUpperCase() } : undefined
}

/**
 * Who may police a postcode, likeliest first; none where there is no such. `whole` where the imported directory knows
 * the very postcode; where it doesn't, or nothing was imported, the district answers.
 */
export function bodiesOfPostcode(
  { district, inward }: Postcode,
  directory: Pick<Directory, "postcodes" | "postcodeMoves" | "postcodeAreas">,
  on: Day,
  imported?: Postcodes,
): { bodies: string[]; whole: boolean } {
  const moved = directory.postcodeMoves.findLast((move) => move.on <= on && move.districts[district])
  // An edition later than a move has it; an earlier one doesn't know of it.
  if (moved && !(imported && imported.month >= moved.on.slice(0, 7))) {
    return { bodies: moved.districts[district] ?? [], whole: false }
  }
  const builtIn = bodiesOfDistrict(district, directory)
  const known = imported?.of(district)
  // A part of the directory knows of no border that lies beyond it.
  const packed = imported?.partial && known?.bodies.length === 1 && builtIn.length > 1 ? undefined : known
  const exact = packed && inward ? bodiesOfPacked(packed, inward) : undefined
  if (exact) return { bodies: exact, whole: true }
  return { bodies: packed?.bodies ?? builtIn, whole: false }
}

/**
 * Districts of central London end in a letter that people leave out ("SW1"), and some of theirs the directory has
 * without it.
 */
function bodiesOfDistrict(
  district: string,
  { postcodes, postcodeAreas }: Pick<Directory, "postcodes" | "postcodeAreas">,
) {
  const exact = postcodes[district]
  if (exact) return exact
  const parts = Object.keys(postcodes).filter((other) => other.slice(0, -1) === district && /[A-Z]$/.test(other))
  if (parts.length) return [...new Set(parts.flatMap((part) => postcodes[part] ?? []))]
  const whole = /[A-Z]$/.test(district) ? postcodes[district.slice(0, -1)] : undefined
  const area = DISTRICT.exec(district)?.[1] ?? ""
  return whole ?? (Object.hasOwn(postcodeAreas, area) ? [postcodeAreas[area] as string] : [])
}
