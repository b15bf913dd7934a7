import type { Connection } from "@candour/database/connect.ts"
import type { ClockName } from "@candour/domain/clock.ts"
import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"

/** The clocks of the triage (domain rules §6); `danger` is the hour within which a person acts. */
export type NationalClock = ClockName | "danger"

/** What one clock's overdue reports at one desk come to: never a report. */
export interface OverdueClock {
  tenant: Tenant
  clock: NationalClock
  /** Reports at which it is overdue. */
  overdue: number
  /** The day that the oldest was due; undefined for danger, which has none. */
  due: Day | undefined
  /** Of danger alone: whole hours for which the oldest has waited. */
  hours: number | undefined
}

/** Every desk's overdue clocks now, in no order. Reads no report: a function of the database gives the sums. */
export async function overdueClocks(transaction: Connection): Promise<OverdueClock[]> {
  type Row = { tenant: Tenant; clock: NationalClock; overdue: number; due: Day | null; hours: number | null }
  const { rows } = await transaction.execute<Row>(
    sql`select tenant, clock, overdue, due::text, hours from overdue_clocks()`,
  )
  return rows.map(({ due, hours, ...row }) => ({ ...row, due: due ?? undefined, hours: hours ?? undefined }))
}

/** Of each desk's clocks the one that is overdue for longest; where somebody in danger waits, that. */
export function worstClocks(clocks: readonly OverdueClock[]): ReadonlyMap<Tenant, OverdueClock> {
  const worst = new Map<Tenant, OverdueClock>()
  for (const each of clocks) {
    const known = worst.get(each.tenant)
    if (known === undefined || (known.due !== undefined && (each.due === undefined || each.due < known.due)))
      worst.set(each.tenant, each)
  }
  return worst
}
