import { test as property } from "@fast-check/vitest"
import fc from "fast-check"
import { expect, test } from "vitest"
import { newInboxKey } from "./inbox-key.ts"
import { NotForThisKey, NotThisPlace } from "./refused.ts"
import { newReportKey } from "./report-key.ts"
import { MAX_TITLE_LETTERS, openTitle, sealTitle, titleKeyOf } from "./title.ts"

const REPORT = "a2b1c0de-0000-4000-8000-000000000001"
const OTHER = "a2b1c0de-0000-4000-8000-000000000002"
const at = { tenant: "avon-and-somerset", report: REPORT }
const kent = await newInboxKey("avon-and-somerset")
const essex = await newInboxKey("essex")

property.prop({ title: fc.string({ unit: "binary", maxLength: MAX_TITLE_LETTERS }) })(
  "a desk opens its title again, and every title has the same size",
  async ({ title }) => {
    const whole = title.toWellFormed()
    const key = titleKeyOf(kent, REPORT)
    const sealed = await sealTitle(key, at, whole)
    expect(await openTitle(key, at, sealed)).toBe(whole)
    expect(sealed.length).toBe((await sealTitle(key, at, "")).length)
  },
)

test("no other desk, no other report and no other key opens it", async () => {
  const sealed = await sealTitle(titleKeyOf(kent, REPORT), at, "Number plates by radio")
  await expect(openTitle(titleKeyOf(essex, REPORT), at, sealed)).rejects.toThrow(NotForThisKey)
  await expect(openTitle(titleKeyOf(kent, OTHER), { ...at, report: OTHER }, sealed)).rejects.toThrow(NotForThisKey)
  await expect(openTitle(newReportKey(), at, sealed)).rejects.toThrow(NotForThisKey)
  await expect(openTitle(titleKeyOf(kent, REPORT), { ...at, report: OTHER }, sealed)).rejects.toThrow(NotThisPlace)
})

test("a longer one is refused, before anything is sealed", () => {
  expect(() => sealTitle(newReportKey(), at, "😀".repeat(81))).toThrow(RangeError)
  expect(() => sealTitle(newReportKey(), at, "😀".repeat(80))).not.toThrow()
})
