import type { Connection } from "@candour/database/connect.ts"
import { report } from "@candour/database/schema.ts"
import { addDays, type Day } from "@candour/domain/day.ts"
import { threatsOfGroup } from "@candour/domain/ladder.ts"
import { workingDaysBetween } from "@candour/domain/working-day.ts"
import { type SQL, sql } from "drizzle-orm"
import { notKeptFrom, type Reader } from "../../queue/list-queue.ts"
import { type FoundPattern, type Pattern, SAME_DAY } from "./pattern.ts"

/** Rows of one pattern at most. */
export const MOST = 20

const isCorrected = (event: SQL) => sql`exists (select from event c where c.report = ${event}.report
  and c.kind = 'corrected' and (c.detail ->> 'corrects')::integer = ${event}.number)`

/** The assessment of `report` that stands at this desk: what was assessed before it arrived here again is history. */
export const assessmentOf = (whose: SQL) => sql`(select a.number, a.detail from event a
  where a.report = ${whose} and a.kind = 'assessed' and not ${isCorrected(sql`a`)}
    and a.number > coalesce((select max(v.number) from event v where v.report = ${whose} and v.kind = 'arrived'), 0)
  order by a.number desc limit 1)`

/** The codes of a list, for SQL's `?|`. */
const oneOf = (codes: readonly string[]) => sql`${sql.param([...codes])}::text[]`

/** The day on which somebody last did more at `report` than look at it. */
const lastTouched = (whose: SQL) => sql`(select max(e.happened) from event e where e.report = ${whose}
  and e.person is not null and e.kind not in ('opened', 'indexed', 'stopped'))`

/** The reporter was written to on `day` or before, and has written nothing since this desk first waited for an answer. */
const silentSince = (whose: SQL, day: Day) => sql`exists (select from event m where m.report = ${whose}
  and m.kind = 'messaged' and m.person is not null and m.happened <= ${day}::date
  and m.number > coalesce((select max(v.number) from event v where v.report = ${whose}
    and (v.kind = 'arrived' or v.kind in ('messaged', 'disputed') and v.person is null)), 0))`

/** Every pattern that one open report shows by itself, and the condition for it. */
const conditions = (today: Day): Partial<Record<Pattern, SQL>> => ({
  exposure: sql`signs ? 'exposure'`,
  "partner-risk": sql`partner and signs ?| array['firearms', 'victims']`,
  // Until it is assessed as what it is, and goes to the IOPC (IOPC learning 40).
  "met-on-duty": sql`sexual and signs ? 'met-on-duty' and not (threats ? 'apsp' and exists (
    select from event d where d.report = t.id and d.kind = 'iopc-decided' and d.number > t.number
      and d.detail -> 'refer' = 'true' and not ${isCorrected(sql`d`)}))`,
  "iopc-open": sql`detail -> 'grounds' <> '[]' and not exists (
    select from event d where d.report = t.id and d.kind = 'iopc-decided' and d.number > t.number)`,
  lookup: sql`threats ? 'systems' and (partner or sexual)`,
  moved: sql`exists (select from event m where m.report = t.id and m.kind = 'milestone'
    and m.detail ->> 'which' = 'moved' and not ${isCorrected(sql`m`)})`,
  unit: sql`signs ? 'chat-group'`,
  withdrawn: sql`(partner or sexual) and (${silentSince(sql`t.id`, addDays(today, -SILENT_DAYS))}
    or exists (select from event w where w.report = t.id and w.kind = 'withdrawn'))`,
  stale: sql`detail is not null and (partner or sexual) and not paused
    and ${lastTouched(sql`t.id`)} <= ${lastUntouched(today, UNTOUCHED)}::date`,
})

/** Days without an answer after which a reporter is as one who has withdrawn. */
const SILENT_DAYS = 28

/** Working days within which a grave report must not lie untouched; and after which the coordinator knows of it, too. */
const [UNTOUCHED, UNTOUCHED_TELL] = [10, 20]

/** The last day from which so many working days have gone by. */
function lastUntouched(today: Day, workingDays: number): Day {
  let on = addDays(today, -workingDays)
  while (workingDaysBetween(on, today) < workingDays) on = addDays(on, -1)
  return on
}

/**
 * Patterns that an open report shows by itself, out of what is recorded in the clear: ticks, threats, grounds and signs.
 * P and S are those that the reporter ticked or the unit assessed. Reports kept from the reader are left out.
 *
 * @param only - those patterns alone; the desk's index of signs answers for {@link SAME_DAY}
 */
export async function inOneReport(
  transaction: Connection,
  { person, today }: Reader,
  only?: readonly Pattern[],
): Promise<FoundPattern[]> {
  const asked = Object.entries(conditions(today)).filter(([pattern]) => only?.includes(pattern as Pattern) ?? true)
  const bySign = only?.every((each) => SAME_DAY.includes(each))
    ? sql`exists (select from event s where s.report = ${report.id} and s.kind = 'assessed' and s.detail ? 'signs')`
    : sql`true`
  const { rows } = await transaction.execute<{ pattern: Pattern; id: string; unseen: boolean; tell: boolean }>(sql`
    with t as (
      select ${report.id}, ${report.due}, ${report.paused} is not null as paused, a.number, a.detail,
          coalesce(a.detail -> 'signs', '[]') as signs, d.threats,
          d.threats ?| ${oneOf(threatsOfGroup("P"))} or 'partner' = any (${report.categories}) as partner,
          d.threats ?| ${oneOf(threatsOfGroup("S"))} or 'sexual' = any (${report.categories}) as sexual
        from ${report} left join lateral ${assessmentOf(sql`${report.id}`)} a on true,
          lateral (select coalesce(jsonb_build_array(a.detail -> 'threat') || (a.detail -> 'others'), '[]') as threats) d
        where ${report.stage} <> 'closed' and ${notKeptFrom(person)} and ${bySign}
    ), found as (
      select p.pattern, t.id, t.number, row_number() over (partition by p.pattern order by t.due, t.id) as place
        from t, lateral (values ${sql.join(
          asked.map(([pattern, holds]) => sql`(${pattern}, ${holds})`),
          sql`, `,
        )}) p (pattern, holds)
        where p.holds
    )
    select f.pattern, f.id, not exists (select from event o join staff s on s.id = o.person
        where o.report = f.id and o.number >= f.number and o.kind not in ('indexed', 'stopped')
          and 'lead' = any (s.roles)) as unseen,
        ${lastTouched(sql`f.id`)} <= ${lastUntouched(today, UNTOUCHED_TELL)}::date as tell
      from found f where f.place <= ${MOST} order by f.pattern, f.place`)
  return rows.map(({ pattern, id, unseen, tell }) => ({
    pattern,
    reports: [id],
    ...(pattern === "stale" && { tellCoordinator: tell }),
    ...(SAME_DAY.includes(pattern) && { unseen }),
  }))
}
