import { addDays, type Day } from "@candour/domain/day.ts"
import type { FineCount } from "../../counts.ts"
import type { Register } from "../../protection/cell.ts"
import { protectChecked } from "../../protection/protect-checked.ts"
import { contentsOf } from "../../release/contents.ts"
import type { PublishedRelease } from "../../release/release.ts"
import type { SiteNames } from "../site-names.ts"

/** Plain names, so that a page says which desk it means. */
export const madeNames: SiteNames = {
  desk: (desk, lang) => `${desk} (${lang})`,
  forceOfLine: (line) => (line === "metropolitan" ? "metropolitan" : undefined),
}

const DESKS = ["dorset", "essex", "kent", "national-desk"]

/** `count` contacts of a month to a force, all alike. */
export const contacts = (force: string, month: string, count: number, more: Partial<FineCount> = {}): FineCount => ({
  measure: "contact",
  category: "",
  toOtherForce: false,
  month: `${month}-01`,
  force,
  line: "national",
  channel: "online",
  knownThen: count,
  knownNow: count,
  ...more,
})

/** Releases as they came out one after another, each protected beside those before, with the register that they left. */
export async function madeReleases(
  ...planned: {
    quarter: string
    revision?: number
    asAt: Day
    knownAt?: Day
    counts: readonly FineCount[]
    stopped?: Record<string, Day>
  }[]
): Promise<{ releases: PublishedRelease[]; register: Register }> {
  const register: Register = []
  const releases: PublishedRelease[] = []
  for (const { quarter, revision = 0, asAt, knownAt = addDays(asAt, 10), counts, stopped = {} } of planned) {
    const tables = await protectChecked([contentsOf(counts, { asAt, knownAt }, {})], register)
    register.push({ name: `Release ${quarter} ${revision}`, tables })
    const publicationDay = addDays(knownAt, 14)
    releases.push({
      number: register.length,
      quarter,
      revision,
      reason: revision === 0 ? undefined : { en: "A fault.", cy: "Nam." },
      asAt,
      knownAt,
      publicationDay,
      published: new Date(`${publicationDay}T09:30:00Z`),
      content: { tables, desks: DESKS, stopped },
    })
  }
  releases.sort((one, other) =>
    one.quarter < other.quarter ? -1 : one.quarter > other.quarter ? 1 : one.revision - other.revision,
  )
  return { releases, register }
}
