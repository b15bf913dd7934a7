import type { Meaning } from "./names.ts"

/** A name found among the words of a hint. */
export interface Mention {
  /** The words from `from` up to, not including, `to`. */
  from: number
  to: number
  /** The folded name that was understood, which a slip may have hidden. */
  name: string
  meanings: Meaning[]
  /** 0 = written as the directory has it. */
  slips: number
  /** Set where one can't be sure, for slips or for words beside it: what else it may mean, perhaps nothing. */
  perhaps?: Meaning[]
}

/** What the words of a hint say. */
export interface Reading {
  words: string[]
  /** In the order of the hint, none overlapping another. */
  mentions: Mention[]
  /** Words that are neither part of a name nor such as surround one. */
  strays: string[]
  railway: boolean
  /** It says "station", but not whose. */
  station: boolean
}
