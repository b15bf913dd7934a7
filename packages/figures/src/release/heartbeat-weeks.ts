import { asNational } from "@candour/database/as.ts"
import type { Connection, Database } from "@candour/database/connect.ts"
import { addDays, type Day, day } from "@candour/domain/day.ts"
import { NATIONAL_DESK, type Tenant, tenantId } from "@candour/domain/tenant.ts"
import { workingDaysBetween } from "@candour/domain/working-day.ts"
import { sql } from "drizzle-orm"
import { z } from "zod"
import { bandOfDays, heartbeats } from "../heartbeats.ts"

/** A band, or a desk that has no key yet: nothing can be sealed for it, and it opens nothing. */
export const WEEK_BANDS = ["within-7", "over-7", "over-28", "not-open"] as const
export type WeekBand = (typeof WEEK_BANDS)[number]

/** What the public sees of one week: each desk's band, by working days, as at the Sunday before `monday`. */
export const heartbeatWeek = z.object({
  monday: day,
  bands: z.record(tenantId, z.enum(WEEK_BANDS)),
})
export type HeartbeatWeek = z.output<typeof heartbeatWeek>

/** The band of every desk of `desks`, open or not, and of whichever has an unopened report, as at `asAt`, by working days. */
export async function bandsAsAt(
  transaction: Connection,
  asAt: Day,
  desks: readonly Tenant[],
): Promise<Record<Tenant, WeekBand>> {
  const waiting = await heartbeats(transaction, asAt)
  const { rows } = await transaction.execute<{ tenant: Tenant }>(
    sql`select tenant from forces_standing() where generation is not null`,
  )
  const open = new Set([...rows.map(({ tenant }) => tenant), NATIONAL_DESK])
  return {
    ...Object.fromEntries(
      [...desks, NATIONAL_DESK].map((desk) => [desk, open.has(desk) ? ("within-7" as const) : ("not-open" as const)]),
    ),
    ...Object.fromEntries(waiting.map(({ tenant, oldest }) => [tenant, bandOfDays(workingDaysBetween(oldest, asAt))])),
  }
}

/**
 * Freezes this week's heartbeats once its Monday, 9:30, has come; does nothing where they are. As at the Sunday before, which
 * is over: whoever freezes them later in the week finds the same.
 */
export const freezeDueHeartbeats = (database: Database, forcesOn: (on: Day) => readonly Tenant[]): Promise<void> =>
  asNational(database, async (transaction) => {
    const { rows } = await transaction.execute<{ monday: Day | null }>(sql`select heartbeat_due()::text as monday`)
    const monday = rows[0]?.monday
    if (!monday) return
    const sunday = addDays(monday, -1)
    const bands = await bandsAsAt(transaction, sunday, forcesOn(sunday))
    await transaction.execute(sql`select freeze_heartbeats(${monday}::date, ${JSON.stringify(bands)}::jsonb)`)
  })

/** Every week that was frozen, the newest first. */
export async function heartbeatWeeks(transaction: Connection): Promise<HeartbeatWeek[]> {
  const { rows } = await transaction.execute<{ monday: string; bands: unknown }>(
    sql`select monday::text, bands from heartbeat_week order by monday desc`,
  )
  return z.array(heartbeatWeek).parse(rows)
}
