import type { Clock } from "@candour/domain/day.ts"

const BUCKET_MILLISECONDS = 5_000
const BUCKETS = 12

/** How many posts this process saw within the last minute, whatever became of them. */
export interface Load {
  count(): void
  perMinute(): number
}

/** @see Load. Counts in buckets of five seconds, and keeps nothing of a post. */
export function createLoad(clock: Clock): Load {
  const counts = new Array<number>(BUCKETS).fill(0)
  let newest = 0

  const moveOn = (): number => {
    const now = Math.floor(clock.now().getTime() / BUCKET_MILLISECONDS)
    const passed = Math.min(BUCKETS, Math.max(0, now - newest))
    for (let bucket = 0; bucket < passed; bucket++) counts[(now - bucket) % BUCKETS] = 0
    newest = Math.max(newest, now)
    return newest % BUCKETS
  }
  return {
    count() {
      const bucket = moveOn()
      counts[bucket] = (counts[bucket] ?? 0) + 1
    },
    perMinute() {
      moveOn()
      return counts.reduce((sum, each) => sum + each, 0)
    },
  }
}
