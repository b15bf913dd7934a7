import { randomBytes } from "node:crypto"
import { setTimeout as pause } from "node:timers/promises"
import { acceptReport } from "@candour/database/accept-report.ts"
import { addEvent } from "@candour/database/add-event.ts"
import { asIntake, asNational, asOwner, asTenant } from "@candour/database/as.ts"
import { type Connection, connect, type Database, isNeon, loginUrl } from "@candour/database/connect.ts"
import { DatabaseAway, NotOpened, SomebodyWasFirst } from "@candour/database/errors.ts"
import { readBody } from "@candour/database/read-body.ts"
import { report } from "@candour/database/schema.ts"
import { addPerson, openDesks, sampleReport } from "@candour/database/testing/sample-report.ts"
import { type TestDatabase, testDatabase } from "@candour/database/testing/test-database.ts"
import { dayOf } from "@candour/domain/day.ts"
import { figureTables } from "@candour/figures/figures.ts"
import { eq, sql } from "drizzle-orm"
import pg from "pg"
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest"
import { type NeonProxy, startNeonProxy } from "../neon-proxy.ts"

/** What holds through `pg` must hold through Neon's driver: transactions, locks between forces, and its errors. */
let at: TestDatabase
let proxy: NeonProxy
let neon: Database
let officer: string

const today = dayOf(new Date())
const everybodysUrl = () => {
  const url = new URL(at.address.url)
  url.hostname = "candour-test.eu-west-2.aws.neon.tech"
  return url.href
}

beforeAll(async () => {
  at = await testDatabase()
  await openDesks(at.database, ["kent", "essex"])
  officer = await addPerson(at.database, "kent", ["officer"])
  proxy = await startNeonProxy(Number(new URL(at.address.url).port))
})
afterAll(async () => {
  await proxy.close()
  await at.close()
})
beforeEach(() => {
  neon = connect({ ...at.address, url: everybodysUrl() })
})
afterEach(() => neon.close())

const open = (transaction: Connection, id: string, number?: number) =>
  addEvent(transaction, {
    tenant: "kent",
    report: id,
    by: officer,
    codes: { kind: "opened", detail: { reason: "own" } },
    number,
  })
const eventsOf = async (database: Database, id: string) => {
  const { rows } = await asTenant(database, "kent", (transaction) =>
    transaction.execute<{ kind: string }>(sql`select kind from event where report = ${id} order by number`),
  )
  return rows.map(({ kind }) => kind)
}
const stored = async () => {
  const sample = sampleReport({ tenant: "kent" })
  expect(await acceptReport(neon, sample, today)).toBe("stored")
  return sample
}

test("a Neon host is reached over WebSocket, any other isn't", async () => {
  expect([isNeon(everybodysUrl()), isNeon(at.address.url)]).toEqual([true, false])
  const before = proxy.connections()
  await asTenant(neon, "kent", (transaction) => transaction.execute(sql`select 1`))
  expect(proxy.connections()).toBe(before + 1)
})

test("each login is itself, and inherits nobody else's rows", async () => {
  const mine = await stored()
  const who = async (login: string) => {
    const { rows } = await neon.statement(login, (connection) =>
      connection.execute<{ name: string }>(sql`select current_user::text as name`),
    )
    return rows[0]?.name
  }
  expect(await Promise.all(["kent", "essex", "intake", "national"].map(who))).toEqual([
    "kent",
    "essex",
    "intake",
    "national",
  ])
  const idsOf = (tenant: string) =>
    asTenant(neon, tenant, (transaction) => transaction.select({ id: report.id }).from(report))
  expect(await idsOf("kent")).toContainEqual({ id: mine.id })
  expect(await idsOf("essex")).not.toContainEqual({ id: mine.id })
  await expect(
    asTenant(neon, "essex", (transaction) => transaction.execute(sql`set local role kent`)),
  ).rejects.toMatchObject({ cause: { message: expect.stringMatching(/permission denied to set role/) } })
  await expect(asIntake(neon, (connection) => connection.select().from(report))).rejects.toMatchObject({
    cause: { message: expect.stringMatching(/permission denied/) },
  })
})

test("a report is stored, is the same when repeated, and a clash is a conflict", async () => {
  const sample = await stored()
  expect(await acceptReport(neon, sample, today)).toBe("same")
  expect(await acceptReport(neon, { ...sample, digest: randomBytes(32) }, today)).toBe("conflict")
  expect(await eventsOf(at.database, sample.id)).toEqual(["contacted", "reported", "routed"])
})

test("the same report posted by eight connections at once is stored once", async () => {
  const sample = sampleReport({ tenant: "kent" })
  const answers = await Promise.all(Array.from({ length: 8 }, () => acceptReport(neon, sample, today)))
  expect(answers.toSorted()).toEqual([...Array(7).fill("same"), "stored"])
})

