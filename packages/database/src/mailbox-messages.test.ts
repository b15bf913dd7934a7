import { randomBytes, randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { addEvent } from "./add-event.ts"
import { asIntake, asOwner, asTenant } from "./as.ts"
import type { Connection } from "./connect.ts"
import { MayNotFollow, SomebodyWasFirst } from "./errors.ts"
import { mailboxMessages, type NewMessage, removeMessages, writeMessages } from "./mailbox-messages.ts"
import { mailboxState } from "./mailbox-state.ts"
import { event, message, report as reportTable } from "./schema.ts"
import { addPerson, openDesks, sampleReferral, storeSample } from "./testing/sample-report.ts"
import { type TestDatabase, testDatabase } from "./testing/test-database.ts"
import { transferReport } from "./transfer-report.ts"

let at: TestDatabase
let lead: string
let second: string
beforeAll(async () => {
  at = await testDatabase()
  await openDesks(at.database, ["kent", "essex"])
  lead = await addPerson(at.database, "kent", ["lead"])
  second = await addPerson(at.database, "kent", ["lead"])
})
afterAll(() => at.close())

const sha256 = async (bytes: Uint8Array) => new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)))

async function told(changes: Parameters<typeof storeSample>[1] = {}) {
  const address = new Uint8Array(randomBytes(32))
  const report = await storeSample(at.database, { ...changes, mailboxHash: await sha256(address) })
  return { address, report: report.id, referrals: report.referrals ?? [] }
}
const written = (report: string, number = 0, changes: Partial<NewMessage> = {}): NewMessage => ({
  report,
  kind: "message",
  number,
  sealed: randomBytes(300),
  signature: randomBytes(64),
  digest: randomBytes(32),
  ...changes,
})
const write = (address: Uint8Array, ...next: NewMessage[]) => writeMessages(at.database, address, next)
const asKent = <Result>(work: Parameters<typeof asTenant<Result>>[2]) => asTenant(at.database, "kent", work)
const decide = (report: string, kind: string, detail = {}, by = lead, words?: Uint8Array) =>
  asKent((transaction) =>
    addEvent(transaction, { tenant: "kent", report, by, codes: { kind, detail } as never, ...(words && { words }) }),
  )
const rowOf = async (report: string) =>
  (await asKent((transaction) => transaction.select().from(reportTable).where(eq(reportTable.id, report))))[0]

async function closed() {
  const mailbox = await told()
  const { report } = mailbox
  const assessed = { threat: "ppda", others: [], severity: "none", persons: 0, grounds: [] }
  for (const by of [lead, second]) await decide(report, "opened", { reason: "own" }, by)
  await decide(report, "assessed", assessed)
  await decide(report, "messaged", { message: 0 }, lead, randomBytes(200))
  await decide(report, "closed", {}, second)
  return mailbox
}

test("what each side writes is read by the other, in the order it was written, by who holds the address", async () => {
  const { address, report } = await told()
  const [one, two] = [written(report), written(report, 1)]
  expect([await write(address, one), await write(address, two)]).toEqual(["stored", "stored"])
  await decide(report, "opened", { reason: "own" })
  const reply = randomBytes(200)
  await decide(report, "messaged", { message: 0 }, lead, reply)
  const thread = await mailboxMessages(at.database, address)
  expect(thread.map(({ from, number }) => [from, number])).toEqual([
    ["reporter", 0],
    ["reporter", 1],
    ["team", 0],
  ])
  expect(thread.at(-1)?.sealed).toEqual(new Uint8Array(reply))
  expect(thread[1]?.previous).toEqual(await sha256(one.sealed))
  const [state] = await mailboxState(at.database, address)
  expect([state?.sent, state?.lastSent]).toEqual([2, await sha256(two.sealed)])
  const rows = await asKent((transaction) => transaction.select().from(message).where(eq(message.report, report)))
  expect(rows.map(({ fromReporter, place }) => [fromReporter, place]).toSorted()).toEqual([
    [false, 2],
    [true, 0],
    [true, 1],
  ])
})

test("a message is stored once, whatever is repeated, and never in the place of another", async () => {
  const { address, report } = await told()
  const one = written(report)
  const together = await Promise.all([one, one, one].map((each) => write(address, each)))
  expect(together.toSorted()).toEqual(["same", "same", "stored"])
  expect(await write(address, { ...one, sealed: randomBytes(300) })).toBe("same")
  expect(await write(address, written(report))).toBe("taken")
  expect(await write(address, written(report, 2))).toBe("taken")
  expect(await mailboxMessages(at.database, address)).toHaveLength(1)
})

