import type { Connection } from "@candour/database/connect.ts"
import { alarmEntry } from "@candour/database/schema.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { and, asc, eq, type SQL, sql } from "drizzle-orm"
import type { AlarmCause } from "./causes.ts"

/** Ended alarms of one page at most. */
export const PAGE_ROWS = 50

/** An alarm about a desk. */
export interface Alarm {
  tenant: Tenant
  /** Counts from 1 at each desk. */
  number: number
  what: AlarmCause
  raised: Date
  ended: Date | undefined
  /** How many leads and coordinators its mail was handed over to; undefined where it wasn't mailed. */
  mailed: { at: Date; leads: number; coordinators: number } | undefined
  /** Who sees to it: the last who took it or was handed it. */
  owner: { person: string; name: string } | undefined
  entries: number
}

type Row = {
  tenant: Tenant
  number: number
  what: AlarmCause
  raised: string
  ended: string | null
  mailed: string | null
  leads: number | null
  coordinators: number | null
  person: string | null
  name: string | null
  entries: number
}

async function alarmsWhere(transaction: Connection, condition: SQL, order: SQL): Promise<Alarm[]> {
  const { rows } = await transaction.execute<Row>(sql`
    select a.tenant, a.number, a.what, a.raised, a.ended, a.mailed, a.mailed_leads as leads,
        a.mailed_coordinators as coordinators, o.person, o.name,
        (select count(*)::integer from alarm_entry e where e.tenant = a.tenant and e.alarm = a.number) as entries
      from alarm a left join lateral (
        select coalesce(e.to_person, e.person) as person, coalesce(e.to_name, e.name) as name from alarm_entry e
          where e.tenant = a.tenant and e.alarm = a.number and e.kind in ('taken', 'handed-over')
          order by e.number desc limit 1) o on true
      where ${condition} order by ${order}`)
  return rows.map(({ raised, ended, mailed, leads, coordinators, person, name, ...row }) => ({
    ...row,
    raised: new Date(raised),
    ended: ended === null ? undefined : new Date(ended),
    mailed: mailed === null ? undefined : { at: new Date(mailed), leads: leads ?? 0, coordinators: coordinators ?? 0 },
    owner: person === null || name === null ? undefined : { person, name },
  }))
}

/** What stands: nobody's first, then the oldest. */
export const openAlarms = (transaction: Connection): Promise<Alarm[]> =>
  alarmsWhere(transaction, sql`a.ended is null`, sql`o.person is not null, a.raised, a.tenant, a.number`)

/** A page of what has ended, the last first, from the row `skip` on; one row more where another page follows. */
export const endedAlarms = (transaction: Connection, skip: number): Promise<Alarm[]> =>
  alarmsWhere(
    transaction,
    sql`a.ended is not null`,
    sql`a.ended desc, a.tenant, a.number limit ${PAGE_ROWS + 1} offset ${skip}`,
  )

/** One alarm. */
export async function findAlarm(transaction: Connection, tenant: Tenant, number: number): Promise<Alarm | undefined> {
  const [alarm] = await alarmsWhere(transaction, sql`a.tenant = ${tenant} and a.number = ${number}`, sql`a.number`)
  return alarm
}

/** What was done about an alarm, in its order. */
export const entriesOf = (transaction: Connection, { tenant, number }: Pick<Alarm, "tenant" | "number">) =>
  transaction
    .select()
    .from(alarmEntry)
    .where(and(eq(alarmEntry.tenant, tenant), eq(alarmEntry.alarm, number)))
    .orderBy(asc(alarmEntry.number))
export type AlarmEntry = Awaited<ReturnType<typeof entriesOf>>[number]

/** A coordinator who works now. */
export interface Coordinator {
  person: string
  name: string
  /** Where their alarms go. */
  mail: string | undefined
}

/** Everybody who may see to an alarm, by name. */
export async function coordinators(transaction: Connection): Promise<Coordinator[]> {
  const { rows } = await transaction.execute<{ person: string; name: string; mail: string | null }>(
    sql`select person, name, mail from coordinators()`,
  )
  return rows.map(({ mail, ...who }) => ({ ...who, mail: mail ?? undefined }))
}

/** Whom to ring at a desk, where its lead has given a number. */
export async function numberOf(transaction: Connection, tenant: Tenant): Promise<string | undefined> {
  if (tenant === NATIONAL_DESK) return undefined
  const { rows } = await transaction.execute<{ number: string }>(
    sql`select on_call as number from numbers_to_ring() where tenant = ${tenant}`,
  )
  return rows[0]?.number
}
