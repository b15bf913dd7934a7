import type { Day } from "@candour/domain/day.ts"
import { fold, joined } from "./fold.ts"
import type { Names } from "./names.ts"
import type { Candidate, Route } from "./route-shape.ts"
import type { Router } from "./router.ts"

/** One line under the box while somebody types. */
export type Suggestion = { candidate: Candidate } | { body: string }

/** Lines that a phone shows above its keyboard. */
const SUGGESTIONS = 6
/** Names that begin so and are looked at, biggest first; the rest come with the next letter. */
const NAMES_TRIED = 12
/** Letters from which on there are suggestions: fewer begin too many names. */
export const SUGGESTS_FROM = 2

/**
 * What a text may be the beginning of, biggest first, and what it may be with a slip of the finger.
 */
export function createSuggester(names: Names, route: Router): (typed: string, on: Day) => Suggestion[] {
  return (typed, on) => {
    const folded = fold(typed)
    if (joined(folded).length < SUGGESTS_FROM) return []
    const begun = [...names.spellings.atPrefix(joined(folded))]
      .sort(([one, a], [other, b]) => b.weight - a.weight || one.length - other.length)
      .slice(0, NAMES_TRIED)
      .flatMap(([, { names }]) => names)
    const exact = route(typed, on)
    const found = exact.kind === "unknown" || begun.length === 0 ? [exact] : []
    const whole = begun.includes(folded) ? [exact] : []
    const all = [...whole, ...found, ...begun.filter((name) => name !== folded).map((name) => route(name, on))]
    return unique(all.flatMap(suggestionsOf)).slice(0, SUGGESTIONS)
  }
}

function suggestionsOf(found: Route): Suggestion[] {
  if (found.kind === "unknown") return []
  if (found.kind === "elsewhere") return [{ body: found.body }]
  return [
    ...found.candidates.map((candidate) => ({ candidate })),
    ...(found.kind === "choose" ? (found.elsewhere ?? []) : []).map((body) => ({ body })),
  ]
}

function unique(all: Suggestion[]): Suggestion[] {
  const seen = new Set<string>()
  return all.filter((suggestion) => {
    const key = "body" in suggestion ? suggestion.body : `${suggestion.candidate.tenant} ${suggestion.candidate.place}`
    return !seen.has(key) && seen.add(key)
  })
}
