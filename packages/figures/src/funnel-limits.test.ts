import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { funnelLimits } from "./funnel-limits.ts"

test("the average is of all together, not of the rates", () => {
  expect(
    funnelLimits([
      { count: 1, size: 100 },
      { count: 99, size: 9_900 },
    ]).average,
  ).toBeCloseTo(0.01)
})

test("limits of a count of 100 are those of chance: about 20 to either side", () => {
  const { between, dispersion } = funnelLimits(Array.from({ length: 20 }, () => ({ count: 100, size: 1_000 })))
  expect(dispersion).toBe(1)
  const { low, high } = between(1_000, 0.95)
  expect(low * 1_000).toBeCloseTo(81.4, 0)
  expect(high * 1_000).toBeCloseTo(120.6, 0)
})

test("one odd force doesn't widen the limits, and stays outside of them", () => {
  const even = Array.from({ length: 20 }, () => ({ count: 20, size: 1_000 }))
  const { between, dispersion } = funnelLimits([...even, { count: 90, size: 1_000 }])
  expect(dispersion).toBeLessThan(1.5)
  expect(between(1_000, 0.998).high).toBeLessThan(0.09)
})

test("where all differ more than by chance, the limits are wider", () => {
  const counts = [2, 45, 8, 60, 4, 30, 70, 3, 55, 12]
  const { dispersion } = funnelLimits(counts.map((count) => ({ count, size: 1_000 })))
  expect(dispersion).toBeGreaterThan(5)
})

test("without anybody there is nothing to compare", () => {
  expect(() => funnelLimits([])).toThrow(RangeError)
})

const compared = fc.record({ count: fc.nat(500), size: fc.integer({ min: 50, max: 50_000 }) })
property.prop([fc.array(compared, { minLength: 1, maxLength: 50 }), fc.integer({ min: 50, max: 50_000 })])(
  "the average lies between the limits, the wider pair around the narrower, and nothing is below none",
  (all, size) => {
    const { average, between } = funnelLimits(all)
    const [narrow, wide] = [between(size, 0.95), between(size, 0.998)]
    expect(wide.low).toBeGreaterThanOrEqual(0)
    expect(wide.low).toBeLessThanOrEqual(narrow.low)
    expect(narrow.low).toBeLessThanOrEqual(average)
    expect(narrow.high).toBeGreaterThanOrEqual(average)
    expect(wide.high).toBeGreaterThanOrEqual(narrow.high)
  },
)
property.prop([fc.array(compared, { minLength: 2, maxLength: 50 })])(
  "the larger a force, the nearer the limits",
  (all) => {
    const { between } = funnelLimits(all)
    const width = (size: number) => between(size, 0.998).high - between(size, 0.998).low
    if (all.some(({ count }) => count > 0)) expect(width(40_000)).toBeLessThan(width(20_000))
  },
)
