import { randomUUID } from "node:crypto"
import { asOwner } from "@candour/database/as.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { grantInbox, type InboxKey } from "@candour/sealing/inbox-key.ts"
import { openReport } from "@candour/sealing/open-report.ts"
import { newReceipt } from "@candour/sealing/receipt.ts"
import { NotForThisKey } from "@candour/sealing/refused.ts"
import { sealTold } from "@candour/sealing/seal-told.ts"
import { sealedFromStorage } from "@candour/sealing/sealed.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { type Member, type TestDesk, testDesk } from "../testing/test-desk.ts"
import { Call, type Told } from "./call.ts"
import type { Desk } from "./desk.ts"
import type { Found } from "./find.ts"

let desk: TestDesk
let handler: Member
beforeAll(async () => {
  desk = await testDesk()
  handler = await desk.join("national-desk", "handler", ["call-handler"])
})
afterAll(() => desk.close())

let inboxes: { kent: InboxKey; national: InboxKey }
let nationalLead: Member

const deskFor = async (asked: object) =>
  desk.post(handler, "/phone/desk", { force: "", found: "found", reader: "team", ...asked })
const eventsOf = async (id: string) => {
  const { rows } = await asOwner(desk.database, (transaction) =>
    transaction.execute<{ tenant: string; kind: string }>(
      sql`select tenant, kind from event where report = ${id} order by tenant <> 'national-desk', number`,
    ),
  )
  return rows.map(({ tenant, kind }) => `${tenant} ${kind}`)
}

test("nobody's key, nothing is taken; and a call handler's page needs none to be there", async () => {
  expect((await desk.get(handler, "/")).headers.get("location")).toBe("/phone")
  expect((await desk.get(handler, "/phone")).status).toBe(200)
  expect((await deskFor({})).status).toBe(503)
})

test("the telephone is there for the national desk's people, and for nobody else", async () => {
  nationalLead = await desk.join("national-desk", "lead.desk", ["lead"])
  const officer = await desk.join("national-desk", "officer.desk", ["officer"])
  const kent = await desk.join("kent", "lead.kent", ["lead"])
  inboxes = { national: await desk.open(nationalLead), kent: await desk.open(kent) }
  for (const who of [nationalLead, officer]) expect((await desk.get(who, "/phone")).status).toBe(200)
  expect((await desk.get(kent, "/phone")).status).toBe(404)
  for (const path of ["/phone/calls", "/phone/find", "/phone/desk"]) {
    expect((await desk.post(kent, path, { id: randomUUID() })).status).toBe(404)
  }
  const coordinator = await desk.join("national-desk", "coordinator", ["coordinator"])
  expect((await desk.get(coordinator, "/phone")).headers.get("location")).toBe("/sign-in?next=%2Fphone")
  expect((await desk.get(undefined, "/phone")).headers.get("location")).toBe("/sign-in?next=%2Fphone")
  expect((await desk.post(undefined, "/phone/calls", { id: randomUUID() })).status).toBe(401)
})

test("a call handler sees the telephone and nothing else", async () => {
  const report = await desk.tell(inboxes.national, { reason: "unknown" })
  const page = await (await desk.get(handler, "/phone")).text()
  expect(page).toContain('href="/phone"')
  expect(page).not.toContain('href="/people"')
  const reads = [
    "/people",
    "/open-desk",
    "/waiting",
    `/report/${report.id}`,
    `/report/${report.id}/sealed`,
    "/desks/kent",
  ]
  for (const path of reads) expect((await desk.get(handler, path)).status, path).toBe(404)
  const writes = [
    "/open-desk",
    `/people/${handler.person}/access`,
    `/report/${report.id}/open`,
    `/report/${report.id}/decide`,
    `/report/${report.id}/transfer`,
  ]
  for (const path of writes) expect((await desk.post(handler, path, { reason: "own" })).status, path).toBe(404)
  expect((await desk.decide(handler, report, 4, "taken")).status).toBe(404)
})

