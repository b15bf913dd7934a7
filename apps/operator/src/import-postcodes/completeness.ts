import { areaOf, builtIn } from "./built-in.ts"
import type { Edition } from "./edition.ts"
import type { Onspd } from "./read-onspd.ts"
import { refusal } from "./refusal.ts"

/** Postcodes stay in the directory when they end, so that it only grows: fewer rows are a file cut short. */
const LEAST_ROWS = 0.99
/** Of the built-in directory's districts in England and Wales; some are of post boxes alone, with no place on the map. */
const LEAST_DISTRICTS = 0.9

const ADVICE =
  "Download the file again, or add --partial if it is a part on purpose; the built-in directory then answers for the rest."

const inWords = (count: number) => count.toLocaleString("en-GB")

/** @throws CommandProblem for a file that lacks a part of England and Wales, or of the edition in use */
export function refuseTruncated({ rows, bodies }: Onspd, inUse: Edition | undefined): void {
  const districts = new Set(bodies.districts)
  const areas = new Set(bodies.districts.map(areaOf))
  const missing = new Set(
    builtIn()
      .districts.map(areaOf)
      .filter((area) => !areas.has(area)),
  )
  if (missing.size > 0)
    throw refusal(
      `The file lacks whole postcode areas: ${[...missing].sort().slice(0, 5).join(", ")}${missing.size > 5 ? " …" : ""}.`,
      ADVICE,
    )
  const known = builtIn().districts.filter((district) => districts.has(district)).length
  if (known < builtIn().districts.length * LEAST_DISTRICTS)
    throw refusal(`The file has ${known} of the ${builtIn().districts.length} districts of England and Wales.`, ADVICE)
  if (inUse !== undefined && rows < inUse.rows * LEAST_ROWS)
    throw refusal(`The file has ${inWords(rows)} rows, and the edition in use ${inWords(inUse.rows)}.`, ADVICE)
}

/** @param folder - of the edition in use @throws CommandProblem for a file older than the edition in use */
export function refuseOlder({ month }: Onspd, inUse: Edition | undefined, folder: string): void {
  if (inUse !== undefined && month < inUse.month)
    throw refusal(
      `The file is of ${month}, older than the edition in use, of ${inUse.month}.`,
      `To go back to an older one, remove ${folder} first.`,
    )
}
