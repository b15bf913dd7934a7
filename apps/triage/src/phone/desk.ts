import { asTenant } from "@candour/database/as.ts"
import type { Connection } from "@candour/database/connect.ts"
import type { RoutingReason } from "@candour/domain/contact.ts"
import { dayOf } from "@candour/domain/day.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { forceName, forces } from "@candour/routing/directory.ts"
import { whoReads } from "@candour/routing/who-reads.ts"
import type { OpenReferral } from "@candour/sealing/seal-told.ts"
import type { Destination } from "@candour/sealing/told.ts"
import { sql } from "drizzle-orm"
import { z } from "zod"
import { type Problem, postedJson, unreadable } from "../json.ts"
import type { Services, StaffContext } from "../services.ts"
import { inboxOf } from "../transfer/desks.ts"
import { LINE } from "./calls.ts"
import { en } from "./messages.ts"

/** Where a call's report goes, and under which key it is sealed; `team` is said in the goodbye of each language. */
export interface Desk extends Destination, OpenReferral {
  team: { en: string; cy: string }
  /** The force that the national desk keeps it from. */
  candidates?: Tenant[]
}

const deskForm = z.strictObject({
  /** Empty where nobody could tell. */
  force: z.string(),
  found: z.enum(["found", "chosen"]),
  reader: z.enum(["team", "standards-unit", "chief-officer", "desk"]),
})

/** For these reasons the force concerned is said to the national desk; a caller who chose that desk says no more. */
const KEPT_FROM_FORCE: readonly RoutingReason[] = ["standards-unit", "chief-officer"]

/** Says which desk reads what a caller tells: the force's, or the national desk by choice, by rule, or for now. */
export const giveDesk =
  ({ database, clock }: Services) =>
  async (c: StaffContext) => {
    const asked = await postedJson(c, deskForm)
    const force = forces(dayOf(clock.now())).find(({ id }) => id === asked?.force)?.id
    if (asked === undefined || (asked.force !== "" && force === undefined)) return unreadable(c)
    const { tenant: routedTo, reason } = whoReads({
      force,
      found: asked.found,
      prefersDesk: asked.reader === "desk",
      aboutStandardsUnit: asked.reader === "standards-unit",
      aboutChiefOfficer: asked.reader === "chief-officer",
    })
    const { desk, diverted, national } = await asTenant(database, c.get("who").tenant, async (transaction) => ({
      desk: await inboxOf(transaction, routedTo),
      diverted: await isDiverted(transaction, routedTo),
      national: await inboxOf(transaction, NATIONAL_DESK),
    }))
    const own = diverted ? undefined : desk
    const inbox = own ?? national
    if (inbox === undefined) return c.json({ problem: "no-keys", sentence: en.problem.noKeys } satisfies Problem, 503)
    const tenant = own ? routedTo : NATIONAL_DESK
    return c.json({
      line: LINE,
      routedTo,
      reason: own ? reason : diverted ? "diverted" : "desk-not-open",
      tenant,
      ...inbox,
      team: teamOf(tenant),
      ...(force !== undefined && KEPT_FROM_FORCE.includes(reason) && { candidates: [force] }),
    } satisfies Desk)
  }

/** Whether the national desk takes the force's new reports just now. */
async function isDiverted(transaction: Connection, tenant: Tenant): Promise<boolean> {
  const { rows } = await transaction.execute<{ diverted: boolean }>(
    sql`select diverted from danger_waiting() where tenant = ${tenant}`,
  )
  return rows[0]?.diverted ?? false
}

const teamOf = (tenant: Tenant) =>
  tenant === NATIONAL_DESK
    ? { en: "The national desk", cy: "gyda’r ddesg genedlaethol" }
    : { en: `${forceName(tenant, "en")}’s team`, cy: `gyda thîm ${forceName(tenant, "cy")}` }