test("a call handler is granted no key", async () => {
  expect(await (await desk.get(nationalLead, "/people")).text()).not.toContain("Person handler")
  const sealed = toBase64url(await grantInbox(inboxes.national, handler.person, handler.recipient))
  const granted = { generation: 1, recipient: handler.recipient, sealed }
  expect((await desk.post(nationalLead, `/people/${handler.person}/access`, granted)).status).toBe(409)
})

test("a force is found by its name or a place, asked for among several, or said to be elsewhere", async () => {
  const find = async (hint: string) => (await (await desk.post(handler, "/phone/find", { hint })).json()) as Found
  expect((await find("Maidstone")).forces.map(({ tenant }) => tenant)).toEqual(["kent"])
  expect((await find("Newport")).forces.length).toBeGreaterThan(1)
  expect(await find("Police Scotland")).toMatchObject({
    forces: [],
    sentence: expect.stringContaining("isn’t one of ours"),
  })
  expect((await find("qqqqzzzz")).sentence).toContain("Nothing is called so")
  expect((await find("")).sentence).toContain("Type a force")
})

test("who reads is decided as for a reporter online", async () => {
  const to = async (asked: object) => (await (await deskFor(asked)).json()) as Desk
  expect(await to({ force: "kent" })).toMatchObject({
    tenant: "kent",
    reason: "found",
    recipient: inboxes.kent.recipient,
  })
  expect(await to({ force: "kent", found: "chosen" })).toMatchObject({ tenant: "kent", reason: "chosen" })
  const national = { tenant: "national-desk", recipient: inboxes.national.recipient }
  expect(await to({ force: "essex" })).toMatchObject({ ...national, routedTo: "essex", reason: "desk-not-open" })
  expect(await to({ force: "kent", reader: "standards-unit" })).toMatchObject({ ...national, reason: "standards-unit" })
  expect(await to({ force: "kent", reader: "chief-officer" })).toMatchObject({ ...national, reason: "chief-officer" })
  expect(await to({ force: "kent", reader: "desk" })).toMatchObject({ ...national, reason: "reporter-chose-desk" })
  expect(await to({})).toMatchObject({ ...national, reason: "unknown" })
  expect((await deskFor({ force: "narnia" })).status).toBe(400)
})

/** What a call handler's browser sends of a call to Kent. */
async function sealedForKent(id: string) {
  const { line, routedTo, reason, tenant, generation, recipient } = (await (
    await deskFor({ force: "kent" })
  ).json()) as Desk
  const said = { language: "cy", categories: ["partner"], danger: "soon", mayReply: "careful" } as const
  const receipt = newReceipt()
  const { report } = await sealTold(
    { id, receipt, tenant, recipient, referrals: [] },
    { account: "He read her number plate into his radio." },
    { ...said, line, routedTo, reason, channel: "phone" },
  )
  const { body, wrap, mailboxHash, digest } = report
  const bytes = { body, wrap, mailboxHash, digest }
  const sent = Object.fromEntries(Object.entries(bytes).map(([name, each]) => [name, toBase64url(each)]))
  return { ...said, tenant, generation, routedTo, reason, ...sent }
}

