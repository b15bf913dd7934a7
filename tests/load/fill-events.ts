import { asOwner } from "@candour/database/as.ts"
import { sql } from "drizzle-orm"
import type { House } from "../../apps/operator/src/house.ts"

/** Of a thousand reports, how many get so far; each is of another kind of event, and all have been told first. */
const FAR = { opened: 900, assessed: 700, "intelligence-made": 300, investigating: 120, outcome: 90, closed: 90 }
const EVENTS_OF_THOUSAND = 2_000 + Object.values(FAR).reduce((sum, each) => sum + each, 0)

const DETAIL = {
  opened: `'{"reason":"own"}'`,
  assessed: `'{"threat":"ppda","others":["apsp"],"severity":"gross","persons":1,"grounds":[]}'`,
  "intelligence-made": `jsonb_build_object('draft', 4, 'threat', (array['ppda','apsp','authority','drugs'])[1 + n % 4], 'others', '[]'::jsonb)`,
  investigating: `'{}'`,
  outcome: `jsonb_build_object('person', 1, 'outcome', (array['dismissed','no-case','left','written-warning'])[1 + n % 4])`,
  closed: `'{}'`,
} satisfies Record<keyof typeof FAR, string>

/**
 * Fills an empty house with about `events` events of five years, all desks and two lines, as rows alone, then counts them into
 * the cube by the trigger's own definition and folds all past days.
 */
export async function fillEvents({ database }: House, events: number): Promise<void> {
  const reports = Math.round((events * 1_000) / EVENTS_OF_THOUSAND)
  // A report's id is worked out from its number, so that each kind of event can be written by itself.
  const told = (kind: string, number: number, detail: string, from: number, after: string) => `
    insert into event (tenant, report, number, kind, happened, recorded, detail, line, channel, routed_to)
      select t.id, md5('report ' || n)::uuid, ${number}, '${kind}', least(d.day + ${after}, today()),
          least(d.day + ${after} + case when n % 20 = 0 then n % 28 else 0 end, today()), ${detail},
          case n % 5 when 0 then 'metropolitan' else 'national' end, case n % 10 when 0 then 'online' when 1 then 'online' when 2 then 'online' else 'phone' end, t.id
        from generate_series(1, ${reports}) n
        cross join lateral (select today() - (n::bigint * 7919 % 1826)::integer as day) d
        join (select id, row_number() over (order by id) - 1 as place, count(*) over () as all_of from tenant) t
          on t.place = (n / 7) % t.all_of
        where n % 1000 < ${from}`
  const kinds = Object.entries(FAR) as [keyof typeof FAR, number][]
  await asOwner(database, async (transaction) => {
    await transaction.execute(sql`alter table event disable trigger user`)
    const run = (text: string) => transaction.execute(sql.raw(text))
    await run(told("contacted", 1, `'{}'`, 1_000, "0"))
    await run(
      told(
        "reported",
        2,
        `jsonb_build_object('categories', jsonb_build_array((array['partner','sexual','other'])[1 + n % 3]))`,
        1_000,
        "0",
      ),
    )
    for (const [index, [kind, far]] of kinds.entries())
      await run(told(kind, index + 3, DETAIL[kind], far, `${(index + 1) * 9} + n % 37`))
    await transaction.execute(sql`alter table event enable trigger user`)
    await transaction.execute(sql`analyze event`)
    await transaction.execute(sql`
      insert into cube (tenant, line, routed_to, happened, recorded, measure, category, channel, bucket, slot, count)
        select e.tenant, e.line, e.routed_to, c.happened, e.recorded, c.measure, c.category, e.channel, c.bucket, 0, sum(c.count)
          from event e, counted(row(e.*)::event) c
          group by 1, 2, 3, 4, 5, 6, 7, 8, 9`)
    await transaction.execute(sql`select fold_cube()`)
  })
  for (const table of ["cube", "cube_month", "cube_of_lines", "cube_of_forces", "cube_of_stages", "cube_of_waiting"])
    await asOwner(database, (transaction) => transaction.execute(sql.raw(`analyze ${table}`)))
}
