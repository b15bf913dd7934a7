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
