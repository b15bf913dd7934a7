import type { Equation, Unknown, Unknowns } from "./unknowns.ts"

/** What can be looked at by itself: no equation ties an unknown of it that isn't public to one outside. */
export interface Block {
  /** Places in {@link Unknowns.unknowns}, none of them public. */
  members: number[]
  equations: Equation[]
}

/**
 * Splits all unknowns into blocks. Public counts are constants and tie nothing, so that measures, and years of which
 * everything is public, fall apart. Blocks without anything to protect are left out.
 */
export function blocksOf({ unknowns, equations }: Unknowns): Block[] {
  const leader = [...unknowns.keys()]
  const leaderOf = (place: number): number => {
    let at = place
    while (leader[at] !== at) {
      leader[at] = leader[leader[at] as number] as number
      at = leader[at] as number
    }
    return at
  }
  const open = ({ whole, parts }: Equation) => [whole, ...parts].filter((each) => isOpen(unknowns[each]))
  for (const equation of equations) {
    const [first, ...others] = open(equation)
    if (first !== undefined) for (const other of others) leader[leaderOf(other)] = leaderOf(first)
  }

  const blocks = new Map<number, Block>()
  for (const place of unknowns.keys()) {
    if (!isOpen(unknowns[place])) continue
    const block = blocks.get(leaderOf(place)) ?? { members: [], equations: [] }
    block.members.push(place)
    blocks.set(leaderOf(place), block)
  }
  for (const equation of equations) {
    const [first] = open(equation)
    if (first !== undefined) blocks.get(leaderOf(first))?.equations.push(equation)
  }
  return [...blocks.values()].filter(({ members }) => members.some((each) => unknowns[each]?.primary))
}

const isOpen = (unknown: Unknown | undefined): boolean => unknown?.state !== "public"
