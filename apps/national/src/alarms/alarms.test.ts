import { randomUUID } from "node:crypto"
import type { AcceptedReport } from "@candour/database/accept-report.ts"
import { acceptReport } from "@candour/database/accept-report.ts"
import { addEvent } from "@candour/database/add-event.ts"
import { asNational, asOwner, asTenant } from "@candour/database/as.ts"
import { connect, type Database } from "@candour/database/connect.ts"
import { MayNotFollow, SomebodyWasFirst } from "@candour/database/errors.ts"
import { playAt } from "@candour/database/play.ts"
import { alarm as alarmTable } from "@candour/database/schema.ts"
import { addPerson, openDesks, sampleReport } from "@candour/database/testing/sample-report.ts"
import { addDays, dayOf, systemClock } from "@candour/domain/day.ts"
import type { Role } from "@candour/domain/role.ts"
import { smtp } from "@candour/web/smtp.ts"
import { type MailServer, mailServer } from "@candour/web/testing/mail-server.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { mainText, tableOn } from "../testing/read-page.ts"
import { type TestNational, testNational } from "../testing/test-national.ts"
import { addEntry, type NewEntry } from "./add-entry.ts"
import { keepAlarms } from "./keep-alarms.ts"
import { entriesOf, findAlarm, openAlarms } from "./list-alarms.ts"
import { mailAlarms } from "./mail-alarms.ts"
import { lookAtDesks } from "./watch.ts"

const TODAY = dayOf(new Date())

let national: TestNational
let database: Database
let mails: MailServer
let waiting: AcceptedReport
let inDanger: AcceptedReport
let officer: string
let marsh: string
let rees: string
beforeAll(async () => {
  mails = await mailServer()
  national = await testNational(TODAY, {
    send: smtp(mails.url, "candour@national.example"),
    clock: systemClock,
  })
  database = national.database
  const { at } = national
  await openDesks(at.database, ["kent", "essex", "gwent", "national-desk"])
  const person = async (tenant: string, role: Role, mail: string) => {
    const id = await addPerson(at.database, tenant, [role])
    await asOwner(at.database, (transaction) =>
      transaction.execute(sql`update staff set mail = ${mail} where id = ${id}::uuid`),
    )
    return id
  }
  officer = await person("kent", "officer", "officer@kent.example")
  await person("kent", "lead", "lead@kent.example")
  await person("essex", "lead", "lead@essex.example")
  marsh = await person("national-desk", "coordinator", "marsh@national.example")
  rees = await person("national-desk", "coordinator", "rees@national.example")

  const played = connect({ ...at.address, connections: 1 })
  const tell = async (changes: Partial<AcceptedReport>, at: Date) => {
    await playAt(played, ["intake"], at)
    const report = sampleReport({ mayReply: "no", ...changes })
    await acceptReport(played, report, dayOf(at))
    return report
  }
  waiting = await tell({ tenant: "kent" }, new Date(`${addDays(TODAY, -20)}T10:00:00Z`))
  inDanger = await tell({ tenant: "essex", danger: "now" }, new Date(Date.now() - 3 * 3_600_000))
  await played.close()
})
afterAll(async () => {
  await mails.close()
  await national.close()
})

const standing = async () =>
  (await asNational(database, openAlarms)).map(({ tenant, what }) => `${tenant} ${what}`).toSorted()
const look = () => keepAlarms({ database, clock: systemClock })
const post = async (path: string, form: Record<string, string>) =>
  national.app.request(path, {
    method: "POST",
    headers: { cookie: await national.cookieOf(["coordinator"]), "sec-fetch-site": "same-origin" },
    body: new URLSearchParams(form),
  })
const page = async (path: string) =>
  (await national.app.request(path, { headers: { cookie: await national.cookieOf(["coordinator"]) } })).text()
const kents = async () => {
  const found = (await asNational(database, openAlarms)).find(
    ({ tenant, what }) => `${tenant} ${what}` === "kent unopened",
  )
  if (found === undefined) throw new Error("Kent has no alarm.")
  return found
}
const note = (by: string, entry: NewEntry) =>
  kents().then(({ tenant, number }) => addEntry(database, { desk: tenant, number }, by, entry))

test("a desk that stops is raised once, however many processes look at the same moment", async () => {
  const raised = await Promise.all([look(), look(), look(), look()])
  expect(raised.toSorted()).toEqual([0, 0, 0, 3])
  expect(await standing()).toEqual(["essex danger", "kent overdue", "kent unopened"])
  expect(await look()).toBe(0)
})

