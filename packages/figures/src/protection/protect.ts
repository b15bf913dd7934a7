import type { Highs } from "highs"
import { Alternatives } from "./alternatives.ts"
import { Audit } from "./audit.ts"
import { type Block, blocksOf } from "./blocks.ts"
import { Boxes } from "./boxes.ts"
import type { ProtectedTable, Register, Table } from "./cell.ts"
import { solver } from "./solver.ts"
import { isPrimary, type Unknowns, unknownsOf } from "./unknowns.ts"

/**
 * Hides what has to be hidden in `tables`, which are to be released together: every count from 1 to 4, every zero that
 * tells of a group (primary suppression), and of the others what would give one of those away, here or in an earlier
 * release, by sums, by a table that shares a cell or a margin, or by what has changed since (secondary suppression).
 *
 * Afterwards, whatever somebody computes from everything ever released, each hidden primary cell may still be anything
 * from 1 to 4, and 5; where earlier releases leave less, as much as they leave.
 *
 * @param register - everything released before; what this gives belongs into it as soon as it is out
 * @throws RangeError - the tables don't add up, or a cell has no margin; nothing may be released
 * @see docs/decisions/0020, and the method in domain §8
 */
export async function protect(tables: readonly Table[], register: Register): Promise<ProtectedTable[]> {
  const all = unknownsOf(tables, register)
  const highs = await solver()
  const boxes = new Boxes(all)
  const hidden = new Set<number>()
  for (const [place, { state }] of all.unknowns.entries()) if (state === "hidden") hidden.add(place)
  for (const block of blocksOf(all)) suppress(highs, block, all, boxes, hidden)

  return tables.map((table, index) => ({
    ...table,
    cells: table.cells.map((cell, position) => {
      const isHidden = !cell.unprinted && hidden.has(all.places[index]?.[position] as number)
      return isHidden ? { ...cell, hidden: isPrimary(cell) ? ("primary" as const) : ("secondary" as const) } : cell
    }),
  }))
}

/** Adds to `hidden` the secondary cells of one block: the cheapest for each end not reached, then gives back. */
function suppress(highs: Highs, block: Block, { unknowns }: Unknowns, boxes: Boxes, hidden: Set<number>): void {
  const alternatives = new Alternatives(highs, boxes, block, unknowns, (unknown) => hidden.has(unknown))
  try {
    const audit = new Audit(block, unknowns, alternatives)
    const isOffered = (unknown: number) => unknowns[unknown]?.state === "offered"
    audit.reachByBoxes()
    for (const reach of audit.open) {
      const cheapest = alternatives.box(reach) ?? alternatives.cheapest(reach, isOffered)
      const alternative =
        cheapest === "fractions"
          ? (alternatives.box(reach, isOffered) ?? alternatives.cheapestInWholeNumbers(reach, isOffered))
          : cheapest
      if (alternative === "none") {
        audit.settleFor(reach, alternatives.furthest(reach, isOffered))
        continue
      }
      for (const unknown of alternative.keys()) hidden.add(unknown)
      audit.witness(alternative)
    }
    const countOf = (unknown: number) => unknowns[unknown]?.value ?? 0
    const secondary = block.members.filter((each) => isOffered(each) && hidden.has(each))
    for (const unknown of secondary.sort((one, other) => countOf(other) - countOf(one)))
      audit.givesBack(
        unknown,
        () => hidden.delete(unknown),
        () => hidden.add(unknown),
      )
  } finally {
    alternatives.dispose()
  }
}