test("a transaction sees its own writes, nobody else does before it ends, then everybody", async () => {
  const { id } = await stored()
  await asTenant(neon, "kent", async (transaction) => {
    await open(transaction, id)
    const { rows } = await transaction.execute(sql`select from event where report = ${id} and kind = 'opened'`)
    expect(rows).toHaveLength(1)
    expect(await eventsOf(at.database, id)).not.toContain("opened")
    expect(await eventsOf(neon, id)).not.toContain("opened")
  })
  expect(await eventsOf(at.database, id)).toContain("opened")
})

test("what fails in a transaction takes all of it back, and its connection works on", async () => {
  const { id } = await stored()
  const gone = asTenant(neon, "kent", async (transaction) => {
    await open(transaction, id)
    throw new Error("changed my mind")
  })
  await expect(gone).rejects.toThrow("changed my mind")
  expect(await eventsOf(neon, id)).not.toContain("opened")

  const broken = asTenant(neon, "kent", async (transaction) => {
    await open(transaction, id)
    await transaction.execute(sql`select 1 / 0`)
  })
  await expect(broken).rejects.toThrow()
  expect(await eventsOf(neon, id)).not.toContain("opened")
  await asTenant(neon, "kent", (transaction) => open(transaction, id))
  expect(await eventsOf(neon, id)).toContain("opened")
})

test("the database's refusals come as the errors that the pages know", async () => {
  const { id } = await stored()
  await expect(readBody(neon, "kent", id, officer)).rejects.toThrow(NotOpened)
  await asTenant(neon, "kent", (transaction) => open(transaction, id, 4))
  await expect(asTenant(neon, "kent", (transaction) => open(transaction, id, 4))).rejects.toThrow(SomebodyWasFirst)
})

test("sealed bytes come back as they went in", async () => {
  const sample = sampleReport({ tenant: "kent", body: randomBytes(100_000) })
  await acceptReport(neon, sample, today)
  await asTenant(neon, "kent", (transaction) => open(transaction, sample.id))
  const read = await readBody(neon, "kent", sample.id, officer)
  expect(Buffer.from(read?.body ?? []).equals(sample.body)).toBe(true)
  expect(Buffer.from(read?.wraps[0]?.wrapped ?? []).equals(sample.wrap)).toBe(true)
})

test("figures and rows are the same through both drivers", async () => {
  const { id } = await stored()
  const figures = (database: Database) =>
    asNational(database, (transaction) => figureTables(transaction, { asAt: today, known: "now" }, {}))
  expect(await figures(neon)).toEqual(await figures(at.database))
  const row = (database: Database) =>
    asTenant(database, "kent", (transaction) => transaction.select().from(report).where(eq(report.id, id)))
  expect(await row(neon)).toEqual(await row(at.database))
})

test("while the proxy is down the database is away, nothing is half stored, and then it goes on", async () => {
  const waiting = sampleReport({ tenant: "kent" })
  await stored() // so that idle connections are there to break
  await proxy.cut()
  await expect(acceptReport(neon, waiting, today)).rejects.toThrow(DatabaseAway)
  await expect(asTenant(neon, "kent", (transaction) => transaction.select().from(report))).rejects.toThrow(DatabaseAway)
  await proxy.mend()
  expect(await eventsOf(neon, waiting.id)).toEqual([])
  expect(await acceptReport(neon, waiting, today)).toBe("stored")
})

test("a connection that breaks in the middle of a transaction leaves nothing of it", async () => {
  const { id } = await stored()
  const cutOff = asTenant(neon, "kent", async (transaction) => {
    await open(transaction, id)
    await proxy.cut()
    await pause(50) // the break is heard while no statement runs, which would end a process that doesn't listen
    await transaction.execute(sql`select 1`)
  })
  await expect(cutOff).rejects.toThrow(DatabaseAway)
  await proxy.mend()
  expect(await eventsOf(neon, id)).not.toContain("opened")
  const { rows } = await asOwner(at.database, (transaction) => transaction.execute(sql`select * from recount()`))
  expect(rows).toEqual([])
})

test("through pg as well, a process outlives a connection that breaks in the middle of a transaction", async () => {
  const { id } = await stored()
  const ended = asTenant(at.database, "kent", async (transaction) => {
    await open(transaction, id)
    const { rows } = await transaction.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    await endBackend(rows[0]?.pid)
    await pause(50)
    await transaction.execute(sql`select 1`)
  })
  await expect(ended).rejects.toThrow(DatabaseAway)
  expect(await eventsOf(at.database, id)).not.toContain("opened")
})

/** Ends a connection at the server, as a restart of PostgreSQL does. */
async function endBackend(pid: number | undefined) {
  const admin = new pg.Client({ connectionString: loginUrl(at.address, "postgres") })
  await admin.connect()
  await admin.query("select pg_terminate_backend($1)", [pid])
  await admin.end()
}
