import { asNational, asOwner } from "@candour/database/as.ts"
import { SomebodyWasFirst } from "@candour/database/errors.ts"
import { type TestDatabase, testDatabase } from "@candour/database/testing/test-database.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { madeTable } from "../protection/testing/made-tables.ts"
import { readRegister } from "./register.ts"
import { enterInRegister } from "./testing/enter-in-register.ts"

let at: TestDatabase
beforeAll(async () => {
  at = await testDatabase()
})
afterAll(() => at.close())

const tables = [madeTable([{ name: { measure: "contacts" }, value: 7 }])]
const enter = (name: string, last: number) =>
  asOwner(at.database, (transaction) => enterInRegister(transaction, { name, tables, last }))

test("what goes out is entered beside all that went out before, and stays", async () => {
  expect(await asNational(at.database, readRegister)).toEqual({ last: 0, entries: [] })
  expect(await enter("Release 2026-Q1", 0)).toBe(1)
  expect(await enter("Pack 1", 1)).toBe(2)
  expect(await asNational(at.database, readRegister)).toEqual({
    last: 2,
    entries: [
      { name: "Release 2026-Q1", tables },
      { name: "Pack 1", tables },
    ],
  })
  for (const statement of [sql`update released set name = 'x'`, sql`delete from released`, sql`truncate released`])
    await expect(asNational(at.database, (transaction) => transaction.execute(statement))).rejects.toThrow()
})

test("what was checked against an older register doesn't go out", async () => {
  await expect(enter("Pack 2", 1)).rejects.toThrow(SomebodyWasFirst)
  const both = await Promise.allSettled([enter("Pack 3", 2), enter("Pack 4", 2)])
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
})
