import { fold, foldWords, joined, spelledOut, withoutJoining } from "./fold.ts"
import { createSlipFinder, NAME_WORDS } from "./hidden-names.ts"
import {
  FILLERS,
  isFiller,
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
} from "./hint-words.ts"
import { radicals } from "./mutation.ts"
import { isBodyName, type Meaning, mayNameForce, type Names, WELL_KNOWN_PEOPLE } from "./names.ts"
import type { Mention, Reading } from "./reading.ts"
import { slipsAllowed, slipsBetween } from "./slips.ts"

/** A hint of no more words than these is a name, a longer one a sentence. */
const SHORT_HINT = 4
/** What links the words of one name: "Stow-on-the-Wold". */
const LINKS = /^(?:on|upon|over|under|super|the|le|la|de|by)$/

/** Misspelt words of the trade, put right before names are looked for. */
const TRADE_WORDS = ["police", "constabulary", "station", "sergeant", "council"]

/**
 * Reads a hint word by word.
 *
 * @param commonWords - words that are a name only where the words beside them say so
 */
export function createReader(names: Names, commonWords: ReadonlySet<string>) {
  const findSlips = createSlipFinder(names)

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
    to - from === 1 && from <= 1 && PLACE_CUES.has(words[to] ?? "") && isBodyName(words[from] ?? "", names)

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
    const isSurname = ranked && (mention.to - mention.from === 1 || !mayNameForce(mention))
    if (isSurname || isStreet || (isMonth && !mayNameForce(mention))) return { ...mention, perhaps: [] }
    const known = (names.spellings.get(joined(mention.name))?.weight ?? 0) >= WELL_KNOWN_PEOPLE
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

  const putRight = (word: string): string => {
    if (FILLERS.has(word) || names.whole.has(word) || commonWords.has(word)) return word
    return TRADE_WORDS.find((right) => slipsBetween(word, right) <= slipsAllowed(word.length)) ?? word
  }

  /** `slips`: also look for names that a slip of the finger hides, which takes most of the time. */
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