test("its leads and the coordinators are mailed once, with the desk’s name and nothing of any report", async () => {
  const send = smtp(mails.url, "candour@national.example")
  mails.refuses = () => true
  expect(await mailAlarms({ database, send })).toBe(0)
  mails.refuses = (address) => address === "rees@national.example"
  const sent = await Promise.all([mailAlarms({ database, send }), mailAlarms({ database, send })])
  // Three alarms, each to one lead and to the one coordinator whose mailbox takes it.
  expect(sent.toSorted()).toEqual([0, 6])
  await lookAtDesks({ database, clock: systemClock, send })
  expect(mails.got.map(({ to }) => to[0]).toSorted()).toEqual([
    "lead@essex.example",
    "lead@kent.example",
    "lead@kent.example",
    "marsh@national.example",
    "marsh@national.example",
    "marsh@national.example",
  ])
  const toKent = mails.got.filter(({ whole }) => whole.includes("Kent Police"))
  expect(toKent).toHaveLength(4)
  for (const { whole } of mails.got) {
    const words = whole.slice(whole.indexOf("Subject:")).replaceAll(/[\w.]+@[\w.]+/g, "")
    for (const secret of [waiting.id, inDanger.id, waiting.id.slice(0, 8), "danger", "unopened", "overdue", "http"])
      expect(words).not.toContain(secret)
  }
  expect((await kents()).mailed).toMatchObject({ leads: 1, coordinators: 1 })
})

test("one coordinator sees to it, notes a call and what was done, and hands it over; who and when is the database’s", async () => {
  await note(marsh, { kind: "taken", seen: 0 })
  await note(marsh, { kind: "taken", seen: 0 })
  await expect(note(rees, { kind: "taken", seen: 0 })).rejects.toThrow(SomebodyWasFirst)
  await expect(note(rees, { kind: "handed-over", seen: 1, colleague: rees })).rejects.toThrow(MayNotFollow)
  const rang = new Date(Date.now() - 60_000)
  await note(marsh, { kind: "rang", whom: "The lead", at: rang, told: "That reports wait.", said: "Two are ill." })
  await note(rees, { kind: "done", done: "New reports come to the national desk for a day." })
  await note(marsh, { kind: "handed-over", seen: 3, colleague: rees })
  const alarm = await kents()
  expect(alarm.owner?.person).toBe(rees)
  const entries = await asNational(database, (transaction) => entriesOf(transaction, alarm))
  expect(entries.map(({ kind, said, done }) => [kind, said ?? done])).toEqual([
    ["taken", null],
    ["rang", "Two are ill."],
    ["done", "New reports come to the national desk for a day."],
    ["handed-over", null],
  ])
  for (const { at } of entries) expect(Math.abs(Date.now() - at.getTime())).toBeLessThan(60_000)
})

test("nobody but a coordinator notes anything, or what is to come, and nobody takes anything back", async () => {
  await expect(note(officer, { kind: "taken", seen: 4 })).rejects.toThrow(MayNotFollow)
  await expect(note(randomUUID(), { kind: "done", done: "Nothing." })).rejects.toThrow(MayNotFollow)
  await expect(note(rees, { kind: "handed-over", seen: 4, colleague: officer })).rejects.toThrow(MayNotFollow)
  const tomorrow = new Date(Date.now() + 86_400_000)
  await expect(
    note(rees, { kind: "rang", whom: "The lead", at: tomorrow, told: "It.", said: undefined }),
  ).rejects.toThrow()
  await expect(addEntry(database, { desk: "gwent", number: 1 }, rees, { kind: "done", done: "It." })).rejects.toThrow(
    MayNotFollow,
  )
  const byOwner = (statement: ReturnType<typeof sql>) =>
    asOwner(national.at.database, (transaction) => transaction.execute(statement))
  const refused = { cause: expect.objectContaining({ message: "What was done about an alarm stays." }) }
  for (const statement of [
    sql`delete from alarm_entry`,
    sql`truncate alarm_entry`,
    sql`update alarm_entry set told = 'Nothing.' where kind = 'rang'`,
    sql`delete from alarm where number = 999 or number = 1`,
    sql`update alarm set raised = raised - interval '1 day'`,
    sql`update alarm set mailed = null, mailed_leads = null, mailed_coordinators = null`,
  ])
    await expect(byOwner(statement)).rejects.toMatchObject(refused)
})

