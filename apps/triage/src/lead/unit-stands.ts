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

export type Pattern = "repeat" | "closed-before" | "withdrawn" | "iopc-open" | "stale" | "flood"

/** A report that a pattern holds of, with the other one where there are two. */
export interface PatternRow extends Record<string, unknown> {
  pattern: Pattern
  report: string
  other: string | null
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

/** Rows of one pattern at most. */
const MOST = 20

/**
 * The patterns of domain rules §9 that can be told within one force from what is recorded in the clear: codes, days and
 * keyed fingerprints. What needs the words (firearms, exposure) is for whoever reads them.
 */
export async function patterns(transaction: Connection, today: Day): Promise<PatternRow[]> {
  const grave = sql`exists (select from event a where a.report = r.id and a.kind = 'assessed'
    and a.detail -> 'threat' <@ '["ppda", "apsp", "sexual-misconduct"]')`
  const same = sql`from event m join report r on r.id = m.report
    join report o on o.id = (m.detail ->> 'report')::uuid
    where m.kind = 'matched' and m.detail -> 'same' = 'true'`
  const { rows } = await transaction.execute<PatternRow>(sql`
    (select 'repeat' as pattern, r.id as report, o.id as other ${same} and o.stage <> 'closed'
      order by m.at desc limit ${MOST})
    union all (select 'closed-before', r.id, o.id ${same} and o.stage = 'closed' and r.stage <> 'closed'
      order by m.at desc limit ${MOST})
    union all (select 'withdrawn', r.id, null from report r where r.stage <> 'closed' and ${grave}
      and exists (select from event w where w.report = r.id and w.kind = 'withdrawn') order by r.due limit ${MOST})
    union all (select 'iopc-open', r.id, null from report r where r.stage <> 'closed'
      and exists (select from event a where a.report = r.id and a.kind = 'assessed' and a.detail -> 'grounds' <> '[]'
        and not exists (select from event c where c.report = r.id and c.kind = 'corrected'
          and (c.detail ->> 'corrects')::integer = a.number)
        and not exists (select from event d where d.report = r.id and d.kind = 'iopc-decided' and d.number > a.number))
      order by r.due limit ${MOST})
    union all (select 'stale', r.id, null from report r where r.stage not in ('received', 'closed') and r.paused is null
      and ${grave} and (select max(e.happened) from event e where e.report = r.id and e.person is not null
        and e.kind not in ('opened', 'indexed')) <= ${today}::date - 14 order by r.due limit ${MOST})
    union all (select distinct 'flood', r.id, null::uuid from fingerprint f join report r on r.id = f.report
      where f.kind in ('name-unit', 'number-surname') and r.day > ${today}::date - 7
        and (select count(distinct g.report) from fingerprint g join report o on o.id = g.report
          where g.kind = f.kind and g.hash = f.hash and o.day > ${today}::date - 7) >= 3 limit ${MOST})`)
  return rows
}
