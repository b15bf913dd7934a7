import type { Connection } from "@candour/database/connect.ts"
import { alarmLimit } from "@candour/database/schema.ts"
import { desc, sql } from "drizzle-orm"
import { z } from "zod"

const whole = (least: number, most: number) =>
  z.coerce.number("number").int("number").min(least, "number").max(most, "number")

/** How long a desk may let things be before there is an alarm, as a coordinator's form posts it. */
export const alarmLimits = z.object({
  /** working days since the oldest unopened report came */
  unopened: whole(1, 20),
  /** working days since a clock was due */
  overdue: whole(1, 20),
  /** hours that somebody in danger waits */
  danger: whole(1, 24),
  /** working days since anybody signed in */
  signIn: whole(1, 10),
})
export type AlarmLimits = z.infer<typeof alarmLimits>

/**
 * Until a coordinator changes them. A report is to be assessed in five working days and somebody in danger answered in an
 * hour (domain rules §6); the others are ours.
 */
export const DEFAULT_LIMITS: AlarmLimits = { unopened: 5, overdue: 5, danger: 1, signIn: 3 }

/** The limits as somebody set them. */
export interface LimitsSet extends AlarmLimits {
  name: string
  at: Date
}

/** Every change of the limits, the last first. */
export const limitsSet = (transaction: Connection): Promise<LimitsSet[]> =>
  transaction.select().from(alarmLimit).orderBy(desc(alarmLimit.number))

/** The limits that hold now. */
export async function limitsNow(transaction: Connection): Promise<AlarmLimits> {
  const [last] = await transaction.select().from(alarmLimit).orderBy(desc(alarmLimit.number)).limit(1)
  return last ?? DEFAULT_LIMITS
}

/** @throws MayNotFollow - `person` is no coordinator */
export const setLimits = (transaction: Connection, person: string, to: AlarmLimits) =>
  transaction.execute(
    sql`select set_alarm_limits(${person}, ${to.unopened}, ${to.overdue}, ${to.danger}, ${to.signIn})`,
  )
