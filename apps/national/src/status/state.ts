import type { Connection } from "@candour/database/connect.ts"
import { alarmCheck, recounted } from "@candour/database/schema.ts"
import type { Channel } from "@candour/domain/contact.ts"
import { addDays, type Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { stoppedDesks } from "@candour/figures/stopped-desks.ts"
import { desc, sql } from "drizzle-orm"
import { type Alarm, openAlarms } from "../alarms/list-alarms.ts"
import { type LastRelease, lastRelease } from "./last-release.ts"

/** Days back in which the last contact is looked for. */
const CONTACT_DAYS = 62

/** What can be known here of how the service runs. */
export interface ServiceState {
  /** The last day on which a contact of each channel was recorded, within the last {@link CONTACT_DAYS} days. */
  contacts: ReadonlyMap<Channel, Day>
  alarms: readonly Alarm[]
  /** When the desks were last looked at. */
  checked: Date | undefined
  stopped: ReadonlyMap<Tenant, Day>
  /** The last recount: when, and in how many places the figures differed. */
  recounted: { at: Date; differences: number } | undefined
  /** The last morning on which desks were looked at for their mail, and how many were. */
  mornings: { day: Day; desks: number } | undefined
  /** The database's newest migration. */
  migration: { name: string; day: Day } | undefined
  released: LastRelease | undefined
}

/** How the service is on the day `today`. Counts nothing again: that takes a command. */
export async function serviceState(transaction: Connection, today: Day): Promise<ServiceState> {
  const contacts = await transaction.execute<{ channel: Channel; day: Day }>(sql`
    select channel, max(recorded)::text as day from cube
      where measure = 'contact' and recorded >= ${addDays(today, -CONTACT_DAYS)}::date group by channel`)
  const { rows } = await transaction.execute<{
    migration: string
    migrated: Day
    mails_day: Day | null
    mails_desks: number | null
  }>(sql`select migration, migrated::text, mails_day::text, mails_desks from service_state()`)
  const [known] = rows
  const [lastRecount] = await transaction.select().from(recounted).orderBy(desc(recounted.at)).limit(1)
  return {
    contacts: new Map(contacts.rows.map(({ channel, day }) => [channel, day])),
    alarms: await openAlarms(transaction),
    checked: (await transaction.select().from(alarmCheck))[0]?.at,
    stopped: await stoppedDesks(transaction, today),
    recounted: lastRecount,
    mornings: known?.mails_day ? { day: known.mails_day, desks: known.mails_desks ?? 0 } : undefined,
    migration: known && { name: known.migration, day: known.migrated },
    released: await lastRelease(transaction),
  }
}
