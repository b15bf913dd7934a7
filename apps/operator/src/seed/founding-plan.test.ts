import { route } from "@candour/routing/route.ts"
import { newReceipt, receiptRoot } from "@candour/sealing/receipt.ts"
import { expect, test } from "vitest"
import { FOUNDING, foundingPlan } from "./founding-plan.ts"
import { rootInThread } from "./root-in-thread.ts"

const plan = foundingPlan()
const forceOf = (hint: string) => {
  const found = route(hint)
  return found.kind === "routed" ? found.tenants[0] : found.kind
}
const others = plan.filter((contact) => contact.told && forceOf(contact.told.hint) !== "metropolitan")

test("the history has the contacts of the published answer, three in ten of them online", () => {
  expect(plan).toHaveLength(2_400)
  expect(plan.at(0)?.day).toBe(FOUNDING.from)
  expect(plan.at(-1)?.day).toBe(FOUNDING.to)
  // A caller who rang off has nothing told, and rang.
  expect(plan.filter((contact) => contact.told?.channel === "online")).toHaveLength(720)
})

test("reports about other forces come as they were published, and routing tells each", () => {
  const by = (day: string) => others.filter((contact) => contact.day <= day).length
  expect([by("2023-03-31"), by("2023-11-29"), by("2024-01-15")]).toEqual([55, 94, 95])
  expect(others.map((contact) => forceOf(contact.told?.hint ?? ""))).not.toContain("unknown")
  expect(others.map((contact) => forceOf(contact.told?.hint ?? ""))).not.toContain("choose")
})

test("intelligence reports, the three groups and further investigations add up, and end in time", () => {
  expect(plan.filter((contact) => contact.madeOn)).toHaveLength(727)
  expect(plan.filter((contact) => contact.investigatedOn)).toHaveLength(217)
  const abuse = ["ppda", "apsp", "discrimination", "sexual-misconduct"]
  expect(plan.filter((contact) => abuse.includes(contact.assessment?.threat ?? ""))).toHaveLength(128)
  for (const { madeOn, investigatedOn } of plan)
    for (const day of [madeOn, investigatedOn]) if (day) expect(day <= FOUNDING.to).toBe(true)
})

test("a receipt's root is the same by Node's scrypt as by the browser's", async () => {
  const digits = newReceipt()
  expect(await rootInThread(digits)).toEqual(await receiptRoot(digits))
})
