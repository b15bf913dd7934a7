import { asOwner } from "@candour/database/as.ts"
import { addPerson, openDesks, storeSample } from "@candour/database/testing/sample-report.ts"
import { type TestDatabase, testDatabase } from "@candour/database/testing/test-database.ts"
import { sql } from "drizzle-orm"
import { SMTPServer } from "smtp-server"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { MAIL, type MorningMail, sendMorningMails } from "./morning-mail.ts"
import { smtp } from "./smtp.ts"

/** Each mail as the server got it, whole, with its envelope. */
const got: { to: string[]; whole: string }[] = []
let refuses = false
let refused = ""
let server: SMTPServer
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
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on("data", (part) => parts.push(part))
      stream.on("end", () => {
        if (refuses || session.envelope.rcptTo.some((each) => each.address === refused))
          return done(new Error("The mailbox is full."))
        const to = session.envelope.rcptTo.map(({ address: each }) => each)
        got.push({ to, whole: Buffer.concat(parts).toString() })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.server.address() as { port: number }
  const send = smtp(`smtp://127.0.0.1:${port}`, "candour@desk.example")
  mail = { database: at.database, tenants: ["kent", "essex"], send }
})
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve))
  await at.close()
})
beforeEach(async () => {
  got.length = 0
  refuses = false
  await asOwner(at.database, (transaction) => transaction.execute(sql`delete from morning_mail`))
})

const on = (moment: string) => sendMorningMails({ ...mail, clock: { now: () => new Date(moment) } })
/** A Tuesday in winter: 7:30 in London is 7:30 UTC. */
const MORNING = "2026-11-24T07:31:00Z"

test("says to whom a desk's work waits for that there is work, once, and nothing else", async () => {
  const { id } = await storeSample(at.database)
  expect(await on(MORNING)).toBe(1)
  expect(await on(MORNING)).toBe(0)
  expect(got.map(({ to }) => to)).toEqual([["lead@kent.example"]])
  const [{ whole } = { whole: "" }] = got
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
  refuses = true
  expect(await on(MORNING)).toBe(0)
  refuses = false
  const sent = await Promise.all([on(MORNING), on(MORNING)])
  expect(sent.toSorted()).toEqual([0, 1])
  expect(got).toHaveLength(1)
})

test("where one address is refused, the others get their mail once", async () => {
  const other = await addPerson(at.database, "kent", ["officer"])
  await asOwner(at.database, (transaction) =>
    transaction.execute(sql`update staff set mail = 'gone@kent.example' where id = ${other}::uuid`),
  )
  refused = "gone@kent.example"
  expect(await on(MORNING)).toBe(1)
  expect(await on(MORNING)).toBe(0)
  expect(got.map(({ to }) => to)).toEqual([["lead@kent.example"]])
})

test("work that comes after the hour waits for the next morning: no mail says when a report came", async () => {
  expect(await on(MORNING.replace("07:31", "08:31"))).toBe(0)
  await on(MORNING)
  expect(got.flatMap(({ to }) => to)).not.toContain("lead@essex.example")
  await storeSample(at.database, { tenant: "essex" })
  expect(await on(MORNING)).toBe(0)
})
