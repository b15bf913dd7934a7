import { asOwner } from "@candour/database/as.ts"
import { addPerson, openDesks, storeSample } from "@candour/database/testing/sample-report.ts"
import { type TestDatabase, testDatabase } from "@candour/database/testing/test-database.ts"
import { smtp } from "@candour/web/smtp.ts"
import { type MailServer, mailServer } from "@candour/web/testing/mail-server.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { MAIL, type MorningMail, sendMorningMails } from "./morning-mail.ts"

let server: MailServer
let at: TestDatabase
let mail: Omit<MorningMail, "clock">
beforeAll(async () => {
  at = await testDatabase()
  await openDesks(at.database, ["kent", "essex"])
  const address = (tenant: string, person: string, to: string | null) =>
    asOwner(at.database, (transaction) =>
      transaction.execute(sql`update staff set mail = ${to} where tenant = ${tenant} and id = ${person}::uuid`),
    )
  await address("kent", await addPerson(at.database, "kent", ["lead"]), "lead@kent.example")
  await address("kent", await addPerson(at.database, "kent", ["officer"]), null)
  await address("essex", await addPerson(at.database, "essex", ["lead"]), "lead@essex.example")
  server = await mailServer()
  const send = smtp(server.url, "candour@desk.example")
  mail = { database: at.database, tenants: ["kent", "essex"], send }
})
afterAll(async () => {
  await server.close()
  await at.close()
})
beforeEach(async () => {
  server.got.length = 0
  server.refuses = () => false
  await asOwner(at.database, (transaction) => transaction.execute(sql`delete from morning_mail`))
})

const on = (moment: string) => sendMorningMails({ ...mail, clock: { now: () => new Date(moment) } })
/** A Tuesday in winter: 7:30 in London is 7:30 UTC. */
const MORNING = "2026-11-24T07:31:00Z"

test("says to whom a desk's work waits for that there is work, once, and nothing else", async () => {
  const { id } = await storeSample(at.database)
  expect(await on(MORNING)).toBe(1)
  expect(await on(MORNING)).toBe(0)
  expect(server.got.map(({ to }) => to)).toEqual([["lead@kent.example"]])
  const [{ whole } = { whole: "" }] = server.got
  expect(whole).toContain(`Subject: ${MAIL.subject}`)
  for (const secret of [id, id.slice(0, 8), "Kent", "partner", "http"]) expect(whole).not.toContain(secret)
  expect(whole.replaceAll("kent.example", "")).not.toMatch(/\d+ report|danger|overdue/i)
})

test("nothing goes before the hour, in summer time too, on a Saturday or on a bank holiday", async () => {
  await storeSample(at.database)
  for (const early of ["2026-11-24T07:29:00Z", "2026-07-07T06:29:00Z", "2026-11-28T09:00:00Z", "2026-12-25T09:00:00Z"])
    expect([early, await on(early)]).toEqual([early, 0])
  expect(await on("2026-07-07T06:31:00Z")).toBe(1)
})

test("a mail that can't be handed over is tried again, and two processes send one", async () => {
  await storeSample(at.database)
  server.refuses = () => true
  expect(await on(MORNING)).toBe(0)
  server.refuses = () => false
  const sent = await Promise.all([on(MORNING), on(MORNING)])
  expect(sent.toSorted()).toEqual([0, 1])
  expect(server.got).toHaveLength(1)
})

test("where one address is refused, the others get their mail once", async () => {
  const other = await addPerson(at.database, "kent", ["officer"])
  await asOwner(at.database, (transaction) =>
    transaction.execute(sql`update staff set mail = 'gone@kent.example' where id = ${other}::uuid`),
  )
  server.refuses = (address) => address === "gone@kent.example"
  expect(await on(MORNING)).toBe(1)
  expect(await on(MORNING)).toBe(0)
  expect(server.got.map(({ to }) => to)).toEqual([["lead@kent.example"]])
})

test("work that comes after the hour waits for the next morning: no mail says when a report came", async () => {
  expect(await on(MORNING.replace("07:31", "08:31"))).toBe(0)
  await on(MORNING)
  expect(server.got.flatMap(({ to }) => to)).not.toContain("lead@essex.example")
  await storeSample(at.database, { tenant: "essex" })
  expect(await on(MORNING)).toBe(0)
})
