/** Crockford's base32: no I, L, O or U, so that nobody mishears or misreads one for another. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** Hex digits of a report's id that its reference is made of: 40 bits, all random in a UUID of version 4. */
const HEX_DIGITS = 10

/**
 * What people call a report by: 8 characters of Crockford's base32 out of its id, such as `K7QF-2M9P`.
 * Two reports share one by chance of 1 in 10^12; so it is for people, and the id for programs.
 *
 * @param id - a UUID of version 4, in lower or upper case
 */
export function referenceOf(id: string): string {
  let bits = BigInt(`0x${id.replaceAll("-", "").slice(0, HEX_DIGITS)}`)
  let reference = ""
  for (let place = 0; place < 8; place += 1) {
    reference = `${place === 4 ? "-" : ""}${reference}`
    reference = `${ALPHABET[Number(bits & 31n)]}${reference}`
    bits >>= 5n
  }
  return reference
}

/**
 * The span of the ids that a reference is made of, both ends included; undefined where it can't be one.
 * Takes what people write: lower case, spaces, no hyphen, and I, L or O for the digits that they look like.
 */
export function idsOf(reference: string): { first: string; last: string } | undefined {
  const letters = reference.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll(/[IL]/g, "1").replaceAll("O", "0")
  if (letters.length !== 8) return undefined
  let bits = 0n
  for (const letter of letters) {
    const value = ALPHABET.indexOf(letter)
    if (value < 0) return undefined
    bits = (bits << 5n) | BigInt(value)
  }
  const start = bits.toString(16).padStart(HEX_DIGITS, "0")
  const idFrom = (digits: string) => digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
  return { first: idFrom(start.padEnd(32, "0")), last: idFrom(start.padEnd(32, "f")) }
}
