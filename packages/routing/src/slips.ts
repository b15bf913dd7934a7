import { type Names, soundOf, WELL_KNOWN_PEOPLE } from "./names.ts"

/** A spelling near a word: how far off the word is, in slips of the finger, and what it may be. */
export interface Near {
  spelling: string
  names: readonly string[]
  /** 0 = the same letters; a swapped or doubled letter counts less than another one. */
  slips: number
  /** The slips by letters alone, where it is the sound that brings it near. */
  letters: number
  weight: number
}

/** A swapped pair, a doubled or dropped double letter: the commonest slips. */
const LIGHT_SLIP = 0.75
const FIRST_LETTER_SLIP = 1.3
/** A word that sounds the same is about as near as one slip, however it is written; a part for each other letter. */
const SOUND_SLIPS = 0.75
const SOUND_PART = 0.25
/** More of a word's letters differ: it sounds alike by chance. */
const SOUND_LETTERS = 0.35
/** Slips at most of a word that sounds the same: a listener spells by ear. */
const SOUND_ALLOWED = 1.6

/** Slips for each letter, and in all, that a word may have before it could be any other word as well. */
const SLIPS_PER_LETTER = 0.22
const SLIPS_AT_LEAST = 1.25
const SLIPS_AT_MOST = 2.5

/** Slips that a word of so many letters may have; none where a slip makes too many other words. */
export const slipsAllowed = (letters: number): number =>
  letters < 4 ? 0 : Math.max(SLIPS_AT_LEAST, Math.min(SLIPS_AT_MOST, letters * SLIPS_PER_LETTER))

/** Words with fewer letters sound like too many others, as initials differ from each other by a slip. */
const SOUND_FROM_LETTERS = 5
const SLIPS_FROM_LETTERS = 4
const TWO_SWAPS_FROM_LETTERS = 9

/**
 * Slips of the finger between two words: optimal string alignment, in which a swap of neighbours is one edit.
 * @see https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance, "Optimal string alignment distance"
 */
export function slipsBetween(typed: string, meant: string): number {
  let before: number[] = []
  let above = Array.from({ length: meant.length + 1 }, (_, column) => column)
  for (let row = 1; row <= typed.length; row++) {
    const line = [row]
    for (let column = 1; column <= meant.length; column++) {
      const [t, m] = [typed[row - 1], meant[column - 1]]
      const first = row === 1 && column === 1
      const extra = (above[column] ?? 0) + (t === typed[row - 2] ? LIGHT_SLIP : 1)
      const missing = (line[column - 1] ?? 0) + (m === meant[column - 2] ? LIGHT_SLIP : 1)
      const other = (above[column - 1] ?? 0) + (t === m ? 0 : first ? FIRST_LETTER_SLIP : 1)
      let least = Math.min(extra, missing, other)
      if (row > 1 && column > 1 && t === meant[column - 2] && typed[row - 2] === m && t !== m) {
        least = Math.min(least, (before[column - 2] ?? 0) + LIGHT_SLIP)
      }
      line.push(least)
    }
    before = above
    above = line
  }
  return above[meant.length] ?? typed.length
}

/**
 * The spellings nearest to `word` (letters only, folded), nearest first: those within what a word of its length may
 * slip, and those that sound the same. Empty where none is near. `word` itself is among them if it is a spelling.
 */
export function nearest(word: string, { spellings, sounds }: Names): Near[] {
  const allowed = slipsAllowed(word.length)
  if (allowed === 0) return []
  const found = new Map<string, Near>()
  const keep = (spelling: string, letters: number, slips = letters, most = allowed) => {
    const known = found.get(spelling)
    if (slips > most || (known && known.slips <= slips)) return
    const { names, weight } = spellings.get(spelling) ?? { names: [], weight: 0 }
    found.set(spelling, { spelling, names, slips, letters, weight })
  }
  // A swap is two edits to the matcher and one slip to us.
  const lookAmong = (edits: number) => {
    for (const [spelling, [{ weight }]] of spellings.fuzzyGet(word, edits)) {
      // "Kemt" is Kent, but "Mars" isn't Y Mers.
      const isWord = word.length > SLIPS_FROM_LETTERS || weight >= WELL_KNOWN_PEOPLE
      if (spelling.length >= SLIPS_FROM_LETTERS && isWord) keep(spelling, slipsBetween(word, spelling))
    }
  }
  lookAmong(word.length < 7 ? 2 : 3)
  if (word.length >= SOUND_FROM_LETTERS) {
    for (const spelling of sounds().get(soundOf(word)) ?? []) {
      const letters = slipsBetween(word, spelling)
      if (spelling.length >= SOUND_FROM_LETTERS && letters <= word.length * SOUND_LETTERS)
        keep(spelling, letters, Math.min(letters, SOUND_SLIPS + SOUND_PART * letters), SOUND_ALLOWED)
    }
  }
  // Two swaps are four edits: looked for last, since that takes the longest.
  if (found.size === 0 && word.length >= TWO_SWAPS_FROM_LETTERS) lookAmong(4)
  return [...found.values()].sort((one, other) => one.slips - other.slips || other.weight - one.weight)
}
