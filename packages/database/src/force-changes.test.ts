import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { asIntake, asNational, asOwner, asTenant } from "./as.ts"
import { MayNotFollow } from "./errors.ts"
import { forceNamesForIntake, forceNamesForStaff } from "./force-names.ts"
import { noteEnds } from "./migrate.ts"
import { recipients } from "./recipients.ts"
import { addPerson, openDesks, storeSample } from "./testing/sample-report.ts"
import { type TestDatabase, testDatabase } from "./testing/test-database.ts"
import { transferReport } from "./transfer-report.ts"

let at: TestDatabase
let coordinator: string
beforeAll(async () => {
  at = await testDatabase()
  await openDesks(at.database, ["kent", "essex", "gwent", "national-desk"])
  coordinator = await addPerson(at.database, "national-desk", ["coordinator"])
})
afterAll(() => at.close())

const change = (force: string, what: string, name: (string | null)[] = [null, null, null], by = coordinator) =>
  asNational(at.database, (transaction) =>
    transaction.execute(
      sql`select change_force(${by}, ${force}, ${what}, 'Agreed', ${name[0] ?? null}::date, ${name[1] ?? null}, ${name[2] ?? null})`,
    ),
  )
const isDiverted = async (force: string) =>
  (await recipients(at.database)).find(({ tenant }) => tenant === force)?.diverted ?? false

const pausedAt = async (tenant: string) => {
  const { rows } = await asTenant(at.database, tenant, (transaction) =>
    transaction.execute<{ since: string | null }>(sql`select paused_here() as since`),
  )
  return rows[0]?.since ?? null
}

test("a paused force's new reports go to the national desk until it is resumed, and its own desk is told", async () => {
  expect(await isDiverted("kent")).toBe(false)
  await change("kent", "paused")
  expect(await isDiverted("kent")).toBe(true)
  expect(await isDiverted("essex")).toBe(false)
  expect(Date.parse((await pausedAt("kent")) ?? "")).toBeCloseTo(Date.now(), -5)
  expect(await pausedAt("essex")).toBeNull()
  await expect(change("kent", "paused")).rejects.toThrow("already-paused")
  await change("kent", "resumed")
  expect(await isDiverted("kent")).toBe(false)
  expect(await pausedAt("kent")).toBeNull()
  await expect(change("kent", "resumed")).rejects.toThrow("not-paused")
})

test("only a coordinator changes a force, and every change says who, when and why, for good", async () => {
  const officer = await addPerson(at.database, "kent", ["lead", "officer"])
  await expect(change("kent", "paused", undefined, officer)).rejects.toThrow(MayNotFollow)
  await expect(change("narnia", "paused")).rejects.toThrow("no-such-force")
  await expect(change("national-desk", "paused")).rejects.toThrow("no-such-force")
  const { rows } = await asNational(at.database, (transaction) =>
    transaction.execute(sql`select what, why, shown_name from force_changes() where tenant = 'kent'`),
  )
  expect(rows.map(({ what }) => what)).toEqual(["resumed", "paused"])
  expect(rows[0]).toMatchObject({ why: "Agreed", shown_name: `Person ${coordinator.slice(0, 4)}` })
  for (const statement of [
    "update force_change set why = 'other'",
    "delete from force_change",
    "truncate force_change",
  ])
    await expect(
      asOwner(at.database, (transaction) => transaction.execute(sql.raw(statement))),
      statement,
    ).rejects.toMatchObject({ cause: { code: "42501", message: expect.stringContaining("stays on record") } })
  const kent = (statement: string) =>
    asTenant(at.database, "kent", (transaction) => transaction.execute(sql.raw(statement)))
  await expect(kent("select * from force_change")).rejects.toThrow()
  await expect(kent(`select change_force('${coordinator}', 'kent', 'paused', 'x', null, null, null)`)).rejects.toThrow()
})

test("a new name is told to every app, and no day that has been gets one", async () => {
  await change("gwent", "renamed", ["2090-04-01", "South East Wales Police", "Heddlu De-ddwyrain Cymru"])
  const name = { en: "South East Wales Police", cy: "Heddlu De-ddwyrain Cymru" }
  const told = [{ force: "gwent", from: "2090-04-01", name }]
  expect(await forceNamesForIntake(at.database)).toEqual(told)
  expect(await forceNamesForStaff(at.database)).toEqual(told)
  await expect(change("gwent", "renamed", ["2020-01-01", "Gwent Force", "Heddlu Gwent"])).rejects.toThrow("past")
  await expect(change("gwent", "renamed", ["2090-04-01", "G", "Heddlu Gwent"])).rejects.toThrow()
})

test("nothing new goes to a force that has ended: no report is sealed to it, and none is handed or copied to it", async () => {
  const report = await storeSample(at.database, { tenant: "essex" })
  const officer = await addPerson(at.database, "essex", ["lead", "officer"])
  await noteEnds(at.database, [{ force: "gwent", lastDay: "2020-01-01", wentInto: "kent" }])
  expect((await recipients(at.database)).map(({ tenant }) => tenant)).toEqual(["essex", "kent", "national-desk"])
  const move = { report: report.id, by: officer, to: "gwent", generation: 1, number: 5, wrap: report.wrap }
  await expect(
    transferReport(at.database, "essex", { ...move, words: new Uint8Array(8), signature: new Uint8Array(64) }),
  ).rejects.toThrow()
  await expect(change("gwent", "paused")).rejects.toThrow("ended")
  // What was on its way to it is kept all the same: no acknowledged report is lost.
  expect((await storeSample(at.database, { tenant: "gwent" })).tenant).toBe("gwent")
  // And what is routed to its area goes to the force that it went into.
  expect((await storeSample(at.database, { tenant: "kent", routedTo: "gwent" })).routedTo).toBe("gwent")
})

test("how desks stand is the national view's to ask, by numbers and without a name", async () => {
  const { rows } = await asNational(at.database, (transaction) =>
    transaction.execute(sql`select * from forces_standing() where tenant = 'kent'`),
  )
  expect(rows).toEqual([
    expect.objectContaining({ tenant: "kent", leads: 1, officers: 0, others: 0, lead_signed_in: false, generation: 1 }),
  ])
  await expect(
    asIntake(at.database, (connection) => connection.execute(sql`select * from forces_standing()`)),
  ).rejects.toThrow()
})
