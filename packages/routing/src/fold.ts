/** What comes after this many characters of a hint is not read. */
export const HINT_CHARACTERS = 500

/** The City and the Yard say where; a city and a yard don't, so these keep their article. */
const ARTICLE = /^(?:the (?!city$|yard$)|yr? )(?=.)/

/**
 * A name without what people leave out or write in several ways: case, accents, punctuation, a leading article.
 * `&` is "and", "Saint" is "st". Names that fold to the same text are one name.
 */
export const fold = (name: string): string => foldWords(name).replace(ARTICLE, "")

/** A text folded as {@link fold} does, its leading article kept: the words of a sentence. */
export const foldWords = (text: string): string =>
  text
    .slice(0, HINT_CHARACTERS)
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .slice(0, HINT_CHARACTERS) // one sign may be written out as eighteen
    .replace(/\p{M}/gu, "")
    .replace(/[&+]/g, " and ")
    .replace(/['’‘`´ʼ]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/\bsaint\b/g, "st")

/** A folded name written as one word: "Milton Keynes" and "miltonkeynes" are one spelling. */
export const joined = (folded: string): string => folded.replaceAll(" ", "")

/** Joining words that a name of several words may be given without: "Stoke Trent", "Newcastle on Tyne". */
const JOINING = new Set(["and", "a", "of", "the", "on", "upon", "in", "le"])

/**
 * A folded name without its joining words, or undefined where nothing or a single word would be left:
 * "of Wells" says more than "Wells".
 */
export function withoutJoining(folded: string): string | undefined {
  const words = folded.split(" ").filter((word) => !JOINING.has(word))
  return words.length > 1 ? words.join(" ") : undefined
}

const POLICE = "(?:police|constabulary|constabularies)(?: (?:constabulary|force|service|department|officers?))*"
const POLICE_LAST = new RegExp(`^(.+) ${POLICE}$`)
const HEDDLU_FIRST = /^heddlur? (.+)$/

/**
 * What stands before "Police", "Constabulary", "Police Force", "Police Service", or after "Heddlu":
 * two names with the same such text are the same police. Undefined where it isn't such a name.
 */
export const policeOf = (folded: string): string | undefined =>
  (POLICE_LAST.exec(folded) ?? HEDDLU_FIRST.exec(folded))?.[1]

const WRAPPINGS = [
  /^(?:police|heddlu)(?: station| officers?| force| service)? (?:in|at|for|of|from|near|yn|yng|ym) (?:the )?/,
  /^(?:gorsaf heddlu|swyddfar? heddlu|cyngor) /,
  / (?:police station|police|constabulary|nick)$/,
  / (?:(?:county|city|district|borough|metropolitan borough|town|parish|unitary) )?council$/,
  /^(?:(?:royal |london |metropolitan )?borough|county|city|town|district) of /,
  / (?:borough|district|town|city)$/,
]

/** Kinds of council or town: what is left of "metropolitan borough" or "borough police" names neither the Met nor a place. */
const KINDS = new Set(["metropolitan", "borough", "county", "city", "town", "district", "royal"])

/**
 * The folded name inside "X police station", "the police in X", "X council", "City of X", outermost wrapping off
 * first, each step an answer to try before the next: what is whole ("City of London") must be tried whole.
 */
export function unwrap(folded: string): string[] {
  const inner: string[] = []
  let rest = folded
  for (let step = 0; step < WRAPPINGS.length; step++) {
    const wrapping = WRAPPINGS.find((pattern) => pattern.test(rest) && rest.replace(pattern, "") !== "")
    if (!wrapping) break
    rest = rest.replace(wrapping, "").trim()
    if (!KINDS.has(rest)) inner.push(rest)
  }
  return inner
}

/** "G.M.P." and "g m p" are GMP. */
export const spelledOut = (folded: string): string =>
  folded
    .replace(/\b(?:[a-z] ){1,4}[a-z]\b/g, (letters) => letters.replaceAll(" ", ""))
    .replace(/\b(?:the )?old bill\b|\bpolice(?:man|men|woman|women)\b/g, "police")