test("the stored hash neither reads nor writes nor removes, and no address reaches another's report", async () => {
  const [own, other] = [await told(), await told()]
  const hash = await sha256(own.address)
  await write(own.address, written(own.report))
  expect(await write(hash, written(own.report, 1))).toBe("none")
  expect(await mailboxMessages(at.database, hash)).toEqual([])
  const all = [{ report: own.report, team: 99, reporter: 99 }]
  await removeMessages(at.database, hash, all)
  await removeMessages(at.database, other.address, all)
  expect(await mailboxMessages(at.database, own.address)).toHaveLength(1)
  expect(await write(other.address, written(own.report, 1))).toBe("none")
  expect(await write(own.address, written(randomUUID()))).toBe("none")
  const table = asIntake(at.database, (connection) => connection.execute(sql`select * from message`))
  await expect(table).rejects.toMatchObject({ cause: { message: expect.stringMatching(/permission denied/) } })
})

test("a desk sees that somebody wrote until the report is opened, and another desk nothing of it", async () => {
  const { address, report } = await told()
  await write(address, written(report))
  expect((await rowOf(report))?.messageWaiting).toBe(true)
  await decide(report, "opened", { reason: "own" })
  expect((await rowOf(report))?.messageWaiting).toBe(false)
  const elsewhere = await asTenant(at.database, "essex", (transaction) => transaction.select().from(message))
  expect(elsewhere).toEqual([])
})

test("whether the team may write follows the reporter", async () => {
  const { address, report } = await told()
  expect(await write(address, written(report, 0, { kind: "may-reply", mayReply: "no" }))).toBe("stored")
  expect((await rowOf(report))?.mayReply).toBe("no")
  expect((await mailboxState(at.database, address))[0]?.mayReply).toBe("no")
})

test("a finished report isn't over where its reporter says so, until a lead answers", async () => {
  const { address, report } = await closed()
  expect(await write(address, written(report, 0, { kind: "not-over" }))).toBe("stored")
  expect(await rowOf(report)).toMatchObject({ disputed: true, stage: "closed", messageWaiting: true })
  expect((await mailboxState(at.database, address))[0]?.disputed).toBe(true)
  const kinds = await asKent((transaction) =>
    transaction.select({ kind: event.kind, at: event.at }).from(event).where(eq(event.report, report)),
  )
  expect(kinds.filter(({ kind }) => kind === "disputed")).toEqual([{ kind: "disputed", at: null }])
  const officer = await addPerson(at.database, "kent", ["officer"])
  await expect(decide(report, "dispute-answered", {}, officer)).rejects.toThrow(MayNotFollow)
  await decide(report, "dispute-answered")
  expect((await rowOf(report))?.disputed).toBe(false)
  await expect(decide(report, "dispute-answered")).rejects.toThrow(MayNotFollow)
})

test("said again that it isn't over, the lead has to answer by the same day", async () => {
  const { address, report } = await closed()
  await write(address, written(report, 0, { kind: "not-over" }))
  await asOwner(at.database, (transaction) =>
    transaction.execute(sql`update report set due = '2026-01-05' where id = ${report}`),
  )
  expect(await write(address, written(report, 1, { kind: "not-over" }))).toBe("stored")
  expect((await rowOf(report))?.due).toBe("2026-01-05")
})

test("that it isn't over is said of a finished report alone", async () => {
  const { address, report } = await told()
  await expect(write(address, written(report, 0, { kind: "not-over" }))).rejects.toThrow()
  expect(await mailboxMessages(at.database, address)).toEqual([])
})

test("a stage beyond opened, moved and finished shows once a lead releases it, and no longer than it lasts", async () => {
  const { address, report } = await told()
  const released = async () => (await mailboxState(at.database, address))[0]?.released
  for (const by of [lead, second]) await decide(report, "opened", { reason: "own" }, by)
  await decide(report, "assessed", { threat: "ppda", others: [], severity: "gross", persons: 1, grounds: [] })
  expect(await released()).toBeUndefined()
  await expect(decide(report, "stage-released", { stage: "investigating" })).rejects.toThrow(MayNotFollow)
  await decide(report, "stage-released", { stage: "assessing" })
  expect(await released()).toBe("assessing")
  await decide(report, "investigating")
  expect(await released()).toBeUndefined()
})

test("removed messages are out of the reporter's sight, and the team keeps them", async () => {
  const { address, report } = await told()
  await write(address, written(report))
  await removeMessages(at.database, address, [{ report, team: -1, reporter: 0 }])
  expect(await mailboxMessages(at.database, address)).toEqual([])
  const rows = await asKent((transaction) => transaction.select().from(message).where(eq(message.report, report)))
  expect(rows.map(({ removed }) => removed)).toEqual([true])
  expect(await write(address, written(report, 1))).toBe("stored")
})

