/** What may harm a reporter, or make a source of them, in a message that an officer writes. Pure: runs in the browser. */

/** Why some words of a message are better left out. */
export interface MessageWarning {
  why: "asks" | "names" | "reference"
  words: string
}

/**
 * Asking a volunteer to find out or get more may make a covert source of them (RIPA 2000 s.26; pages, What a standards
 * unit refuses). English and Welsh, as an officer would write it.
 */
const ASKS: readonly RegExp[] = [
  /\b(?:find|finding) out\b/iu,
  /\b(?:could|can|would|will|might) you (?:please |also )*(?:get|ask|check|look|watch|follow|record|film|photograph|copy|keep|obtain|collect|try|go|listen|note|speak|talk|meet|search)\b/iu,
  /\b(?:try|need you|want you|like you|ask you|asking you) to (?:get|ask|check|look|watch|follow|record|film|photograph|copy|keep|obtain|collect|go|listen|note|speak|talk|meet|search|find)\b/iu,
  /\bplease (?:get|ask|check|look (?:for|up|at)|watch|follow|record|film|photograph|copy|obtain|collect|go|listen|note down|speak to|talk to|meet|search|keep an eye)\b/iu,
  /\b(?:keep|keeping) (?:an eye|watch|a record|a diary|a log|notes)\b/iu,
  /\b(?:take|taking) (?:a )?(?:photo|picture|screenshot|video|copy|copies|note)s?\b/iu,
  /\bget hold of\b/iu,
  /\bnext time\b/iu,
  /\b(?:allech|allwch|fyddech|wnewch) chi (?:ofyn|wylio|ddilyn|recordio|ffilmio|gopïo|gael|chwilio|wrando|siarad|gwrdd|gadw)\b/iu,
  /\b(?:ceisiwch|gofynnwch|gwyliwch|dilynwch|recordiwch|ffilmiwch|copïwch|chwiliwch|gwrandewch|cadwch (?:lygad|gofnod|ddyddiadur))\b/iu,
  /\btynnwch (?:lun|luniau|sgrinlun)\b/iu,
  /\by tro nesaf\b/iu,
]

/** Of an officer's own kind: a collar or case number, a reference of this hotline. */
const REFERENCES = /\b(?=[A-Z0-9/-]*\d)(?=[A-Z0-9/-]*[A-Z/])[A-Z0-9]{1,4}(?:[/-][A-Z0-9]{1,8})+\b|\b\d{2,5}[A-Z]{2}\b/gu

/** Small words that stand in many names and name nobody. */
const NO_NAMES = new Set([
  "the",
  "and",
  "his",
  "her",
  "from",
  "with",
  "that",
  "who",
  "officer",
  "constable",
  "sergeant",
])

/**
 * What in `text` should be thought about before it is sent; `names` is how the reporter and the desk call the people
 * concerned. It warns and never blocks.
 */
export function messageWarnings(text: string, names: readonly string[]): MessageWarning[] {
  const warnings: MessageWarning[] = []
  for (const rule of ASKS) {
    const found = rule.exec(text)
    const before = text.slice(Math.max(0, (found?.index ?? 0) - 24), found?.index)
    // "Please don't look for anything" says the opposite of what the rule is about.
    const isForbidden = /\b(?:do not|don[’']t|never|peidiwch â|not to|no need to)\s+(?:\w+\s+)?$/iu.test(before)
    if (found && !isForbidden) warnings.push({ why: "asks", words: found[0] })
  }
  const known = new Set(
    names
      .flatMap((name) => name.toLocaleLowerCase().match(/[\p{L}’'-]{3,}/gu) ?? [])
      .filter((word) => !NO_NAMES.has(word)),
  )
  for (const [word] of text.matchAll(/[\p{L}’'-]{3,}/gu))
    if (known.has(word.toLocaleLowerCase())) warnings.push({ why: "names", words: word })
  for (const [words] of text.matchAll(REFERENCES)) warnings.push({ why: "reference", words })
  return warnings.filter(
    ({ why, words }, index) => warnings.findIndex((each) => each.why === why && each.words === words) === index,
  )
}
