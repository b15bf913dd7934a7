import { asOwner } from "@candour/database/as.ts"
import { type TestDatabase, testDatabase } from "@candour/database/testing/test-database.ts"
import { fc, test as property } from "@fast-check/vitest"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { daysBucket, daysOfBucket, daysWithin } from "./days-taken.ts"

let at: TestDatabase
beforeAll(async () => {
  at = await testDatabase()
})
afterAll(() => at.close())

test("the database keeps days in the same buckets, from a clock that went back to ten years", async () => {
  const { rows } = await asOwner(at.database, (transaction) =>
    transaction.execute<{ days: number; bucket: number }>(
      sql`select days, days_bucket(days) as bucket from generate_series(-3, 3700) days`,
    ),
  )
  expect(rows).toHaveLength(3704)
  for (const { days, bucket } of rows) expect([days, bucket]).toEqual([days, daysBucket(days)])
})

property.prop([fc.nat(4000)])("each number of days lies in its bucket, and in no other", (days) => {
  const { from, to } = daysOfBucket(daysBucket(days))
  expect(from <= days && days <= to).toBe(true)
  expect(daysBucket(from)).toBe(daysBucket(to))
  expect(daysBucket(to + 1)).toBe(to + 1)
})

property.prop([fc.array(fc.nat(900), { minLength: 1, maxLength: 40 }), fc.constantFrom(0.5, 0.75, 0.9, 1)])(
  "so many of them took no longer than is said, and fewer took less",
  (took, share) => {
    const counts = new Map<number, number>()
    for (const days of took) counts.set(daysBucket(days), (counts.get(daysBucket(days)) ?? 0) + 1)
    const within = daysWithin(counts, share) ?? { from: Number.NaN, to: Number.NaN }
    expect(took.filter((days) => days <= within.to).length).toBeGreaterThanOrEqual(took.length * share)
    expect(took.filter((days) => days < within.from).length).toBeLessThan(took.length * share)
  },
)

test("where nothing is counted there is no median", () => {
  expect(daysWithin(new Map(), 0.5)).toBeUndefined()
})
