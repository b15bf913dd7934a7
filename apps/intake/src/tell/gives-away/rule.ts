import type { GiveawayKind } from "./giveaway.ts"

/** Words to look for in a {@link PlainText}. */
export interface Rule {
  kind: GiveawayKind
  /** Global, and bounded: no part may repeat without a limit, so that a long text takes time in line with its length. */
  pattern: RegExp
  /** Looks once more at what was found; `before` is what stands in front of it, 60 signs at most. */
  fits?(found: RegExpExecArray, before: string): boolean
}

/**
 * A pattern that begins and ends with whole words, whatever their capitals. A space in it stands for the space or the
 * line break between two words; with `?` after it there may be none.
 */
export const words = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${spaced(source)})(?![\\p{L}\\p{N}])`, "giu")

const spaced = (source: string) => source.replaceAll(" ?", "\\s{0,3}").replaceAll(" ", "\\s{1,3}")

/** The same, with capitals as they stand. */
export const exactly = (source: string): RegExp => new RegExp(words(source).source, "gu")

/** A name as it is written: “Sarah”, but neither “scared” nor “SCARED”. */
export const isCapitalised = (word: string): boolean => /^\p{Lu}[\p{Ll}'-]/u.test(word)
