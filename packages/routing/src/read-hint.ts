import { fold, foldWords, joined, withoutJoining } from "./fold.ts"
import {
  FILLERS,
  JOINS_FORCES,
  MONTHS,
  MUTATING,
  NEAR_CUES,
  PLACE_CUES,
  PLACE_FOLLOWERS,
  RAILWAY,
  RANKS,
  STREETS,
  saysStation,
  WELSH_CUES,
} from "./hint-words.ts"
import { radicals } from "./mutation.ts"
import type { Meaning, Names } from "./names.ts"
import { type Near, nearest, slipsAllowed, slipsBetween } from "./slips.ts"

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

/** Longer names than of so many words there are none. */
const NAME_WORDS = 7
/** Looking for slips takes most of the time: a hint with more strays than these is no name. */
const SLIP_TRIES = 14
/** Slips further off than the nearest by more than this are not what was meant. */
const SLIP_MARGIN = 0.3
/** What sounds alike is not meant where another name has so many letters more in common. */
const LETTERS_MARGIN = 0.6
/** Initials and the like: every other word is a slip away from one. */
const SHORT_WORDS = /^[a-z]{1,3}(?: [a-z]{1,3})*$/
const BODY_SLIPS = 0.95
/** Up to so many a word is the nearest name; with more it is asked, beside the names that are further off by a little. */
const SURE_SLIPS = 1.3
const DOUBT_MARGIN = 0.8
/** A town of more people is meant all the same, and with words beside it a place of more than the second number. */
const TOWN = 40_000
const WELL_KNOWN = 100_000
/** A hint of no more words than these is a name, a longer one a sentence. */
const SHORT_HINT = 4
/** With more slips than this, words run together or apart are not a name written otherwise: "would bury", Oldbury. */
const SPACED_SLIPS = 1
/** Fillers that begin or end a name all the same: "North Yorkshrie". */
const IN_NAMES =
  /^(?:the|north|south|east|west|wales|cymru|midlands|city|county|royal|metropolitan|st|police|constabulary|heddlu|council|station|borough|british|in|on|of|upon|and|under|by|town|green|road|street|cross|port|harbour|airport)$/
const ENDS_NAME =
  /^(?:wales|cymru|midlands|police|constabulary|council|station|town|city|road|street|borough|port|harbour|airport)$/

/** "G.M.P." and "g m p" are GMP. */
export const spelledOut = (folded: string): string =>
  folded
    .replace(/\b(?:[a-z] ){1,4}[a-z]\b/g, (letters) => letters.replaceAll(" ", ""))
    .replace(/\b(?:the )?old bill\b|\bpolice(?:man|men|woman|women)\b/g, "police")

/** What links the words of one name: "Stow-on-the-Wold". */
const LINKS = /^(?:on|upon|over|under|super|the|le|la|de|by)$/

/** Misspelt words of the trade, put right before names are looked for. */
const TRADE_WORDS = ["police", "constabulary", "station", "sergeant", "council"]

