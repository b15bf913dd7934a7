import { chmod, mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { acceptReport } from "@candour/database/accept-report.ts"
import { asOwner } from "@candour/database/as.ts"
import { connect } from "@candour/database/connect.ts"
import { startEmbedded } from "@candour/database/embedded/cluster.ts"
import { loginsOf } from "@candour/database/embedded/state-folder.ts"
import { addLine, addTenant, migrate } from "@candour/database/migrate.ts"
import { openDesks } from "@candour/database/testing/sample-report.ts"
import { dayOf } from "@candour/domain/day.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { inTime } from "../in-time.ts"
import { createDelivery } from "../spool/delivery.ts"
import { openSpool } from "../spool/spool.ts"
import { digitsOf, postForm } from "../testing/form.ts"
import { holdUp } from "../testing/hold-up.ts"
import { spooledReport } from "../testing/spooled.ts"
import { tellForm } from "../testing/tell-form.ts"
import { testIntake } from "../testing/test-intake.ts"
import { ReportConflict, submitReport } from "./submit-report.ts"

let intake: Awaited<ReturnType<typeof testIntake>>
beforeAll(async () => {
  intake = await testIntake()
})
afterAll(() => intake.close())

const countOf = async (id: string) => (await intake.stored()).filter((report) => report.id === id).length

test("a report is stored once, a repeat is the same, another one a conflict", async () => {
  const { report } = spooledReport()
  expect(await submitReport(intake.services, report)).toBe("stored")
  expect(await submitReport(intake.services, report)).toBe("same")
  await expect(submitReport(intake.services, spooledReport({ id: report.id }).report)).rejects.toThrow(ReportConflict)
  expect(await countOf(report.id)).toBe(1)
})

test("while the database is away the receipt shows all the same, a retry too, and the report arrives once", async () => {
  const form = await tellForm(intake.app)
  const told = { ...form, account: "He looked up my new address." }
  await intake.cable.cut()
  const digits: (string | undefined)[] = []
  for (const _ of [1, 2]) digits.push(digitsOf(await (await postForm(intake.app, "/tell", told)).text()))
  expect(digits).toEqual([form.digits?.[0], form.digits?.[0]])
  expect((await intake.app.request("/health")).status).toBe(200)

  const clash = await postForm(intake.app, "/tell", { ...told, account: "Else." })
  expect(clash.status).toBe(409)

  await intake.cable.mend()
  digits.push(digitsOf(await (await postForm(intake.app, "/tell", told)).text()))
  expect(await intake.services.delivery.deliver()).toBe(true)
  digits.push(digitsOf(await (await postForm(intake.app, "/tell", told)).text()))
  expect(digits).toEqual(Array(4).fill(form.digits?.[0]))
  expect(await countOf(form.id?.[0] ?? "")).toBe(1)
  expect((await intake.read(form.id?.[0] ?? "")).answers.account).toBe("He looked up my new address.")
})

test("what lies in the spool holds no word of the report, no digit of its receipt, and no hour", async () => {
  const form = await tellForm(intake.app)
  await intake.cable.cut()
  await postForm(intake.app, "/tell", { ...form, account: "He looked up my new address.", name: "Smithy" })
  await intake.cable.mend()
  const file = await readFile(join(intake.folder, "waiting", `${form.id?.[0]}.json`), "utf8")
  const read = file + Buffer.from(JSON.parse(file).report.body, "base64").toString("latin1")
  for (const canary of ["new address", "Smithy", form.digits?.[0] ?? "none", new Date().toISOString().slice(0, 13)]) {
    expect(read).not.toContain(canary)
  }
  expect(await intake.services.delivery.deliver()).toBe(true)
})

test("an answer that never comes doesn't keep the reporter waiting, and the report arrives once", async () => {
  await intake.services.database.close()
  intake.cable.loseAnswers()
  const { report } = spooledReport()
  expect(await submitReport(intake.services, report)).toBe("stored")
  await intake.cable.mend()
  await intake.services.delivery.deliver()
  expect(await countOf(report.id)).toBe(1)
})

test("a report that hangs in a lock is spooled alone: the next one still goes to the database", async () => {
  const { report } = spooledReport()
  const free = await holdUp(intake.owner, report.id)
  expect(await submitReport(intake.services, report)).toBe("stored")
  expect(intake.services.spool.waiting()).toEqual([report.id])
  expect(intake.services.delivery.isAway()).toBe(false)
  const { report: next } = spooledReport()
  expect(await submitReport(intake.services, next)).toBe("stored")
  expect(intake.services.spool.waiting()).toEqual([report.id])
  await free()
  expect(await intake.services.delivery.deliver()).toBe(true)
  expect([await countOf(report.id), await countOf(next.id)]).toEqual([1, 1])
})

test.each([
  ["read-only", "25006"],
  ["full", "53100"],
  ["in a clash of transactions", "40001"],
  ["told to stop", "57014"],
  ["locked", "55P03"],
  ["broken inside", "XX000"],
  ["forgetful of our rights", "42501"],
])("where the database is %s (%s), the receipt shows all the same, and the report arrives once", async (_, code) => {
  const form = await tellForm(intake.app)
  const told = { ...form, account: "He did." }
  const heal = await makeFail(code)
  expect(digitsOf(await (await postForm(intake.app, "/tell", told)).text())).toBe(form.digits?.[0])
  expect(intake.services.delivery.isAway()).toBe(false)
  expect(intake.services.spool.waiting()).toEqual(form.id)
  await heal()
  expect(await intake.services.delivery.deliver()).toBe(true)
  expect(await countOf(form.id?.[0] ?? "")).toBe(1)
})

test("what the database refuses for what is in it gets no receipt, and is not kept", async () => {
  await expect(submitReport(intake.services, spooledReport({ generation: 99 }).report)).rejects.toThrow()
  expect(intake.services.spool.waiting()).toEqual([])
})

/** Lets every report fail in the database with this SQLSTATE, until the answer is called. */
async function makeFail(code: string) {
  const run = (...statements: string[]) =>
    asOwner(intake.owner, async (transaction) => {
      for (const statement of statements) await transaction.execute(sql.raw(statement))
    })
  await run(
    `create function fails() returns trigger language plpgsql as $$ begin raise exception 'no' using errcode = '${code}'; end $$`,
    "create trigger fails before insert on mailbox for each row execute function fails()",
  )
  return () => run("drop trigger fails on mailbox", "drop function fails()")
}

test("with PostgreSQL itself stopped, reports are taken, and delivered when it runs again", async () => {
  const folder = await mkdtemp(join(tmpdir(), "candour-stopped-"))
  await chmod(folder, 0o755) // so that PostgreSQL's own user reaches its files
  let postgres = await startEmbedded(join(folder, "state"))
  const logins = loginsOf(join(folder, "state"), ["owner", "intake", "identity", "national", "kent"])
  const owner = connect({ ...postgres.address, logins })
  await migrate(owner, logins)
  await addTenant(owner, { id: "kent", opened: "2022-01-01", password: logins.kent ?? "" })
  await addLine(owner, { id: "national", opened: "2024-03-14" })
  await openDesks(owner, ["kent"])
  await owner.close()
  await postgres.stop(true)

  const spool = await openSpool(join(folder, "spool"))
  const away = connect({ ...postgres.address, logins })
  const clock = { now: () => new Date() }
  const delivery = createDelivery(spool, ({ report, day }) => inTime(acceptReport(away, report, day)))
  const { report } = spooledReport()
  expect(await submitReport({ database: away, spool, delivery, clock }, report)).toBe("stored")
  expect(spool.waiting()).toEqual([report.id])
  await away.close()

  postgres = await startEmbedded(join(folder, "state"))
  const back = connect({ ...postgres.address, logins })
  expect(await createDelivery(spool, ({ report, day }) => acceptReport(back, report, day)).deliver()).toBe(true)
  expect(spool.waiting()).toEqual([])
  expect(await acceptReport(back, report, dayOf(new Date()))).toBe("same")
  await back.close()
  await postgres.stop(true)
  await rm(folder, { recursive: true })
})
