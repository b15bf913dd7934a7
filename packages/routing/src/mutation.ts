/**
 * What a Welsh word may begin with where the radical form begins otherwise: soft, nasal and aspirate mutation undone.
 * Source: the mutation table of any Welsh grammar; a name keeps its radical form in the directory.
 */
const UNDONE: readonly [mutated: RegExp, radicals: readonly string[]][] = [
  [/^ngh/, ["c"]],
  [/^mh/, ["p"]],
  [/^nh/, ["t"]],
  [/^ng/, ["g"]],
  [/^ph/, ["p"]],
  [/^th/, ["t"]],
  [/^ch/, ["c"]],
  [/^dd/, ["d"]],
  [/^m/, ["b"]],
  [/^n/, ["d"]],
  [/^f/, ["b", "m"]],
  [/^b/, ["p"]],
  [/^d/, ["t"]],
  [/^g/, ["c"]],
  [/^l(?!l)/, ["ll"]],
  [/^r(?!h)/, ["rh"]],
  // A soft g is gone: "o Went".
  [/^(?=[aeiouwylr])/, ["g"]],
]

/**
 * The radical forms that a folded Welsh word may be a mutation of, likeliest first; not the word itself.
 * `nghaerdydd` gives `caerdydd`, and whatever else could have become it.
 */
export const radicals = (word: string): string[] =>
  UNDONE.flatMap(([mutated, radical]) => (mutated.test(word) ? radical.map((r) => word.replace(mutated, r)) : []))
