import { asOwner } from "@candour/database/as.ts"
import { createSessions } from "@candour/identity/sessions.ts"
import { signDecision } from "@candour/sealing/decision.ts"
import { bytesOf, toBase64url } from "@candour/sealing/encoding.ts"
import type { InboxKey } from "@candour/sealing/inbox-key.ts"
import { sealUnder } from "@candour/sealing/report-key.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { kentAndEssex, type Member, type TestDesk, type ToldReport } from "./testing/test-desk.ts"

let desk: TestDesk
let lead: Member
let officer: Member
let essex: Member
let inbox: InboxKey
beforeAll(async () => {
  ;({ desk, lead, officer, essex, inbox } = await kentAndEssex())
})
afterAll(() => desk.close())

/** The number and kind of each event of a report, as the database has them. */
const eventsOf = async ({ id }: ToldReport) =>
  (
    await asOwner(desk.database, (transaction) =>
      transaction.execute<{ kind: string }>(sql`select kind from event where report = ${id}::uuid order by number`),
    )
  ).rows.map(({ kind }) => kind)

/** A decision with words, as a browser would post it. */
async function noteOf(who: Member, report: ToldReport, number: number, words: string) {
  const place = { tenant: who.tenant, report: report.id, part: "event", number }
  const sealed = await sealUnder(report.key, place, bytesOf(words))
  const detail = { nature: "fact" }
  const decision = { tenant: who.tenant, report: report.id, number, kind: "noted", detail, words: sealed }
  return {
    number,
    kind: "noted",
    detail,
    words: toBase64url(sealed),
    signature: toBase64url(signDecision(who.key, decision)),
  }
}

const ARRIVED = ["contacted", "reported", "routed"]

test("a tampered cookie: with any one byte of it changed, it opens nothing", async () => {
  const [name = "", id = ""] = officer.cookie.split("=")
  expect((await desk.get(officer, "/queue")).status).toBe(200)
  for (let at = 0; at < id.length; at += 1) {
    const changed = `${id.slice(0, at)}${id[at] === "a" ? "b" : "a"}${id.slice(at + 1)}`
    const answer = await desk.get({ ...officer, cookie: `${name}=${changed}` }, "/queue")
    expect([at, answer.status, answer.headers.get("location")]).toEqual([at, 302, "/sign-in?next=%2Fqueue"])
  }
  for (const cookie of [`${name}=`, `${name}=${id}${id}`, `${name}=${id}; ${name}=x`.split("; ")[1] ?? ""])
    expect((await desk.get({ ...officer, cookie }, "/queue")).status).toBe(302)
})

test("another’s cookie: whoever sends Essex’s gets Essex’s desk, and nothing of Kent’s", async () => {
  const report = await desk.tell(inbox)
  const asEssex = { ...officer, cookie: essex.cookie }
  expect((await desk.get(asEssex, `/report/${report.id}`)).status).toBe(404)
  expect((await desk.post(asEssex, `/report/${report.id}/open`, { reason: "own" })).status).toBe(404)
  expect((await desk.get(asEssex, `/report/${report.id}/sealed`)).status).toBe(409) // nothing opened, as for any id
  // Kent's officer's decision in Essex's session: the signature isn't of whoever is signed in.
  const own = await noteOf(officer, report, 4, "Planted.")
  expect((await desk.post(asEssex, `/report/${report.id}/decide`, own)).status).toBe(422)
  expect(await eventsOf(report)).toEqual(ARRIVED)
})

test("the other app’s cookie: its name isn’t ours, and a session of somebody who works there opens nothing here", async () => {
  const [, id = ""] = officer.cookie.split("=")
  expect((await desk.get({ ...officer, cookie: `candour-national=${id}` }, "/queue")).status).toBe(302)
  const coordinator = await desk.join("national-desk", "coordinator.desk", ["coordinator"])
  const theirs = await createSessions(desk.database).start(coordinator.person, new Uint8Array(32))
  for (const path of ["/", "/queue", "/people", "/unit", "/settings", "/sessions", "/session-key"])
    expect((await desk.get({ ...coordinator, cookie: `candour-triage=${theirs}` }, path)).status).toBe(302)
})

