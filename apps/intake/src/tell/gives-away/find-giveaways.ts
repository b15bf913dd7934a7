import type { Language } from "@candour/domain/contact.ts"
import type { Giveaway } from "./giveaway.ts"
import { plainText } from "./plain-text.ts"
import { exactly, type Rule, words } from "./rule.ts"
import { rulesInEnglish } from "./rules-in-english.ts"
import { rulesInWelsh } from "./rules-in-welsh.ts"
import { rulesOfBoth } from "./rules-of-both.ts"

/** People mix both languages, and neither's rules say anything of the other's words. */
const RULES: readonly Rule[] = [...rulesOfBoth, ...rulesInEnglish, ...rulesInWelsh]

/** “I” by itself: in Welsh “i” is “to” and “for”, so there it is told by its verb. */
const FIRST_PERSON: Record<Language, RegExp> = {
  en: exactly(String.raw`I(?!\.\s?\p{Lu})(?:'m|'ve|'d|'ll)?|i(?:'m|'ve|'d|'ll)`),
  cy: words(
    "(?:rydw|dw|ydw|roeddwn|oeddwn|ro'n|o'n|gwelais|welais|clywais|glywais|cefais|ces|ges|dywedais|ddywedais|es|wnes) i|dwi(?:'n)?|rwy'n|rwyf",
  ),
}

/** How many signs before what was found its rule may look at. */
const BEFORE = 60

/**
 * Browser: what of a text could show who wrote it. It looks and says; it changes nothing and sends nothing.
 *
 * @param lang - of the page: only the single “I” depends on it, which is found once, where nothing else is found
 * @returns ranges inside `text`, first to last, none over another
 * @see issue 5, "Does it give you away?"
 */
export function findGiveaways(text: string, lang: Language): Giveaway[] {
  const { plain, written } = plainText(text)
  const found = RULES.flatMap((rule) => placesOf(rule, plain)).sort(
    (one, other) => one.start - other.start || other.end - one.end,
  )
  const kept: Giveaway[] = []
  for (const each of found) {
    const last = kept.at(-1)
    if (!last || each.start >= last.end) kept.push(each)
    // “I live at CT16 1AA” is one place, found twice.
    else if (each.kind === last.kind) last.end = Math.max(last.end, each.end)
  }
  const alone = firstPerson(plain, lang, kept)
  const all = alone ? [...kept, alone].sort((one, other) => one.start - other.start) : kept
  return all.map(({ start, end, kind }) => ({ start: written(start), end: written(end), kind }))
}

function placesOf({ kind, pattern, fits }: Rule, plain: string): Giveaway[] {
  const places: Giveaway[] = []
  for (const found of plain.matchAll(pattern)) {
    const start = found.index
    const before = plain.slice(Math.max(0, start - BEFORE), start)
    if (!fits || fits(found, before)) places.push({ start, end: start + found[0].trimEnd().length, kind })
  }
  return places
}

function firstPerson(plain: string, lang: Language, kept: readonly Giveaway[]): Giveaway | undefined {
  for (const { index: start, 0: found } of plain.matchAll(FIRST_PERSON[lang])) {
    const end = start + found.length
    const inside = kept.some((each) => start < each.end && end > each.start)
    if (!inside) return { start, end, kind: "first-person" }
  }
  return undefined
}
