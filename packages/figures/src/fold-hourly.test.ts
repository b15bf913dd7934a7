import { asOwner } from "@candour/database/as.ts"
import { type TestDatabase, testDatabase } from "@candour/database/testing/test-database.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { foldHourly } from "./fold-hourly.ts"

let at: TestDatabase
beforeAll(async () => {
  at = await testDatabase({ countsByHand: true })
})
afterAll(() => at.close())

test("the national login folds what the days before yesterday counted, and leaves the days still counted in", async () => {
  const ask = async (query: ReturnType<typeof sql>) =>
    (await asOwner(at.database, (transaction) => transaction.execute(query))).rows
  await ask(sql`
    insert into cube (tenant, line, routed_to, happened, recorded, measure, channel, slot, count)
      select 'kent', 'national', 'kent', today() - days, today() - days, 'contact', 'online', 32, 1
        from unnest(array[0, 1, 2, 400]) days`)
  const folding = foldHourly(at.database)
  await expect
    .poll(() => ask(sql`select count(*)::integer from cube where slot = -1`), { timeout: 5_000 })
    .toEqual([{ count: 2 }])
  folding.stop()
  expect(await ask(sql`select count(*)::integer from cube where slot = 32`)).toEqual([{ count: 2 }])
  expect(
    await ask(sql`select span, sum(count)::integer as contacts from cube_of_forces group by span order by span`),
  ).toEqual(["day", "month", "quarter", "third", "year"].map((span) => ({ span, contacts: 2 })))
})
