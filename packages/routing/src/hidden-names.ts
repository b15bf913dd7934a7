import { joined } from "./fold.ts"
import { isFiller, MUTATING, PLACE_CUES, WELSH_CUES } from "./hint-words.ts"
import { radicals } from "./mutation.ts"
import { isBodyName, type Names } from "./names.ts"
import type { Mention } from "./reading.ts"
import { type Near, nearest } from "./slips.ts"

/** Longer names than of so many words there are none. */
export const NAME_WORDS = 7
/** Looking for slips takes most of the time: a hint with more strays than these is no name. */
const SLIP_TRIES = 14
/** Slips further off than the nearest by more than this are not what was meant. */
const SLIP_MARGIN = 0.3
/** What sounds alike is not meant where another name has so many letters more in common. */
const LETTERS_MARGIN = 0.6
/** Initials and the like: every other word is a slip away from one. */
const SHORT_WORDS = /^[a-z]{1,3}(?: [a-z]{1,3})*$/
/** A body elsewhere is called by many a word of the trade: only a light slip is taken for one. */
const BODY_SLIPS = 0.95
/** Up to so many a word is the nearest name; with more it is asked, beside the names that are further off by a little. */
const SURE_SLIPS = 1.3
const DOUBT_MARGIN = 0.8
/** A town of more people is meant all the same. */
const TOWN_PEOPLE = 40_000
/** With more slips than this, words run together or apart are not a name written otherwise: "would bury", Oldbury. */
const SPACED_SLIPS = 1
/** Fillers that begin or end a name all the same: "North Yorkshrie". */
const IN_NAMES =
  /^(?:the|north|south|east|west|wales|cymru|midlands|city|county|royal|metropolitan|st|police|constabulary|heddlu|council|station|borough|british|in|on|of|upon|and|under|by|town|green|road|street|cross|port|harbour|airport)$/
const ENDS_NAME =
  /^(?:wales|cymru|midlands|police|constabulary|council|station|town|city|road|street|borough|port|harbour|airport)$/

/** Slips at most of a Welsh word that is mutated as well. */
const MUTATED_SLIPS = 1

/** Finds the names that a slip of the finger hides. */
export function createSlipFinder(names: Names) {
  const isBody = (name: string) => isBodyName(name, names)

  /** The nearest names to some words together, if any is near enough. */
  function slipped(words: string[]): Omit<Mention, "from" | "to"> | undefined {
    const near = nearest(joined(words.join(" ")), names).filter(
      ({ names, slips }) =>
        names.some((name) => !SHORT_WORDS.test(name)) &&
        (slips <= BODY_SLIPS || !names.every(isBody)) &&
        (slips <= SPACED_SLIPS || names.some((name) => name.split(" ").length === words.length)),
    )
    const [best] = near
    if (!best) return undefined
    const meaningsOf = (spellings: Near[]) =>
      spellings.flatMap((one) => one.names.flatMap((name) => names.whole.get(name) ?? []))
    const nearestLetters = Math.min(...near.map(({ letters }) => letters))
    const meant = near.filter(
      ({ slips, letters }) => slips <= best.slips + SLIP_MARGIN && letters <= nearestLetters + LETTERS_MARGIN,
    )
    const perhaps = near.filter(({ slips }) => slips > best.slips + SLIP_MARGIN && slips <= best.slips + DOUBT_MARGIN)
    const doubtful = best.letters > SURE_SLIPS && Math.max(...meant.map(({ weight }) => weight)) < TOWN_PEOPLE
    return {
      name: best.names[0] ?? best.spelling,
      meanings: meaningsOf(meant),
      slips: best.slips,
      ...(doubtful ? { perhaps: meaningsOf(perhaps) } : {}),
    }
  }

  /** A slip beside a word that says more is part of a longer name that nobody knows: "Castle Combe" is no Camber. */
  function standsAlone(words: string[], { from, to }: Mention, found: Mention[]): boolean {
    const isNamed = (at: number) => found.some((mention) => mention.from <= at && at < mention.to)
    return [from - 1, to].every((at) => {
      const word = words[at]
      return word === undefined || isFiller(word) || PLACE_CUES.has(word) || MUTATING.has(word) || isNamed(at)
    })
  }

  function slippedWelsh(words: string[], at: number) {
    if (!WELSH_CUES.has(words[at - 1] ?? "")) return undefined
    return radicals(words[at] ?? "")
      .flatMap((radical) => slipped([radical]) ?? [])
      .filter(({ slips }) => slips <= MUTATED_SLIPS)
      .sort((one, other) => one.slips - other.slips)[0]
  }

  /** Names that a slip hides, over the strays: the longest run of words that is near one. */
  return function findSlips(words: string[], found: Mention[], isStray: (at: number) => boolean): Mention[] {
    const slips: Mention[] = []
    let tries = SLIP_TRIES
    for (let at = 0; at < words.length; at++) {
      if (!isStray(at)) continue
      const runs: [number, number][] = []
      for (let from = Math.max(0, at - NAME_WORDS); from <= at; from++) {
        for (let to = at + 1; to <= Math.min(words.length, from + NAME_WORDS); to++) {
          const outer = words.slice(from, to)
          const last = words[to - 1] ?? ""
          if (to - 1 > at && isFiller(last) && !ENDS_NAME.test(last)) continue
          if (outer.some((word) => isFiller(word) && !IN_NAMES.test(word))) continue
          if (slips.some((slip) => slip.to > from)) continue
          runs.push([from, to])
        }
      }
      let best: Mention | undefined
      for (const [from, to] of runs.sort(([f1, t1], [f2, t2]) => t2 - f2 - (t1 - f1))) {
        if (tries-- <= 0) break
        const near = slipped(words.slice(from, to)) ?? (to - from === 1 ? slippedWelsh(words, from) : undefined)
        if (near && near.slips < (best?.slips ?? Number.POSITIVE_INFINITY)) best = { from, to, ...near }
      }
      if (best && standsAlone(words, best, found)) slips.push(best)
    }
    return [...found.filter(({ from, to }) => !slips.some((slip) => slip.from < to && from < slip.to)), ...slips].sort(
      (one, other) => one.from - other.from,
    )
  }
}
