import { asOwner } from "@candour/database/as.ts"
import { sql } from "drizzle-orm"
import type { House } from "../../apps/operator/src/house.ts"
import type { DemoSignIn } from "../../apps/operator/src/seed/seed-demo.ts"
import { cookieOf, page } from "./sign-in.ts"
import { inWords, type Row, timed } from "./timing.ts"

const EVENTS = 100_000

/** The figures page over 100,000 events of two years and all forces, counted by the cube's own trigger. */
export async function measureFigures(
  house: House,
  port: number,
  signIns: readonly DemoSignIn[],
  row: Row,
): Promise<void> {
  const base = `http://127.0.0.1:${port}`
  const coordinator = signIns.find((each) => each.app === "national")
  if (coordinator === undefined) throw new Error("The demo has no coordinator.")
  const cookie = await cookieOf(base, coordinator)
  const begun = performance.now()
  await asOwner(house.database, async (transaction) => {
    await transaction.execute(sql`
      insert into event (tenant, report, number, kind, happened, recorded, detail, line, channel, routed_to)
      select t.id, gen_random_uuid(), 1, 'contacted', current_date - n % 730, current_date - n % 730, '{}', 'national',
          case n % 3 when 0 then 'online' else 'phone' end, t.id
        from generate_series(1, ${EVENTS}) n
        join (select id, row_number() over (order by id) - 1 as place, count(*) over () as all_of from tenant) t
          on t.place = n % t.all_of`)
    await transaction.execute(sql`select fold_cube()`)
    for (const table of ["cube", "cube_of_lines", "cube_of_forces", "cube_of_waiting"])
      await transaction.execute(sql.raw(`analyze ${table}`))
  })
  row(
    `${EVENTS.toLocaleString("en")} events counted by the trigger`,
    `${((performance.now() - begun) / 1_000).toFixed(1)} s`,
  )
  let bytes = 0
  await timed(3, () => page(base, cookie))
  const taken = await timed(30, async () => {
    bytes = await page(base, cookie)
  })
  row("the page, as at today", `${inWords(taken)}, ${(bytes / 1_000).toFixed(1)} kB`)
  const { rows } = await asOwner(house.database, (transaction) =>
    transaction.execute<{ count: number }>(sql`select count(*)::integer as count from recount()`),
  )
  row("differences of a recount", String(rows[0]?.count))
}
