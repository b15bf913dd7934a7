import type { Clock } from "@candour/domain/day.ts"

/** How many posts a second are let in, and how many at once after a quiet time. */
export interface Rate {
  perSecond: number
  atOnce: number
}

/** Lets in as many as its rate allows. */
export interface Budget {
  /** Whether one more may come in now; if so, it has. */
  take(): boolean
}

/** @see Budget. Starts full. */
export function createBudget({ perSecond, atOnce }: Rate, clock: Clock): Budget {
  let left = atOnce
  let last = clock.now().getTime()
  return {
    take() {
      const now = clock.now().getTime()
      left = Math.min(atOnce, left + (Math.max(0, now - last) / 1_000) * perSecond)
      last = Math.max(last, now)
      if (left < 1) return false
      left -= 1
      return true
    },
  }
}
