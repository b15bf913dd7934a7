import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { createBudget } from "./budget.ts"
import { createLoad } from "./load.ts"

/** Waits in milliseconds, each followed by a post. */
const waits = fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 200 })

property.prop({ waits })(
  "posts of the last 55 seconds are counted, and none that is older than a minute",
  ({ waits }) => {
    let now = 1_000_000_000_000
    const load = createLoad({ now: () => new Date(now) })
    const posts: number[] = []
    for (const wait of waits) {
      now += wait
      load.count()
      posts.push(now)
      const within = (milliseconds: number) => posts.filter((post) => post > now - milliseconds).length
      expect(load.perMinute()).toBeGreaterThanOrEqual(within(55_000))
      expect(load.perMinute()).toBeLessThanOrEqual(within(60_000))
    }
  },
)

test("a clock that is set back counts on", () => {
  let now = 1_000_000_000_000
  const load = createLoad({ now: () => new Date(now) })
  load.count()
  now -= 3_600_000
  load.count()
  expect(load.perMinute()).toBe(2)
})

property.prop({ waits })("a budget never lets in more than its rate allows", ({ waits }) => {
  let now = 0
  const budget = createBudget({ perSecond: 2, atOnce: 10 }, { now: () => new Date(now) })
  let taken = 0
  for (const wait of waits) {
    now += wait
    if (budget.take()) taken += 1
    expect(taken).toBeLessThanOrEqual(10 + (now / 1_000) * 2)
  }
})