test("the desk’s own people read that there is an alarm and what was told, and nothing else; another desk reads nothing", async () => {
  const as = (tenant: string, statement: ReturnType<typeof sql>) =>
    asTenant(national.at.database, tenant, async (transaction) => (await transaction.execute(statement)).rows)
  expect(await as("kent", sql`select kind, told from alarm_entry`)).toEqual([
    { kind: "rang", told: "That reports wait." },
  ])
  expect(await as("kent", sql`select distinct tenant from alarm`)).toEqual([{ tenant: "kent" }])
  for (const column of ["said", "done", "person"])
    await expect(as("kent", sql`select ${sql.identifier(column)} from alarm_entry`)).rejects.toThrow()
  expect(await as("gwent", sql`select tenant from alarm union all select tenant from alarm_entry`)).toEqual([])
  await expect(as("kent", sql`select * from overdue_clocks()`)).rejects.toThrow()
})

test("the page has what stands first, and an alarm’s page takes what is noted", async () => {
  const open = tableOn(await page("/alarms"), "Standing")
  expect(Object.keys(open)).toEqual(["Essex Police", "Kent Police"])
  expect(open["Essex Police"]?.["Seen to by"]).toContain("I see to this")
  const { number } = await kents()
  const address = `/alarms/kent/${number}`
  const html = mainText(await page(address))
  for (const said of [
    "rang The lead",
    "Told: That reports wait.",
    "They said: Two are ill.",
    "To 1 lead of the desk and 1 coordinator",
  ])
    expect(html).toContain(said)
  expect(html).not.toContain(waiting.id.slice(0, 8))

  const nothing = await post(`${address}/call`, { whom: "", time: "9", told: "I told them so.", said: "" })
  expect(nothing.status).toBe(422)
  const again = await nothing.text()
  expect(again).toContain("Enter whom you rang")
  expect(again).toContain("I told them so.")
  expect((await post(`${address}/take`, { seen: "0" })).status).toBe(409)
  expect((await post(`${address}/take`, { seen: "4" })).status).toBe(303)
  expect((await post(`${address}/done`, { done: "Asked again." })).status).toBe(303)
  expect(mainText(await page(address))).toContain("Asked again.")
  expect((await post("/alarms/kent/999/done", { done: "It." })).status).toBe(403)
  expect((await post("/alarms/kent/none/done", { done: "It." })).status).toBe(404)
})

test("an alarm ends by itself once the desk has done it, with all that was noted; the next is another", async () => {
  const { number } = await kents()
  await asTenant(national.at.database, "kent", (transaction) =>
    addEvent(transaction, {
      tenant: "kent",
      report: waiting.id,
      by: officer,
      codes: { kind: "opened", detail: { reason: "own" } },
    }),
  )
  await look()
  expect(await standing()).toEqual(["essex danger", "kent overdue"])
  const ended = await asNational(database, (transaction) => findAlarm(transaction, "kent", number))
  expect(ended?.ended).toBeInstanceOf(Date)
  expect(ended?.entries).toBe(6)
  expect(mainText(await page("/alarms"))).toMatch(/Ended .*Nobody opens reports/)
})

test("what alarms go by is a coordinator’s to change, and who changed it when is kept", async () => {
  const limits = { danger: "4", unopened: "5", overdue: "20", signIn: "3" }
  expect((await post("/alarms/limits", { ...limits, danger: "25" })).status).toBe(422)
  expect((await post("/alarms/limits", limits)).status).toBe(303)
  await look()
  expect(await standing()).toEqual([])
  expect(mainText(await page("/alarms/limits"))).toContain("C. Evans 4 hours 5 days 20 days 3 days")
  await expect(
    asNational(database, (transaction) =>
      transaction.execute(sql`select set_alarm_limits(${officer}::uuid, 1, 1, 1, 1)`),
    ),
  ).rejects.toThrow(MayNotFollow)
})

test("a coordinator gives their own address, or takes it back, and nobody else’s", async () => {
  expect((await post("/alarms/mail", { mail: "not one" })).status).toBe(422)
  expect((await post("/alarms/mail", { mail: "Evans@National.example" })).status).toBe(303)
  await expect(
    asNational(database, (transaction) =>
      transaction.execute(sql`select set_coordinator_mail(${officer}::uuid, 'thief@elsewhere.example')`),
    ),
  ).rejects.toThrow(MayNotFollow)
  const stored = await asOwner(national.at.database, (transaction) =>
    transaction.execute(sql`select mail from staff where mail like 'evans@%' or mail like 'thief@%'`),
  )
  expect(stored.rows).toEqual([{ mail: "evans@national.example" }])
})

test("where no mail server is set up the page says so, and nothing is mailed", async () => {
  const without = await testNational(TODAY)
  const cookie = await without.cookieOf(["coordinator"])
  const html = await (await without.app.request("/alarms", { headers: { cookie } })).text()
  expect(mainText(html)).toContain("Nobody is mailed: no mail server is set up.")
  expect(
    await without.database.transaction("national", (transaction) => transaction.select().from(alarmTable)),
  ).toEqual([])
  await without.close()
})
