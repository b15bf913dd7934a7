/**
 * Days as the cube keeps them: exact up to 60, by the week up to a year, then by thirty days. A bucket is named by its first
 * day. The database's `days_bucket` is the same rule; a property test holds the two to each other.
 */
export function daysBucket(days: number): number {
  if (days <= LAST_EXACT) return Math.max(days, 0)
  if (days <= LAST_WEEKLY) return LAST_EXACT + 1 + Math.floor((days - LAST_EXACT - 1) / WEEK) * WEEK
  return LAST_WEEKLY + 1 + Math.floor((days - LAST_WEEKLY - 1) / MONTH) * MONTH
}

const LAST_EXACT = 60
/** 44 weeks more. */
const LAST_WEEKLY = 368
const WEEK = 7
const MONTH = 30

/** Days from `from` to `to`, both among them: one day where it is known exactly. */
export interface DaysTaken {
  from: number
  to: number
}

/** The days that are counted in the bucket that begins with `from`. */
export const daysOfBucket = (from: number): DaysTaken => ({
  from,
  to: from <= LAST_EXACT ? from : from <= LAST_WEEKLY ? from + WEEK - 1 : from + MONTH - 1,
})

/**
 * Within how many days `share` of what is counted was done: the first bucket by whose end at least so many were.
 *
 * @param counts - how many, by bucket; none of them negative
 * @param share - such as 0.5 for the median
 * @returns undefined where nothing is counted
 */
export function daysWithin(counts: ReadonlyMap<number, number>, share: number): DaysTaken | undefined {
  const total = countOf(counts)
  let sum = 0
  for (const [bucket, count] of [...counts].toSorted(([one], [other]) => one - other)) {
    sum += count
    // Half of seven is the fourth: the one in the middle.
    if (sum > 0 && sum >= total * share) return daysOfBucket(bucket)
  }
  return undefined
}

/** How many are counted in all buckets together. */
export const countOf = (counts: ReadonlyMap<number, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0)
