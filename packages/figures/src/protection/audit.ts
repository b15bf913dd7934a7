import type { Alternative, Reach } from "./alternative.ts"
import type { Alternatives } from "./alternatives.ts"
import type { Block } from "./blocks.ts"
import type { Unknown } from "./unknowns.ts"

/** Every primary cell's feasibility interval reaches down to this … */
const LEAST = 1
/** … and up to this: all of 1 to 4 is possible, and so is a count that nobody would have hidden for what it says. */
const BEYOND = 5

/**
 * The audit of one block's suppression: which ends of the feasibility intervals of its primary cells are shown to be
 * reached by an alternative, and by which.
 *
 * The bounds of a linear program alone would overstate an interval, for somebody who attacks knows that counts are
 * whole. So an end counts as reached only by an alternative in whole numbers (the audit of Willenborg and de Waal 2001,
 * "Elements of Statistical Disclosure Control", and of the ESSnet "Handbook on Statistical Disclosure Control").
 */
export class Audit {
  /** What is left to be reached. */
  readonly open: Set<Reach>
  readonly #witnesses = new Map<Reach, Alternative>()

  readonly #alternatives: Alternatives

  constructor(block: Block, unknowns: readonly Unknown[], alternatives: Alternatives) {
    this.#alternatives = alternatives
    this.open = new Set(
      block.members.flatMap((unknown) => {
        const { primary, value } = unknowns[unknown] as Unknown
        const ends = [LEAST - value, BEYOND - value].map((amount) => ({ unknown, amount }))
        return primary ? ends.filter(({ amount }) => amount !== 0 && !(value === 0 && amount === LEAST)) : []
      }),
    )
  }

  /** Takes an alternative as witness of all the open ends that it reaches. */
  witness(alternative: Alternative): void {
    for (const reach of this.open) {
      if (!reaches(alternative, reach)) continue
      this.#witnesses.set(reach, alternative)
      this.open.delete(reach)
    }
  }

  /** Reaches what boxes of hidden cells reach; the rest stays open. */
  reachByBoxes(): void {
    for (const reach of this.open) {
      const box = this.#alternatives.box(reach)
      if (box) this.witness(box)
    }
  }

  /** An end that can't be reached by anything that is still ours to hide is given up as far as that goes. */
  settleFor(reach: Reach, amount: number): void {
    this.open.delete(reach)
    if (amount !== 0) this.open.add({ ...reach, amount })
  }

  /**
   * Tries the suppression with `unknown` printed again: whether everything is still reached. `print` and `hide` change
   * what the alternatives may differ in; where something isn't reached, it is hidden as before.
   */
  givesBack(unknown: number, print: () => void, hide: () => void): boolean {
    const lost = [...this.#witnesses].filter(([, alternative]) => alternative.has(unknown))
    const kept = new Set([...this.#witnesses.values()].filter((alternative) => !alternative.has(unknown)))
    for (const [reach] of lost) this.open.add(reach)
    for (const alternative of kept) this.witness(alternative)
    print()
    for (const reach of this.open) {
      const cheapest = this.#alternatives.cheapest(reach)
      const alternative = cheapest === "fractions" ? this.#alternatives.box(reach) : cheapest
      if (alternative === undefined || alternative === "none") break
      this.witness(alternative)
    }
    if (this.open.size === 0) return true
    hide()
    this.open.clear()
    for (const [reach, alternative] of lost) this.#witnesses.set(reach, alternative)
    return false
  }
}

const reaches = (alternative: Alternative, { unknown, amount }: Reach): boolean => {
  const difference = alternative.get(unknown) ?? 0
  return amount > 0 ? difference >= amount : difference <= amount
}
