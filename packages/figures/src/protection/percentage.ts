import type { ProtectedCell } from "./cell.ts"

/** Percentages are given only on this many or more (domain §8.3). */
const FEWEST = 20

/**
 * `part` of `whole` in percent, not rounded; none where the whole is under 20 or either is hidden or unprinted, since a
 * share gives its count away.
 */
export function percentage(part: ProtectedCell, whole: ProtectedCell): number | undefined {
  const isPrinted = [part, whole].every(({ hidden, unprinted }) => !hidden && !unprinted)
  return isPrinted && whole.value >= FEWEST ? (100 * part.value) / whole.value : undefined
}
