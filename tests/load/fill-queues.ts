import { asOwner } from "@candour/database/as.ts"
import { sql } from "drizzle-orm"
import type { House } from "../../apps/operator/src/house.ts"

/** How full the queues are to be. */
export interface Filling {
  force: string
  /** Reports of the force, and of all desks together. */
  inForce: number
  inAll: number
  /** One of the force's officers: they hold some hundred reports, and a few wait for them. */
  person: string
}

/** A title as long as a sealed one, of bytes that don't compress. */
const RANDOM_TITLE = sql`(select string_agg(decode(md5(random()::text || n.id::text || piece), 'hex'), '')
  from generate_series(1, 44) piece)`

/**
 * Fills queues up to those counts, as rows alone, since a queue page reads no body: four in five open, most of them in the
 * first stage, with a category that is rare, one that few tick and one that nobody does.
 */
export async function fillQueues(house: House, { force, inForce, inAll, person }: Filling): Promise<void> {
  const fill = (tenants: string, count: number) =>
    asOwner(house.database, (transaction) =>
      transaction.execute(sql`
        insert into report (tenant, id, sealed_for, routed_to, line, channel, language, categories, danger, may_reply, day,
            stage, urgency, due, holder, paused, came_from, message_waiting, disputed, opened, last_number)
          select t.id, gen_random_uuid(), t.id, t.id, 'national', 'online', 'en',
            case when n % 50 = 1 then '{discrimination}'::text[] when n % 5000 = 2 then '{favours}' else '{partner,other}' end,
            'no', 'yes', current_date - n % 300,
            case when n % 5 = 0 then 'closed' when n % 10 < 6 then 'received' when n % 20 < 16 then 'assessing'
              when n % 40 < 38 then 'intelligence' else 'investigating' end,
            case when n % 3000 = 2 then 0 when n % 100 = 3 then 1 else 2 end,
            current_date + (n * 7) % 95 - 5,
            case when t.id = ${force} and n % 400 in (7, 17, 40) then ${person}::uuid when n % 4 = 1 then gen_random_uuid() end,
            case when n % 100 = 9 then 'court' end, case when n % 200 = 4 then 'essex' end,
            n % 150 = 8, n % 400 = 12, n % 3 > 0, 3
          from (select id, row_number() over (order by id) - 1 as place, count(*) over () as count from tenant
              where case when ${tenants} = 'others' then id <> ${force} else id = ${force} end) t,
            generate_series(1, ${count}::integer) n
          where n % t.count = t.place`),
    )
  const [{ there = 0, own = 0 } = {}] = (
    await asOwner(house.database, (transaction) =>
      transaction.execute<{ there: number; own: number }>(sql`
        select count(*)::integer as there, (count(*) filter (where tenant = ${force}))::integer as own from report`),
    )
  ).rows
  if (inForce > own) await fill("own", inForce - own)
  const others = inAll - inForce - (there - own)
  if (others > 0) await fill("others", others)
  await asOwner(house.database, async (transaction) => {
    await transaction.execute(sql`insert into title (tenant, report, generation, sealed, person)
      select n.tenant, n.id, 1, ${RANDOM_TITLE}, ${person}::uuid from report n where n.tenant = ${force}
        on conflict (tenant, report) do nothing`)
    await transaction.execute(sql`insert into awaited (tenant, report, number, what, person, author, due)
      select tenant, id, 9999, case when urgency = 2 and day > current_date - 150 then 'task' else 'check' end,
          case when urgency = 2 and day > current_date - 150 then ${person}::uuid end, gen_random_uuid(),
          case when urgency = 2 and day > current_date - 150 then current_date end
        from report where tenant = ${force} and stage <> 'closed' and id::text like '00%' on conflict do nothing`)
  })
  // What autovacuum does on a machine that runs for more than a minute. Each by itself: none runs in a transaction.
  for (const table of ["report", "title", "awaited"])
    await house.database.statement("owner", (connection) => connection.execute(sql.raw(`vacuum analyze ${table}`)))
}
