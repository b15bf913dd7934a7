import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { forces, NATIONAL_DESK } from "./directory.ts"
import { whoReads } from "./who-reads.ts"

const reading = {
  force: fc.constantFrom(...forces().map(({ id }) => id)),
  found: fc.constantFrom("found" as const, "chosen" as const),
  prefersDesk: fc.boolean(),
  aboutStandardsUnit: fc.boolean(),
  aboutChiefOfficer: fc.boolean(),
}

property.prop(reading)("the force reads it only if nothing speaks for the national desk", (reading) => {
  const { prefersDesk, aboutStandardsUnit, aboutChiefOfficer } = reading
  const forDesk = prefersDesk || aboutStandardsUnit || aboutChiefOfficer
  expect(whoReads(reading).tenant).toBe(forDesk ? NATIONAL_DESK : reading.force)
})

property.prop(reading)("whoever chose the desk is never told another reason", (reading) => {
  expect(whoReads({ ...reading, prefersDesk: true }).reason).toBe("reporter-chose-desk")
})

property.prop(reading)("nobody's report is the national desk's", (reading) => {
  expect(whoReads({ ...reading, force: undefined }).tenant).toBe(NATIONAL_DESK)
})

test("each reason is its own", () => {
  const kent = {
    force: "kent",
    found: "found",
    prefersDesk: false,
    aboutStandardsUnit: false,
    aboutChiefOfficer: false,
  } as const
  expect(whoReads(kent)).toEqual({ tenant: "kent", reason: "found" })
  expect(whoReads({ ...kent, found: "chosen" }).reason).toBe("chosen")
  expect(whoReads({ ...kent, aboutStandardsUnit: true }).reason).toBe("standards-unit")
  expect(whoReads({ ...kent, aboutChiefOfficer: true }).reason).toBe("chief-officer")
  expect(whoReads({ ...kent, force: undefined }).reason).toBe("unknown")
})
