import { asOwner } from "@candour/database/as.ts"
import { sql } from "drizzle-orm"
import type { House } from "../../apps/operator/src/house.ts"
import type { DemoSignIn } from "../../apps/operator/src/seed/seed-demo.ts"
import { cookieOf, page } from "./sign-in.ts"
import { inWords, type Row, timed } from "./timing.ts"

/** Fills gwent's queue up to `count` rows, as rows alone: a queue page reads no body. */
const fill = (house: House, count: number) =>
  asOwner(house.database, async (transaction) => {
    await transaction.execute(sql`
      insert into report (tenant, id, sealed_for, routed_to, line, channel, language, categories, danger, may_reply, day,
          urgency, due, last_number)
      select 'gwent', gen_random_uuid(), 'gwent', 'gwent', 'national', 'online', 'en', '{partner}', 'no', 'yes',
          current_date - n % 300, 2, current_date + n % 90, 3
        from generate_series((select count(*)::integer from report where tenant = 'gwent') + 1, ${count}::integer) n`)
  })

/** The queue page with 100 and with 100,000 reports in the force: milliseconds and bytes. */
export async function measureQueue(
  house: House,
  port: number,
  signIns: readonly DemoSignIn[],
  row: Row,
): Promise<void> {
  const base = `http://127.0.0.1:${port}`
  const officer = signIns.find((each) => each.name === "officer.gwent")
  if (officer === undefined) throw new Error("The demo has no officer of Gwent.")
  const cookie = await cookieOf(base, officer)
  const figures: number[] = []
  for (const count of [100, 100_000]) {
    await fill(house, count)
    await asOwner(house.database, (transaction) => transaction.execute(sql`analyze report`))
    let bytes = 0
    await timed(10, () => page(`${base}/?view=all`, cookie))
    const taken = await timed(100, async () => {
      bytes = await page(`${base}/?view=all`, cookie)
    })
    figures.push(taken.reduce((total, each) => total + each, 0) / taken.length)
    row(`${count.toLocaleString("en")} reports`, `${inWords(taken)}, ${(bytes / 1_000).toFixed(1)} kB`)
  }
  row("100,000 beside 100", `${((figures[1] ?? 0) / (figures[0] ?? 1)).toFixed(2)} times the time`)
}
