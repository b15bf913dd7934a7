import { asOwner } from "@candour/database/as.ts"
import { transferReport } from "@candour/database/transfer-report.ts"
import { signDecision } from "@candour/sealing/decision.ts"
import { bytesOf, fromBase64url, toBase64url } from "@candour/sealing/encoding.ts"
import type { InboxKey } from "@candour/sealing/inbox-key.ts"
import { sealUnder } from "@candour/sealing/report-key.ts"
import { sealedFromStorage } from "@candour/sealing/sealed.ts"
import { openTitle, sealTitle, titleKeyOf } from "@candour/sealing/title.ts"
import { wrapKey } from "@candour/sealing/wrap.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { HandedOut } from "../report/open-report.ts"
import { kentAndEssex, type Member, type TestDesk, type ToldReport } from "../testing/test-desk.ts"

let desk: TestDesk
let lead: Member
let officer: Member
let auditor: Member
let essex: Member
let inbox: InboxKey
let essexInbox: InboxKey
beforeAll(async () => {
  ;({ desk, lead, officer, essex, inbox, essexInbox } = await kentAndEssex())
  auditor = await desk.join("kent", "auditor.kent", ["auditor"])
  await desk.giveAccess(lead, auditor, inbox)
})
afterAll(() => desk.close())

const open = (who: Member, { id }: ToldReport, reason = "own") => desk.post(who, `/report/${id}/open`, { reason })
const at = ({ id }: ToldReport) => ({ tenant: "kent", report: id })

async function give(who: Member, report: ToldReport, title: string): Promise<Response> {
  const sealed = await sealTitle(titleKeyOf(inbox, report.id), at(report), title)
  return desk.post(who, `/report/${report.id}/title`, { sealed: toBase64url(sealed), generation: 1 })
}

/** The title as `who` is handed it with the report that they have opened; undefined where they are handed nothing. */
const titleOf = async (who: Member, { id }: ToldReport) =>
  ((await (await desk.get(who, `/report/${id}/sealed`)).json()) as Partial<HandedOut>).title

test("whoever has opened a report titles it, and the queue carries the title sealed", async () => {
  const report = await desk.tell(inbox)
  expect((await give(officer, report, "Number plates")).status).toBe(422)
  await open(officer, report)
  expect((await give(officer, report, "Number plates")).status).toBe(200)
  await open(lead, report)
  const { sealed = "" } = (await titleOf(lead, report)) ?? {}
  expect(await openTitle(titleKeyOf(inbox, report.id), at(report), sealedFromStorage(fromBase64url(sealed)))).toBe(
    "Number plates",
  )
  const queue = await (await desk.get(lead, "/queue")).text()
  expect(queue).toContain(sealed)
  expect(queue).not.toContain("Number plates")
  expect((await desk.post(officer, `/report/${report.id}/title`, {})).status).toBe(200)
  expect(await titleOf(lead, report)).toEqual({})
})

test("plain words, another desk and an auditor set none", async () => {
  const report = await desk.tell(inbox)
  await open(officer, report)
  const plain = { sealed: toBase64url(bytesOf("Number plates")), generation: 1 }
  expect((await desk.post(officer, `/report/${report.id}/title`, plain)).status).toBe(400)
  await open(auditor, report)
  expect((await give(auditor, report, "Number plates")).status).toBe(422)
  expect((await give(essex, report, "Number plates")).status).toBe(404)
  expect((await open(essex, report)).status).toBe(404)
  expect(await titleOf(essex, report)).toBeUndefined()
})

test("a title doesn't move with its report", async () => {
  const report = await desk.tell(inbox)
  await open(lead, report)
  await give(lead, report, "Number plates")
  const wrap = await wrapKey(essexInbox.recipient, { tenant: "kent", report: report.id }, report.key)
  await transferReport(desk.database, "kent", {
    report: report.id,
    by: lead.person,
    to: "essex",
    generation: 1,
    wrap,
  })
  expect((await desk.get(lead, `/report/${report.id}/sealed`)).status).toBe(404)
  await open(essex, report)
  expect(await titleOf(essex, report)).toEqual({})
  expect(await (await desk.get(essex, "/queue?view=accept")).text()).toContain(
    "Came from Kent Police: accept or return",
  )
})

test("a report that is restricted without a title of its own loses the one that the whole desk could open", async () => {
  const report = await desk.tell(inbox)
  await open(lead, report)
  await give(lead, report, "Number plates")
  await asOwner(desk.database, (transaction) =>
    transaction.execute(sql`insert into event (tenant, report, kind, person, detail) values ('kent', ${report.id},
      'restricted', ${lead.person}, ${JSON.stringify({ to: [lead.person, auditor.person] })})`),
  )
  expect(await titleOf(lead, report)).toEqual({})
  expect((await give(lead, report, "Number plates")).status).toBe(422)
  const sealed = toBase64url(await sealTitle(report.key, at(report), "Number plates"))
  expect((await desk.post(officer, `/report/${report.id}/title`, { sealed })).status).toBe(422)
  expect((await desk.post(lead, `/report/${report.id}/title`, { sealed })).status).toBe(200)
  const queue = await (await desk.get(officer, "/queue")).text()
  expect(queue).toContain("Restricted")
  expect(queue).not.toContain(sealed)
})

test("a title goes along as a report is restricted, and as that is lifted, under the key of those who may open it", async () => {
  const report = await desk.tell(inbox)
  await open(lead, report)
  await give(lead, report, "Number plates")
  const place = (number: number) => ({ tenant: "kent", report: report.id, part: "event" as const, number })
  const sealedTitle = async (key: Parameters<typeof sealTitle>[0]) =>
    toBase64url(await sealTitle(key, at(report), "Number plates"))
  const send = async (way: string, kind: string, number: number, detail: object, keys: object) => {
    const words = await sealUnder(report.key, place(number), bytesOf("A colleague."))
    const decision = { tenant: "kent", report: report.id, number, kind, detail, words }
    const signed = { number, words: toBase64url(words), signature: toBase64url(signDecision(lead.key, decision)) }
    return desk.post(lead, `/report/${report.id}/${way}`, { ...signed, ...keys })
  }
  const wrapFor = async (recipient: string) =>
    toBase64url(await wrapKey(recipient, { tenant: "kent", report: report.id }, report.key))

  const to = [lead.person, officer.person]
  const wraps = [
    { person: lead.person, wrap: await wrapFor(lead.recipient) },
    { person: officer.person, wrap: await wrapFor(officer.recipient) },
  ]
  const own = await sealedTitle(report.key)
  const plain = toBase64url(bytesOf("Number plates"))
  expect((await send("restrict", "restricted", 5, { to }, { to: wraps, title: plain })).status).toBe(400)
  expect((await send("restrict", "restricted", 5, { to }, { to: wraps, title: own })).status).toBe(200)
  expect(await titleOf(lead, report)).toEqual({ sealed: own })
  expect(await (await desk.get(officer, "/queue")).text()).not.toContain(own)

  const desks = await sealedTitle(titleKeyOf(inbox, report.id))
  const lifted = { generation: 1, wrap: await wrapFor(inbox.recipient), title: desks }
  expect((await send("unrestrict", "unrestricted", 6, {}, lifted)).status).toBe(200)
  expect(await titleOf(lead, report)).toEqual({ sealed: desks, generation: 1 })
  expect(await (await desk.get(officer, "/queue")).text()).toContain(desks)
})
