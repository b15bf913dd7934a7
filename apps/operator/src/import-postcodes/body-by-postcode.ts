const LETTERS = 26
const LETTER_A = 65
const INWARD_CODES = 10 * LETTERS * LETTERS

/**
 * Who polices each postcode of the country, in a byte for each that could be: 20 MB in all. Maps of strings took the
 * import to 0.9 GB.
 */
export class BodyByPostcode {
  readonly #codes = new Map<string, Uint8Array>()
  /** The byte of a body is its place here; 0 is none. At most 255 bodies, of which there are some fifty. */
  readonly #bodies: string[] = [""]

  get districts(): string[] {
    return [...this.#codes.keys()]
  }

  /** @returns the other body that the postcode was given before, and keeps; undefined where there is none */
  give(district: string, inward: string, body: string): string | undefined {
    const codes = this.#codes.get(district) ?? new Uint8Array(INWARD_CODES)
    this.#codes.set(district, codes)
    const place = placeOf(inward)
    const before = this.#bodies[codes[place] ?? 0] || body
    if (before !== body) return before
    codes[place] = this.#byteOf(body)
    return undefined
  }

  /** The bodies of a district by inward code. */
  in(district: string): Map<string, string> {
    const bodies = new Map<string, string>()
    for (const [place, byte] of this.#codes.get(district)?.entries() ?? [])
      if (byte > 0) bodies.set(inwardAt(place), this.#bodies[byte] ?? "")
    return bodies
  }

  #byteOf(body: string): number {
    const known = this.#bodies.indexOf(body)
    return known < 0 ? this.#bodies.push(body) - 1 : known
  }
}

const placeOf = (inward: string): number =>
  (Number(inward[0]) * LETTERS + inward.charCodeAt(1) - LETTER_A) * LETTERS + inward.charCodeAt(2) - LETTER_A

const inwardAt = (place: number): string =>
  Math.floor(place / LETTERS / LETTERS) +
  String.fromCharCode(LETTER_A + (Math.floor(place / LETTERS) % LETTERS), LETTER_A + (place % LETTERS))
