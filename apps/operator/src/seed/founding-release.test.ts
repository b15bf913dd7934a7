import { type Day, firstOfMonth } from "@candour/domain/day.ts"
import type { FineCount } from "@candour/figures/counts.ts"
import { protectChecked } from "@candour/figures/protection/protect-checked.ts"
import { contentsOf } from "@candour/figures/release/contents.ts"
import { printedRelease } from "@candour/figures/release/printed-release.ts"
import { quarterOf } from "@candour/figures/release/release.ts"
import { route } from "@candour/routing/route.ts"
import { expect, test } from "vitest"
import { FOUNDING, foundingPlan } from "./founding-plan.ts"

/** What the cube counts of the founding history by a day, as its events do. */
function countsBy(asAt: Day): FineCount[] {
  const counts: FineCount[] = []
  for (const { day, told, assessment, madeOn, investigatedOn } of foundingPlan()) {
    const found = told && route(told.hint)
    const force = found?.kind === "routed" ? found.tenants[0] : "metropolitan"
    const channel = told?.channel ?? "phone"
    const add = (measure: string, on: Day | undefined, category = "") => {
      if (on === undefined || on > asAt) return
      const toOtherForce = measure === "contact" && force !== "metropolitan"
      const month = firstOfMonth(on)
      const one = { knownThen: 1, knownNow: 1 }
      counts.push({ measure, category, toOtherForce, month, force, line: "metropolitan", channel, ...one })
    }
    add("contact", day)
    if (told) add("report", day)
    for (const category of told?.categories ?? []) add("contact-by-category", day, category)
    add("intelligence", madeOn)
    const isAbuse = ["ppda", "apsp", "discrimination", "sexual-misconduct"].includes(assessment?.threat ?? "")
    if (isAbuse) add("intelligence-abuse-and-discrimination", madeOn)
    add("investigating", investigatedOn)
  }
  return counts
}

test("releases of the founding history print the figures that a force said it did not hold", async () => {
  const register: { name: string; tables: Awaited<ReturnType<typeof protectChecked>> }[] = []
  const releaseAt = async (asAt: Day, quarter = quarterOf(asAt)) => {
    const state = { asAt, knownAt: asAt }
    const tables = await protectChecked([contentsOf(countsBy(asAt), state, { metropolitan: "metropolitan" })], register)
    register.push({ name: `Release ${quarter}`, tables })
    const desks = ["metropolitan", "kent", "essex"]
    return printedRelease({
      number: 1,
      quarter,
      revision: 0,
      reason: undefined,
      ...state,
      publicationDay: asAt,
      published: new Date(0),
      content: { tables, desks, stopped: {} },
    })
  }
  const first = await releaseAt("2023-03-31")
  expect(first.at({ measure: "other_forces" })).toBe(55)

  const second = await releaseAt(FOUNDING.to, "2023-Q4")
  const headline = [
    "contacts",
    "intelligence_reports",
    "further_investigation",
    "abuse_and_discrimination",
    "other_forces",
  ]
  expect(headline.map((measure) => second.at({ measure }))).toEqual([2_400, 727, 217, 128, 95])
})
