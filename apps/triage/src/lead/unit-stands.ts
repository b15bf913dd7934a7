import type { Connection } from "@candour/database/connect.ts"
import type { Day } from "@candour/domain/day.ts"
import { sql } from "drizzle-orm"

/** What one person, or nobody, holds. */
export interface Holding extends Record<string, unknown> {
  person: string | null
  open: number
  overdue: number
  first: Day
}

/** What one person opened within the last seven days. */
export interface Openings extends Record<string, unknown> {
  person: string
  own: number
  others: number
  /** Of reports that nobody held, the most in one day. */
  busiest: number
}

/** What happened on one day. */
export interface DayCounts extends Record<string, unknown> {
  day: Day
  received: number
  assessed: number
  closed: number
}

/** Who holds what is open at the desk, whoever has most overdue first. */
export async function holdings(transaction: Connection, today: Day): Promise<Holding[]> {
  const { rows } = await transaction.execute<Holding>(sql`
    select holder as person, count(*)::integer as open, count(*) filter (where due < ${today}::date)::integer as overdue,
        min(due)::text as first
      from report where stage <> 'closed' group by holder order by overdue desc, open desc`)
  return rows
}

/** Openings of the last seven days, whoever opened most of others' first (domain rules §9, `browsing`). */
export async function openings(transaction: Connection, today: Day): Promise<Openings[]> {
  const { rows } = await transaction.execute<Openings>(sql`
    with each as (
      select person, happened, detail ->> 'reason' = 'own' as own from event
        where kind = 'opened' and person is not null and happened > ${today}::date - 7
    ), days as (
      select person, happened, count(*) filter (where own)::integer as own, count(*) filter (where not own)::integer as others
        from each group by person, happened
    )
    select person, sum(own)::integer as own, sum(others)::integer as others, max(own)::integer as busiest
      from days group by person order by others desc, own desc`)
  return rows
}

/** What came, was assessed and was closed on each of the last fourteen days. */
export async function lastDays(transaction: Connection, today: Day): Promise<DayCounts[]> {
  const { rows } = await transaction.execute<DayCounts>(sql`
    select d.day::date::text as day,
        count(*) filter (where e.kind in ('reported', 'arrived'))::integer as received,
        count(*) filter (where e.kind = 'assessed')::integer as assessed,
        count(*) filter (where e.kind in ('closed', 'set-aside'))::integer as closed
      from generate_series(${today}::date - 13, ${today}::date, interval '1 day') d (day)
        left join event e on e.happened = d.day::date
          and e.kind in ('reported', 'arrived', 'assessed', 'closed', 'set-aside')
      group by d.day order by d.day`)
  return rows
}