test("a message that came while others were removed stays, the team's and the reporter's", async () => {
  const { address, report } = await told()
  await write(address, written(report))
  await decide(report, "opened", { reason: "own" })
  for (const number of [0, 1]) await decide(report, "messaged", { message: number }, lead, randomBytes(200))
  await write(address, written(report, 1))
  await removeMessages(at.database, address, [{ report, team: 0, reporter: 0 }])
  const left = await mailboxMessages(at.database, address)
  expect(left.map(({ from, number }) => [from, number])).toEqual([
    ["team", 1],
    ["reporter", 1],
  ])
})

test("an answer from a page that didn't show the reporter's last message leaves that unread", async () => {
  const { address, report } = await told()
  await decide(report, "opened", { reason: "own" })
  await write(address, written(report))
  await decide(report, "messaged", { message: 0 }, lead, randomBytes(200))
  expect((await rowOf(report))?.messageWaiting).toBe(true)
  await decide(report, "opened", { reason: "own" })
  expect((await rowOf(report))?.messageWaiting).toBe(false)
})

test("nobody has written to the reporter who gave nothing to read", async () => {
  const { report } = await told()
  await decide(report, "opened", { reason: "own" })
  await expect(decide(report, "messaged", {}, lead, randomBytes(200))).rejects.toThrow()
  await expect(decide(report, "messaged", { message: 0 })).rejects.toThrow()
  await decide(report, "messaged", { message: 0 }, lead, randomBytes(200))
})

test("a message that is written while its report changes hands is stored where the report is then", async () => {
  const { address, report } = await told()
  const { writing } = await asOwner(at.database, async (transaction) => {
    await transaction.execute(sql`update report set tenant = 'essex' where id = ${report}`)
    await transaction.execute(sql`update mailbox set holder = 'essex' where report = ${report}`)
    const writing = write(address, written(report))
    await expect.poll(() => somebodyWaits(transaction)).toBe(true)
    return { writing }
  })
  expect(await writing).toBe("stored")
  expect(await mailboxMessages(at.database, address)).toHaveLength(1)
})

const somebodyWaits = async (transaction: Connection) =>
  (await transaction.execute(sql`select from pg_locks where not granted`)).rows.length > 0

test("a thread moves with its report, and each copy of a report has a thread of its own", async () => {
  const copy = sampleReferral("essex")
  const { address, report } = await told({ referrals: [copy] })
  await write(address, written(report))
  await write(address, written(copy.id))
  await decide(report, "opened", { reason: "own" })
  await openDesks(at.database, ["national-desk"])
  await transferReport(at.database, "kent", {
    report,
    by: lead,
    to: "national-desk",
    generation: 1,
    wrap: randomBytes(2171),
  })
  expect(await asKent((transaction) => transaction.select().from(message).where(eq(message.report, report)))).toEqual(
    [],
  )
  expect((await mailboxMessages(at.database, address)).map((each) => each.report).toSorted()).toEqual(
    [report, copy.id].toSorted(),
  )
  expect(await write(address, written(report, 1))).toBe("stored")
})

test("a message to several teams is written to all of them, or to none", async () => {
  const copy = sampleReferral("essex")
  const { address, report } = await told({ referrals: [copy] })
  await write(address, written(copy.id))
  const toAll = [written(report), written(copy.id)]
  expect(await write(address, ...toAll)).toBe("taken")
  expect(await mailboxMessages(at.database, address)).toHaveLength(1)
  const again = [toAll[0] as NewMessage, written(copy.id, 1)]
  expect([await write(address, ...again), await write(address, ...again)]).toEqual(["stored", "same"])
  expect(await mailboxMessages(at.database, address)).toHaveLength(3)
  expect(await write(address, written(report, 1), written(randomUUID()))).toBe("none")
  expect(await mailboxMessages(at.database, address)).toHaveLength(3)
})

test("two of a desk who write at once don't take one place", async () => {
  const { report } = await told()
  await decide(report, "opened", { reason: "own" })
  await decide(report, "messaged", { message: 0 }, lead, randomBytes(200))
  await expect(decide(report, "messaged", { message: 0 }, second, randomBytes(200))).rejects.toThrow(SomebodyWasFirst)
})

test("nobody fills a desk: a reporter writes fifty messages a day at most, and the figures count none of them", async () => {
  const { address, report } = await told()
  const answers = []
  for (let number = 0; number <= 50; number++) answers.push(await write(address, written(report, number)))
  expect(answers.at(-1)).toBe("full")
  expect(new Set(answers.slice(0, 50))).toEqual(new Set(["stored"]))
  const { rows } = await asOwner(at.database, (transaction) => transaction.execute(sql`select * from recount()`))
  expect(rows).toEqual([])
})