test("a replayed form: the same decision posted again is recorded once, and answered as what it is", async () => {
  const report = await desk.tell(inbox)
  await desk.post(officer, `/report/${report.id}/open`, { reason: "own" })
  const note = await noteOf(officer, report, 5, "She was on shift.")
  const post = (who: Member, body: unknown) => desk.post(who, `/report/${report.id}/decide`, body)
  const answers = await Promise.all([post(officer, note), post(officer, note), post(officer, note)])
  expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual(Array(3).fill({ recorded: 5 }))
  expect(await eventsOf(report)).toEqual([...ARRIVED, "opened", "noted"])

  // At another number, at another report or by a colleague, what was signed fits nothing.
  expect((await post(officer, { ...note, number: 6 })).status).toBe(422)
  expect((await post(lead, note)).status).toBe(422)
  const other = await desk.tell(inbox)
  await desk.post(officer, `/report/${other.id}/open`, { reason: "own" })
  expect((await desk.post(officer, `/report/${other.id}/decide`, note)).status).toBe(422)
  expect(await eventsOf(report)).toEqual([...ARRIVED, "opened", "noted"])
  expect(await eventsOf(other)).toEqual([...ARRIVED, "opened"])
})

test("a forged form of another site: refused wherever it says that it comes from, and where it doesn’t say", async () => {
  const report = await desk.tell(inbox)
  await desk.post(officer, `/report/${report.id}/open`, { reason: "own" })
  const note = await noteOf(officer, report, 5, "Forged.")
  const from = (headers: Record<string, string>) => desk.post(officer, `/report/${report.id}/decide`, note, headers)
  const elsewhere: Record<string, string>[] = [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" }, // another port or another name of the same site
    { "sec-fetch-site": "cross-site", "content-type": "text/plain" },
    { "sec-fetch-site": "same-site", "content-type": "application/x-www-form-urlencoded" },
    { "sec-fetch-site": "", origin: "https://evil.test" },
    { "sec-fetch-site": "", origin: "null" },
  ]
  for (const headers of elsewhere) expect([headers, (await from(headers)).status]).toEqual([headers, 403])
  for (const path of ["/settings", "/settings/mail", "/queue/views", "/sessions/end", "/sign-out"]) {
    const answer = await desk.post(officer, path, {}, { "sec-fetch-site": "cross-site" })
    expect([path, answer.status]).toEqual([path, 403])
  }
  expect(await eventsOf(report)).toEqual([...ARRIVED, "opened"])
  expect((await desk.get(officer, "/queue")).status).toBe(200) // still signed in
  expect((await from({})).status).toBe(200)
})

test("an opening rolled back: where it can’t be recorded nothing is handed out, and nothing ever without its record", async () => {
  const report = await desk.tell(inbox)
  const sealed = () => desk.get(officer, `/report/${report.id}/sealed`)
  expect((await sealed()).status).toBe(409)

  await asOwner(desk.database, async (transaction) => {
    await transaction.execute(sql`create function disk_full() returns trigger language plpgsql as
      $$ begin raise exception 'No space left on device' using errcode = '53100'; end $$`)
    await transaction.execute(sql`create trigger disk_full after insert on event for each row
      when (new.kind = 'opened') execute function disk_full()`)
  })
  const opened = await desk.post(officer, `/report/${report.id}/open`, { reason: "own" })
  expect(opened.status).toBeGreaterThanOrEqual(500)
  expect((await sealed()).status).toBe(409)
  expect(await eventsOf(report)).toEqual(ARRIVED)

  await asOwner(desk.database, (transaction) => transaction.execute(sql`drop trigger disk_full on event`))
  await desk.post(officer, `/report/${report.id}/open`, { reason: "own" })
  expect((await sealed()).status).toBe(200)
  expect(await eventsOf(report)).toEqual([...ARRIVED, "opened"])
  // A colleague's opening is no one else's, and it lasts a minute.
  expect((await desk.get(lead, `/report/${report.id}/sealed`)).status).toBe(409)
})

test("a session stolen and ended: the copy reads as long as it lasts, and not one thing after", async () => {
  const report = await desk.tell(inbox)
  const thief = { ...officer } // the same cookie, in another browser
  await desk.post(thief, `/report/${report.id}/open`, { reason: "own" })
  expect((await desk.get(thief, `/report/${report.id}/sealed`)).status).toBe(200)
  // What was read is on record under the officer's name, where they and a lead see it.
  expect(await (await desk.get(lead, "/unit")).text()).toContain("Person officer.kent")
  expect(await (await desk.get(officer, "/sessions")).text()).toContain("This one")

  expect((await desk.postForm(officer, "/sessions/end", {})).headers.get("location")).toBe("/sign-in")
  for (const path of ["/", "/queue", "/search", `/report/${report.id}`, `/report/${report.id}/sealed`, "/session-key"])
    expect((await desk.get(thief, path)).status).toBe(302)
  for (const path of ["open", "decide", "draft", "here", "title"])
    expect((await desk.post(thief, `/report/${report.id}/${path}`, { reason: "own" })).status).toBe(401)
  expect(await eventsOf(report)).toEqual([...ARRIVED, "opened"])
})
