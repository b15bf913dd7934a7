/**
 * One postcode district with the body of each of its postcodes, small enough to be fetched by a browser that then
 * keeps the whole postcode to itself. As JSON, with a line for each sector and first letter of the inward codes:
 *
 *     { "bodies": ["kent", "sussex"], "codes": { "1X": "00.0100..…" } }
 *
 * says that ME14 1XA is `bodies[0]`, ME14 1XC is in no directory, ME14 1XE is `bodies[1]`. That can be read by eye,
 * and compresses well: of a district with all 4,000 codes that it can have, split at random between three bodies, brotli
 * makes 1.8 kB, and 1.9 kB at the very worst, where a quarter of the codes is missing (postcode-pack.test.ts).
 */
export interface PackedDistrict {
  /** Everyone who polices a part of the district, who has most of its postcodes first. */
  bodies: string[]
  /**
   * By the first two characters of an inward code (`1X`): for each last letter, A to Z, the place in `bodies` as a
   * digit to base 36, or `.` where there is no such postcode. Empty where one body polices the whole district.
   */
  codes: Record<string, string>
}

const INWARD = /^\d[A-Z]{2}$/
const LETTER_A = 65
const LETTERS = 26
const MOST_BODIES = 36

/**
 * Packs a district. Nothing is lost but which codes there are where one body has them all; the order of the map
 * changes nothing.
 *
 * @param bodyByInward - the body of each postcode, by inward code in capitals (`1XQ`)
 * @throws RangeError for an inward code of another form, or for more than 36 bodies
 */
export function packDistrict(bodyByInward: ReadonlyMap<string, string>): PackedDistrict {
  const bodies = likeliestFirst(bodyByInward.values())
  if (bodies.length > MOST_BODIES) throw new RangeError(`${bodies.length} bodies police one district`)
  const lines = new Map<string, string[]>()
  for (const [inward, body] of bodyByInward) {
    if (!INWARD.test(inward)) throw new RangeError(`"${inward}" is no inward code`)
    const line = lines.get(inward.slice(0, 2)) ?? Array<string>(LETTERS).fill(".")
    line[inward.charCodeAt(2) - LETTER_A] = bodies.indexOf(body).toString(MOST_BODIES)
    lines.set(inward.slice(0, 2), line)
  }
  if (bodies.length < 2) return { bodies, codes: {} }
  const sorted = [...lines].sort(([one], [other]) => (one < other ? -1 : 1))
  return { bodies, codes: Object.fromEntries(sorted.map(([start, line]) => [start, line.join("")])) }
}

/**
 * Who polices a postcode. Never a guess: an inward code that the directory lacks, a slip of the finger perhaps, is
 * answered only where the whole district has one answer. Who wants the district's bodies then asks without it.
 *
 * @param inward - the second half of the postcode in capitals (`1XQ`); left out: the whole district
 * @returns exactly one body for a code that is known; all bodies, likeliest first, for the district;
 *   undefined where several bodies share the district and the code isn't known
 */
export function bodiesOfPacked({ bodies, codes }: PackedDistrict, inward?: string): string[] | undefined {
  if (inward === undefined || bodies.length === 1) return bodies
  if (!INWARD.test(inward)) return undefined
  const place = codes[inward.slice(0, 2)]?.[inward.charCodeAt(2) - LETTER_A] ?? "."
  const body = bodies[Number.parseInt(place, MOST_BODIES)]
  return body === undefined ? undefined : [body]
}

/** Each body once, by how often it comes; of equals the first by the alphabet. */
function likeliestFirst(all: Iterable<string>): string[] {
  const counts = new Map<string, number>()
  for (const body of all) counts.set(body, (counts.get(body) ?? 0) + 1)
  return [...counts]
    .sort(([one, times], [other, otherTimes]) => otherTimes - times || (one < other ? -1 : 1))
    .map(([body]) => body)
}
