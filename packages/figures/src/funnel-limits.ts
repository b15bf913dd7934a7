/** A force among those compared: how often something happened, and how large it is. */
export interface Compared {
  count: number
  /** How many people work there. */
  size: number
}

/** How far from the average rate chance alone would take a force of a size. Rates are counts for each of `size`. */
export interface FunnelLimits {
  /** The rate of all together. */
  average: number
  /** How much more forces differ than chance alone would let them; 1 where they don't. */
  dispersion: number
  /** Between which `share` (0.95 or 0.998) of forces of `size` would lie. */
  between(size: number, share: Share): { low: number; high: number }
}

/** The two pairs of limits that funnel plots have. */
export type Share = 0.95 | 0.998

/** Standard deviations to either side. */
const DEVIATIONS: Record<Share, number> = { 0.95: 1.96, 0.998: 3.09 }

/** The share at either end whose distance is taken for that of the next: one odd force must not widen all limits. */
const WINSORISED = 0.1

/**
 * The limits of a funnel plot for counts, on the scale of square roots, where the chance of a count differs little with its size;
 * widened by how much more the forces differ than by chance.
 *
 * Source: D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005),
 * appendices A.1 and A.4 (multiplicative over-dispersion from winsorised distances).
 *
 * @throws RangeError where nobody works at any of them
 */
export function funnelLimits(all: readonly Compared[]): FunnelLimits {
  const sum = (of: (each: Compared) => number) => all.reduce((total, each) => total + of(each), 0)
  const people = sum(({ size }) => size)
  if (people <= 0) throw new RangeError("Nothing can be compared where nobody works.")
  const average = sum(({ count }) => count) / people
  const distances = winsorised(all.map(({ count, size }) => 2 * (Math.sqrt(count) - Math.sqrt(average * size))))
  const dispersion = Math.max(1, distances.reduce((total, each) => total + each ** 2, 0) / distances.length)
  return {
    average,
    dispersion,
    between(size, share) {
      const root = Math.sqrt(average * size)
      const width = (DEVIATIONS[share] * Math.sqrt(dispersion)) / 2
      return { low: Math.max(0, root - width) ** 2 / size, high: (root + width) ** 2 / size }
    },
  }
}

function winsorised(distances: readonly number[]): number[] {
  const sorted = distances.toSorted((one, other) => one - other)
  const cut = Math.floor(sorted.length * WINSORISED)
  const [low = 0, high = 0] = [sorted[cut], sorted[sorted.length - 1 - cut]]
  return distances.map((each) => Math.min(high, Math.max(low, each)))
}
