/**
 * Joins what was said of one person: two ends of a match, and so whatever is matched to either. Each end stands in
 * exactly one group.
 *
 * @param matches - pairs of ends that a lead confirmed to be one person
 */
export function onePerson(matches: readonly (readonly [one: string, other: string])[]): string[][] {
  const groupOf = new Map<string, Set<string>>()
  for (const [one, other] of matches) {
    const [into, from] = [groupOf.get(one) ?? new Set([one]), groupOf.get(other) ?? new Set([other])]
    for (const end of from) into.add(end)
    for (const end of into) groupOf.set(end, into)
  }
  return [...new Set(groupOf.values())].map((group) => [...group])
}
