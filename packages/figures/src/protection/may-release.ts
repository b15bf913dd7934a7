import type { Reach } from "./alternative.ts"
import { Alternatives } from "./alternatives.ts"
import { Audit } from "./audit.ts"
import { blocksOf } from "./blocks.ts"
import { Boxes } from "./boxes.ts"
import type { ProtectedTable, Register } from "./cell.ts"
import { en } from "./messages.ts"
import { solver } from "./solver.ts"
import { isPrimary, type Unknown, unknownsOf } from "./unknowns.ts"

/** Whether tables may go out as they are; if not, a sentence that says which cell is in the way and what to do. */
export type Answer = { may: true } | { may: false; why: string }

/**
 * Looks at tables as somebody wants to release them, such as an FOI pack: refuses what prints a small count, and what
 * would let a hidden cell, of an earlier release or of these tables, be worked out further than without them.
 *
 * @param tables - a cell with `hidden` prints `[c]`; give every margin, unprinted if nobody asked for it
 * @throws RangeError - as {@link unknownsOf}
 */
export async function mayRelease(tables: readonly ProtectedTable[], register: Register): Promise<Answer> {
  const all = unknownsOf(tables, register)
  for (const [index, { cells }] of tables.entries())
    for (const [position, cell] of cells.entries()) {
      const unknown = all.unknowns[all.places[index]?.[position] as number] as Unknown
      const isPrinted = !cell.hidden && !cell.unprinted
      if (isPrinted && isPrimary(cell) && unknown.state !== "public") return { may: false, why: en.isSmall(unknown) }
    }

  const highs = await solver()
  const boxes = new Boxes(all)
  const isHidden = (unknown: number) => all.unknowns[unknown]?.state === "hidden"
  for (const block of blocksOf(all)) {
    const alternatives = new Alternatives(highs, boxes, block, all.unknowns, isHidden)
    try {
      const audit = new Audit(block, all.unknowns, alternatives)
      audit.reachByBoxes()
      const unlocked = [...audit.open].find((reach) => reachesLess(alternatives, reach, all.unknowns))
      if (unlocked) return { may: false, why: en.unlocks(all.unknowns[unlocked.unknown] as Unknown) }
    } finally {
      alternatives.dispose()
    }
  }
  return { may: true }
}

/** Whether an end of an interval is nearer once the offered cells are printed than if they weren't. */
function reachesLess(alternatives: Alternatives, reach: Reach, unknowns: readonly Unknown[]): boolean {
  const isOffered = (unknown: number) => unknowns[unknown]?.state === "offered"
  const printed = Math.abs(alternatives.furthest(reach))
  return printed < Math.abs(reach.amount) && printed < Math.abs(alternatives.furthest(reach, isOffered))
}
