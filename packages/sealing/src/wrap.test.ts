import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { newInboxKey } from "./inbox-key.ts"
import { Damaged, NotForThisKey, NotSealed, NotThisPlace } from "./refused.ts"
import { newReportKey, openUnder } from "./report-key.ts"
import { sealedFromStorage } from "./sealed.ts"
import { unwrapKey, wrapKey } from "./wrap.ts"

const kent = await newInboxKey("kent")
const essex = await newInboxKey("essex")
const key = newReportKey()
const report = { tenant: "kent", report: crypto.randomUUID() }
const wrap = await wrapKey(kent.recipient, report, key)

test("the holder unwraps the key, and nobody else does", async () => {
  expect(await unwrapKey(kent.identity, report, wrap)).toEqual(key)
  await expect(unwrapKey(essex.identity, report, wrap)).rejects.toThrow(NotForThisKey)
})

test("the wrap of another report, or of another tenant's, is refused", async () => {
  const otherReport = { ...report, report: crypto.randomUUID() }
  await expect(unwrapKey(kent.identity, otherReport, wrap)).rejects.toThrow(NotThisPlace)
  await expect(unwrapKey(kent.identity, { ...report, tenant: "essex" }, wrap)).rejects.toThrow(NotThisPlace)
})

property.prop({ at: fc.nat(wrap.length - 1), bit: fc.nat(7) })("a flipped bit is refused", async ({ at, bit }) => {
  const flipped = wrap.with(at, (wrap[at] ?? 0) ^ (1 << bit))
  const open = async () => unwrapKey(kent.identity, report, sealedFromStorage(flipped))
  const refusal = await open().catch((error: unknown) => error)
  expect([NotSealed, NotForThisKey, Damaged]).toContain((refusal as Error).constructor)
})

test("all wraps have one size", async () => {
  const other = await wrapKey(essex.recipient, { tenant: "british-transport-police", report: report.report }, key)
  expect(other.length).toBe(wrap.length)
})

test("a wrap is no part, and a recipient that a quantum computer would break is refused", async () => {
  const place = { ...report, part: "body", number: 0 }
  await expect(openUnder(key, place, wrap)).rejects.toThrow(NotForThisKey)
  await expect(
    async () => await wrapKey("age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj", report, key),
  ).rejects.toThrow(TypeError)
})
