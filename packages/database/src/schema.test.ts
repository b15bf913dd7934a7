import { category } from "@candour/domain/category.ts"
import { addDays, type Day } from "@candour/domain/day.ts"
import { groupOfThreat, threat } from "@candour/domain/threat.ts"
import { addWorkingDays, bankHolidays } from "@candour/domain/working-day.ts"
import { getTableColumns, getTableName, sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { asOwner } from "./as.ts"
import { migrate } from "./migrate.ts"
import * as schema from "./schema.ts"
import { type TestDatabase, testDatabase } from "./testing/test-database.ts"

let at: TestDatabase
beforeAll(async () => {
  at = await testDatabase()
})
afterAll(() => at.close())

const ask = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  (await asOwner(at.database, (transaction) => transaction.execute<Row>(query))).rows

test.each(Object.values(schema).map((table) => [getTableName(table), table] as const))(
  "drizzle sees %s as the catalogue has it",
  async (name, table) => {
    const rows = await ask<{ column: string; required: boolean }>(sql`
      select attname as column, attnotnull as required from pg_attribute
        where attrelid = ${name}::regclass and attnum > 0 and not attisdropped`)
    const inCatalogue = new Map(rows.map((row) => [row.column, row.required]))
    for (const column of Object.values(getTableColumns(table)))
      expect([column.name, column.notNull]).toEqual([column.name, inCatalogue.get(column.name)])
  },
)

test("migrating again applies nothing", async () => {
  expect(await migrate(at.database, at.address.logins)).toEqual([])
})

test("the database counts working days as the domain does", async () => {
  const rows = await ask<{ from: string; count: number; result: string }>(sql`
    select day::date::text as from, n as count, add_working_days(day::date, n)::text as result
      from generate_series(date '2023-03-25', date '2024-01-05', interval '9 days') day, generate_series(0, 6) n`)
  for (const row of rows) expect([row, row.result]).toEqual([row, addWorkingDays(row.from as Day, row.count)])
  expect(bankHolidays.length).toBeGreaterThan(40)
})

test("the database groups threats and takes categories as the domain does", async () => {
  for (const each of threat.options) {
    const [row] = await ask(sql`select group_of_threat(${each}) as group`)
    expect([each, row?.group ?? undefined]).toEqual([each, groupOfThreat[each]])
  }
  const [check] = await ask<{ rule: string }>(sql`
    select pg_get_constraintdef(oid) as rule from pg_constraint
      where conrelid = 'report'::regclass and pg_get_constraintdef(oid) like '%categories%'`)
  for (const each of category.options) expect(check?.rule).toContain(`'${each}'`)
})

test("a danger is due at once, anything else in five working days", async () => {
  const today = addDays("2026-03-02", 0) // a Monday
  const [row] = await ask(sql`
    select first_due(${today}, 'now')::text as danger, first_due(${today}, 'no')::text as other`)
  expect(row).toEqual({ danger: "2026-03-02", other: "2026-03-09" })
})
