import { randomBytes, randomUUID } from "node:crypto"
import { addDays, dayOf } from "@candour/domain/day.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { acceptContact, acceptReport } from "./accept-report.ts"
import { addEvent } from "./add-event.ts"
import { asOwner, asTenant } from "./as.ts"
import { connect } from "./connect.ts"
import { DatabaseAway } from "./errors.ts"
import { mailboxState } from "./mailbox-state.ts"
import { addPerson, openDesks, sampleReport, storeSample } from "./testing/sample-report.ts"
import { type TestDatabase, testDatabase } from "./testing/test-database.ts"

let at: TestDatabase
const today = dayOf(new Date())
beforeAll(async () => {
  at = await testDatabase()
  await openDesks(at.database, ["kent", "essex"])
})
afterAll(() => at.close())

const kindsOf = async (id: string) => {
  const { rows } = await asTenant(at.database, "kent", (transaction) =>
    transaction.execute<{ kind: string }>(sql`select kind from event where report = ${id} order by number`),
  )
  return rows.map((row) => row.kind)
}
const contacts = async () => {
  const { rows } = await asOwner(at.database, (transaction) =>
    transaction.execute<{ count: string }>(
      sql`select coalesce(sum(count), 0) as count from cube where measure = 'contact'`,
    ),
  )
  return Number(rows[0]?.count)
}

test("a report posted twice is counted once", async () => {
  const before = await contacts()
  const report = sampleReport()
  expect(await acceptReport(at.database, report, today)).toBe("stored")
  expect(await acceptReport(at.database, report, today)).toBe("same")
  expect(await kindsOf(report.id)).toEqual(["contacted", "reported", "routed"])
  expect((await contacts()) - before).toBe(1)
})

test("the same report posted by sixteen connections at once is stored once", async () => {
  const before = await contacts()
  const report = sampleReport()
  const answers = await Promise.all(Array.from({ length: 16 }, () => acceptReport(at.database, report, today)))
  expect(answers.filter((answer) => answer === "stored")).toHaveLength(1)
  expect(answers.filter((answer) => answer === "same")).toHaveLength(15)
  expect((await contacts()) - before).toBe(1)
})

test("another report under a known id is a conflict, and nothing of it is stored", async () => {
  const report = await storeSample(at.database)
  expect(await acceptReport(at.database, { ...report, digest: randomBytes(32) }, today)).toBe("conflict")
  expect(await kindsOf(report.id)).toHaveLength(3)
})

test("another report under a known receipt is a conflict, and a new one is not dropped for it", async () => {
  const report = await storeSample(at.database)
  const clash = sampleReport({ mailboxHash: report.mailboxHash })
  expect(await acceptReport(at.database, clash, today)).toBe("conflict")
  expect(await kindsOf(clash.id)).toEqual([])
  expect(await acceptReport(at.database, { ...clash, mailboxHash: randomBytes(32) }, today)).toBe("stored")
})

test("a report is never dated ahead, nor more than 31 days back, and never turned away for its date", async () => {
  for (const [said, kept] of [
    [addDays(today, 1), today],
    [addDays(today, -31), addDays(today, -31)],
    [addDays(today, -400), addDays(today, -31)],
  ] as const) {
    const report = sampleReport()
    expect(await acceptReport(at.database, report, said)).toBe("stored")
    const { rows } = await asTenant(at.database, "kent", (transaction) =>
      transaction.execute<{ day: string }>(sql`select day::text from report where id = ${report.id}`),
    )
    expect(rows[0]?.day).toBe(kept)
  }
})

test("two reports with one receipt in the same moment are one report and a conflict", async () => {
  const mailboxHash = randomBytes(32)
  const both = await Promise.all([1, 2].map(() => acceptReport(at.database, sampleReport({ mailboxHash }), today)))
  expect(both.toSorted()).toEqual(["conflict", "stored"])
})

test("a category ticked twice is refused, since each counts once", async () => {
  const report = sampleReport({ categories: ["partner", "partner"] })
  await expect(acceptReport(at.database, report, today)).rejects.toThrow()
})

test("no desk's open transaction keeps a report waiting", async () => {
  const officer = await addPerson(at.database, "kent", ["officer"])
  const hanging = Array.from({ length: 9 }, async () => {
    const { id } = await storeSample(at.database)
    return asTenant(at.database, "kent", async (transaction) => {
      const codes = { kind: "opened", detail: { reason: "own" } } as const
      await addEvent(transaction, { tenant: "kent", report: id, by: officer, codes })
      await transaction.execute(sql`select pg_sleep(3)`)
    })
  })
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  const begun = performance.now()
  for (let time = 0; time < 64; time += 1) expect(await acceptReport(at.database, sampleReport(), today)).toBe("stored")
  expect(performance.now() - begun).toBeLessThan(1_900) // the desk's transactions were still open
  await Promise.all(hanging)
})

test("a report for a desk that has no key is refused", async () => {
  await expect(acceptReport(at.database, sampleReport({ tenant: "metropolitan" }), today)).rejects.toThrow()
})

test("a contact that leaves no report is counted once", async () => {
  const before = await contacts()
  const contact = { id: randomUUID(), tenant: "metropolitan", line: "metropolitan", channel: "phone" as const }
  expect(await acceptContact(at.database, contact, today)).toBe("stored")
  expect(await acceptContact(at.database, contact, today)).toBe("same")
  expect((await contacts()) - before).toBe(1)
})

test("the address before hashing finds the mailbox; the stored hash doesn't", async () => {
  const address = randomBytes(32)
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", address))
  const report = await storeSample(at.database, { mailboxHash: hash })
  expect(await mailboxState(at.database, address)).toEqual([
    {
      report: report.id,
      holder: "kent",
      sealedFor: "kent",
      referralOf: undefined,
      state: "waiting",
      day: today,
      moved: false,
      mayReply: "yes",
      released: undefined,
      disputed: false,
      sent: 0,
      lastSent: undefined,
    },
  ])
  expect(await mailboxState(at.database, hash)).toEqual([])
})

test("no time finer than the day is stored with a contact, but the hour of a danger", async () => {
  const { id } = await storeSample(at.database)
  const { id: urgent } = await storeSample(at.database, { danger: "now" })
  const { rows } = await asTenant(at.database, "kent", (transaction) =>
    transaction.execute<Record<string, unknown>>(
      sql`select at, (select extract(minute from danger_hour) from report where id = ${urgent}) as minute,
          (select danger_hour from report where id = ${id}) as hour from event where report in (${id}, ${urgent})`,
    ),
  )
  expect(rows).toHaveLength(6)
  for (const row of rows) expect(row).toMatchObject({ at: null, hour: null, minute: "0" })
})

test("a database that can't be reached is told from an error", async () => {
  const nowhere = connect({ url: "postgres://127.0.0.1:1/none", logins: { intake: "x" } })
  await expect(acceptReport(nowhere, sampleReport(), today)).rejects.toThrow(DatabaseAway)
})
