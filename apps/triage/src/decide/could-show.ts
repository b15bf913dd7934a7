/** What in a sanitised text could show who told us. Pure: runs in the browser, over words that never leave it. */

/** Some words of a clean text, and why they are better taken out (domain rules §3, Sanitise). */
export interface Showing {
  why: "person" | "kin" | "contact" | "reach" | "hour" | "phrase" | "name"
  words: string
}

const RULES: readonly (readonly [why: Showing["why"], rule: RegExp])[] = [
  ["person", /\b(?:I|I’m|I'm|I’ve|I've|me|my|mine|myself|we|us|our|ours)\b/gu],
  [
    "kin",
    /\b(?:wife|husband|partner|ex|mother|mum|father|dad|sister|brother|aunt|auntie|uncle|daughter|son|niece|nephew|cousin|girlfriend|boyfriend|fianc[eé]e?|neighbour|flatmate|colleague|friend|gwraig|gŵr|mam|tad|chwaer|brawd|modryb|ewythr|merch|mab|cymydog|ffrind)s?\b/giu,
  ],
  [
    "contact",
    /\b(?:callers?|reporters?|informants?|witness(?:es)?|complainants?|hotline|website|online form|telephoned|rang|phoned|receipt)\b/giu,
  ],
  ["contact", /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/gu],
  ["reach", /(?:\+44|\b0)(?:[ -]?\d){9,10}\b|[^\s@]+@[^\s@]+\.[a-z]{2,}|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/gu],
  ["hour", /\b\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?\b|\b\d{1,2} ?[ap]\.?m\b|\bmidnight\b/giu],
  [
    "hour",
    /\b\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/gu,
  ],
]

/** Words in a row that are somebody's own way of saying it. */
const PHRASE_WORDS = 5

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}’'-]+/gu) ?? []
const folded = (word: string): string => word.toLowerCase().replaceAll("’", "'")

/**
 * Looks through `clean` for what could show who told us: rules of the trade, the reporter's own phrases, and names that
 * they wrote and that aren't the person concerned's.
 *
 * @param original - all that the reporter wrote
 * @param concerned - how the people concerned are called: an intelligence report names them
 */
export function couldShow(clean: string, original: readonly string[], concerned: readonly string[]): Showing[] {
  const found: Showing[] = RULES.flatMap(([why, rule]) =>
    [...clean.matchAll(rule)].map(([words]) => ({ why, words: words.trim() })),
  )
  found.push(...phrasesIn(clean, original).map((words) => ({ why: "phrase" as const, words })))
  const known = new Set(concerned.flatMap(wordsOf).map(folded))
  const names = new Set(original.flatMap(namesIn))
  for (const word of wordsOf(clean))
    if (names.has(word) && !known.has(folded(word))) found.push({ why: "name", words: word })
  return found.filter(
    ({ words }, index) => found.findIndex((each) => each.words.toLowerCase() === words.toLowerCase()) === index,
  )
}

/** Words with a capital that stand within a sentence: names, mostly. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/(?<=[\p{Ll},;:] )\p{Lu}[\p{L}’'-]{2,}/gu)].map(([word]) => word)
}

/** The longest runs of the reporter's own words, as they stand in `clean`. */
function phrasesIn(clean: string, original: readonly string[]): string[] {
  const words = wordsOf(clean)
  const own = original.map((text) => ` ${wordsOf(text).map(folded).join(" ")} `)
  const isOwn = (from: number, to: number) => {
    const run = ` ${words.slice(from, to).map(folded).join(" ")} `
    return own.some((text) => text.includes(run))
  }
  const phrases: string[] = []
  for (let from = 0; from + PHRASE_WORDS <= words.length; ) {
    let to = from + PHRASE_WORDS
    if (!isOwn(from, to)) {
      from += 1
      continue
    }
    while (to < words.length && isOwn(from, to + 1)) to += 1
    phrases.push(words.slice(from, to).join(" "))
    from = to
  }
  return phrases
}