export function createReader(names: Names, commonWords: ReadonlySet<string>) {
  const isFiller = (word: string) => FILLERS.has(word) || /^\d+$/.test(word) || word.length === 1

  function exact(words: string[]): { name: string; meanings: Meaning[] } | undefined {
    const text = words.join(" ")
    for (const name of [text, fold(text)]) {
      const meanings = names.whole.get(name)
      const articled = name !== text && commonWords.has(name) && !names.withArticle.has(name)
      if (meanings && !articled) return { name, meanings }
    }
    const first = words[0] ?? ""
    const last = words.at(-1) ?? ""
    const loose = withoutJoining(text)
    if (words.length > 1 && loose && !isFiller(last) && (loose.startsWith(first) || !isFiller(first))) {
      const meanings = names.loose.get(loose)
      if (meanings) return { name: text, meanings }
    }
    if (words.length > 1 && words.some(isFiller)) return undefined
    const spelling = names.spellings.get(joined(text))
    const meanings = spelling?.names.flatMap((name) => names.whole.get(name) ?? [])
    return meanings?.length ? { name: spelling?.names[0] ?? text, meanings } : undefined
  }

  /** A Welsh word after `before` may be mutated: its radical forms that are names, with what follows it. */
  function unmutated(words: string[], before: string | undefined) {
    if (before === undefined || !MUTATING.has(before)) return undefined
    const [first = "", ...rest] = words
    if (commonWords.has(first)) return undefined
    for (const radical of radicals(first)) {
      const found = exact([radical, ...rest])
      if (found) return found
    }
    return undefined
  }

  /** A common word is a name only where its neighbours say so: "in Reading", "Bath police", not "he was reading". */
  function isName(words: string[], at: number, length: number): boolean {
    if (length > 1) return true
    const word = words[at] ?? ""
    if (isFiller(word) || word.length < 2) return false
    if (!commonWords.has(word)) return true
    return PLACE_CUES.has(words[at - 1] ?? "") || PLACE_FOLLOWERS.has(words[at + 1] ?? "")
  }

  /** "A screw in Strangeways": a job that is a common word too, before where it is done. */
  const isJobIn = (words: string[], from: number, to: number) =>
    to - from === 1 && from <= 1 && PLACE_CUES.has(words[to] ?? "") && isBody(words[from] ?? "")

  function findNames(words: string[]): Mention[] {
    const mentions: Mention[] = []
    for (let at = 0; at < words.length; ) {
      const found = longestAt(words, at)
      if (found) mentions.push(found)
      at = found?.to ?? at + 1
    }
    return withJoinedForces(words, withFirstWord(words, mentions))
  }

  /** "BTP and Met", "met then Essex": beside a name, what is a common word as well is a force. */
  function withJoinedForces(words: string[], mentions: Mention[]): Mention[] {
    const isJoined = (at: number) =>
      (JOINS_FORCES.has(words[at + 1] ?? "") && mentions.some(({ from }) => from === at + 2)) ||
      (JOINS_FORCES.has(words[at - 1] ?? "") && mentions.some(({ to }) => to === at - 1))
    const added = words.flatMap((word, at): Mention[] => {
      const meanings = commonWords.has(word) && isJoined(at) ? (names.whole.get(word) ?? []) : []
      return meanings.some(({ kind }) => kind === "force")
        ? [{ from: at, to: at + 1, name: word, meanings, slips: 0 }]
        : []
    })
    return added.length ? [...mentions, ...added].sort((one, other) => one.from - other.from) : mentions
  }

  /** A hint that begins with a common word and goes on with where that is: "Sale Cheshire", "Ash near Aldershot". */
  function withFirstWord(words: string[], mentions: Mention[]): Mention[] {
    const [first] = mentions
    const [word = ""] = words
    if (!first || first.from === 0 || !commonWords.has(word) || isFiller(word)) return mentions
    const between = words.slice(1, first.from)
    if (!between.every((cue) => NEAR_CUES.has(cue))) return mentions
    const found = exact([word])
    return found ? [{ from: 0, to: 1, slips: 0, ...found }, ...mentions] : mentions
  }

  function longestAt(words: string[], from: number): Mention | undefined {
    for (let to = Math.min(words.length, from + NAME_WORDS); to > from; to--) {
      const part = words.slice(from, to)
      if (!isName(words, from, to - from) && !isJobIn(words, from, to)) continue
      const found = exact(part) ?? unmutated(part, words[from - 1])
      if (found) return { from, to, slips: 0, ...found }
    }
    return undefined
  }

  /** A body elsewhere is called by many a word of the trade: only a light slip of a long one is taken for it. */
  const isBody = (name: string) =>
    names.whole.get(name)?.every((meaning) => meaning.kind === "elsewhere" && !meaning.place) ?? false

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
    const doubtful = best.letters > SURE_SLIPS && Math.max(...meant.map(({ weight }) => weight)) < TOWN
    return {
      name: best.names[0] ?? best.spelling,
      meanings: meaningsOf(meant),
      slips: best.slips,
      ...(doubtful ? { perhaps: meaningsOf(perhaps) } : {}),
    }
  }

  /** Names that a slip hides, over the strays: the longest run of words that is near one. */
  function findSlips(words: string[], found: Mention[], isStray: (at: number) => boolean): Mention[] {
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

  /** "Vale" beside a word that nobody knows may be a part of a longer name. */
  function withDoubt(
    words: string[],
    mention: Mention,
    isStray: (at: number) => boolean,
    isNamed: (at: number) => boolean,
  ): Mention {
    const ranked = RANKS.has(words[mention.from - 1] ?? "") && !PLACE_FOLLOWERS.has(words[mention.to] ?? "")
    const isMonth = mention.to - mention.from === 1 && MONTHS.has(words[mention.from] ?? "") && words.length > 1
    const isStreet = STREETS.has(words[mention.to] ?? "")
    const isSurname = ranked && (mention.to - mention.from === 1 || !namesForce(mention))
    if (isSurname || isStreet || (isMonth && !namesForce(mention))) return { ...mention, perhaps: [] }
    const known = (names.spellings.get(joined(mention.name))?.weight ?? 0) >= WELL_KNOWN
    let [before, after] = [mention.from - 1, mention.to]
    while (LINKS.test(words[before] ?? "")) before--
    while (LINKS.test(words[after] ?? "")) after++
    const cued = words.length > SHORT_HINT && PLACE_CUES.has(words[mention.from - 1] ?? "")
    const beside =
      isStray(before) ||
      (!cued && (isStray(after) || (words.length <= SHORT_HINT && saysWhich(words[after]) && !isNamed(after))))
    return beside && !known && !mention.perhaps ? { ...mention, perhaps: [] } : mention
  }

  /** "Harrold Hill": a common word that is no filler. */
  const saysWhich = (word: string | undefined) => word !== undefined && commonWords.has(word) && !isFiller(word)
  const namesForce = ({ meanings }: Mention) => meanings.some(({ kind }) => kind === "force")

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
      .filter(({ slips }) => slips <= 1)
      .sort((one, other) => one.slips - other.slips)[0]
  }

  const putRight = (word: string): string => {
    if (FILLERS.has(word) || names.whole.has(word) || commonWords.has(word)) return word
    return TRADE_WORDS.find((right) => slipsBetween(word, right) <= slipsAllowed(word.length)) ?? word
  }

  /** Reads a hint word by word. `slips`: also look for names that a slip of the finger hides. */
  return (hint: string, { slips } = { slips: false }): Reading => {
    const words = spelledOut(foldWords(hint)).split(" ").filter(Boolean).map(putRight)
    const text = words.join(" ")
    let mentions = findNames(words)
    const isStray = (at: number) => {
      const word = words[at]
      return word !== undefined && !isFiller(word) && !commonWords.has(word) && !isNamed(at)
    }
    const isNamed = (at: number) => mentions.some(({ from, to }) => from <= at && at < to)
    const strayWords = () => words.filter((_, at) => isStray(at))
    if (slips) {
      const besideName = (at: number) => mentions.some(({ from, to }) => at === from - 1 || at === to)
      const mayBeSlip = (at: number) =>
        isStray(at) || (words.length <= SHORT_HINT && saysWhich(words[at]) && besideName(at) && !isNamed(at))
      mentions = findSlips(words, mentions, mayBeSlip)
    }
    if (mentions.length > 1)
      mentions = mentions.filter(({ from, to }) => to - from > 1 || !MONTHS.has(words[from] ?? ""))
    mentions = mentions.map((mention) => withDoubt(words, mention, isStray, isNamed))
    const railway = RAILWAY.test(text)
    return {
      words,
      mentions,
      strays: strayWords(),
      railway,
      station: !railway && saysStation(text),
    }
  }
}