test("a call is counted, becomes Kent's report under the same id, and opens for Kent alone", async () => {
  const id = randomUUID()
  expect(await (await desk.post(handler, "/phone/calls", { id })).json()).toEqual({ answer: "stored" })
  expect(await (await desk.post(handler, "/phone/calls", { id })).json()).toEqual({ answer: "same" })
  const sealed = await sealedForKent(id)
  const send = (changes: object = {}) => desk.post(handler, `/phone/calls/${id}/report`, { ...sealed, ...changes })
  expect((await send({ note: "He rang from 07700 900123." })).status).toBe(400)
  expect((await send({ body: toBase64url(new TextEncoder().encode("in the clear")) })).status).toBe(400)
  expect((await send({ digest: "AAAA" })).status).toBe(400)
  expect(await (await send()).json()).toMatchObject({ answer: "stored", days: { cy: { openBy: expect.any(String) } } })
  expect(await (await send()).json()).toMatchObject({ answer: "same" })
  expect((await send({ digest: toBase64url(new Uint8Array(32)) })).status).toBe(409)
  expect(await eventsOf(id)).toEqual(["national-desk contacted", "kent reported", "kent routed"])

  const [row] = (
    await asOwner(desk.database, (transaction) =>
      transaction.execute<{ body: Uint8Array; wrapped: Uint8Array }>(sql`
        select b.body, w.wrapped from sealed_body b join wrap w using (tenant, report) where b.report = ${id}`),
    )
  ).rows
  const parts = [row?.wrapped, row?.body].map((bytes) => sealedFromStorage(new Uint8Array(bytes ?? [])))
  const open = (inbox: InboxKey) => {
    const [wrap, body] = parts
    if (!wrap || !body) throw new Error("nothing stored")
    return openReport(inbox.identity, { tenant: "kent", report: id }, wrap, body)
  }
  expect((await open(inboxes.kent)).body).toMatchObject({ language: "cy", mayReply: "careful" })
  await expect(open(inboxes.national)).rejects.toThrow(NotForThisKey)
  for (const who of [handler, nationalLead]) expect((await desk.get(who, `/report/${id}`)).status).toBe(404)
})

test("a key that has changed meanwhile is asked for anew", async () => {
  const id = randomUUID()
  const sealed = await sealedForKent(id)
  const answer = await desk.post(handler, `/phone/calls/${id}/report`, { ...sealed, generation: 2 })
  const said = { problem: "outdated", sentence: expect.stringContaining("lock has changed") }
  expect([answer.status, await answer.json()]).toEqual([409, said])
  expect(await eventsOf(id)).toEqual([])
})

test("a call that leaves no report ends once, by a code", async () => {
  const id = randomUUID()
  const end = async (why: string) => (await desk.post(handler, `/phone/calls/${id}/end`, { why })).status
  expect(await end("He rang from 07700 900123.")).toBe(400)
  expect(await end("silent")).toBe(200)
  expect(await end("silent")).toBe(200)
  expect(await end("crime")).toBe(409)
  expect(await eventsOf(id)).toEqual(["national-desk contacted", "national-desk call-ended"])
  expect((await desk.post(handler, "/phone/calls/1/end", { why: "silent" })).status).toBe(400)
})

test("a call whose digits are another report's leaves no call open, and is told under others", async () => {
  const [taken, first] = [randomUUID(), randomUUID()]
  const told: Told = {
    answers: { account: "He read her number plate into his radio." },
    counted: { language: "en", categories: [], danger: "no", mayReply: "yes" },
    destination: { force: "kent", found: "found", reader: "team" },
    withReceipt: true,
  }
  const hash: string[] = []
  vi.stubGlobal("fetch", (path: string, { body = "{}" }: { body?: string } = {}) => {
    const posted = JSON.parse(body)
    // The first report's hash is one that was used before, by chance.
    if (path.endsWith("/report") && hash.length > 0) posted.mailboxHash = hash.pop()
    return desk.post(handler, path, posted)
  })
  const other = await sealedForKent(taken)
  await desk.post(handler, `/phone/calls/${taken}/report`, other)
  hash.push((other as { mailboxHash?: string }).mailboxHash ?? "")
  vi.spyOn(crypto, "randomUUID").mockReturnValueOnce(first)
  const call = new Call()
  await call.count(() => undefined)
  await expect(call.send(told)).rejects.toMatchObject({ code: "conflict" })
  expect(await eventsOf(first)).toEqual(["national-desk contacted", "national-desk call-ended"])
  expect((await call.send(told)).receipt).toMatch(/^\d{20}$/)
  vi.unstubAllGlobals()
})

test("another site's page can't make a call", async () => {
  const crossSite = { "sec-fetch-site": "cross-site" }
  expect((await desk.post(handler, "/phone/calls", { id: randomUUID() }, crossSite)).status).toBe(403)
})
