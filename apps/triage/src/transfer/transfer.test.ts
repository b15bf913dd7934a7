import { randomUUID } from "node:crypto"
import { asOwner, asTenant } from "@candour/database/as.ts"
import { keysAt, transferReport } from "@candour/database/transfer-report.ts"
import { signDecision } from "@candour/sealing/decision.ts"
import { bytesOf, fromBase64url, toBase64url } from "@candour/sealing/encoding.ts"
import type { InboxKey } from "@candour/sealing/inbox-key.ts"
import { openReport } from "@candour/sealing/open-report.ts"
import { referralThreadKey } from "@candour/sealing/receipt.ts"
import { sealUnder } from "@candour/sealing/report-key.ts"
import { sealCopy } from "@candour/sealing/seal-copy.ts"
import { sealedFromStorage, secretFrom } from "@candour/sealing/sealed.ts"
import { wrapKey } from "@candour/sealing/wrap.ts"
import { type SQL, sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { HandedOut } from "../report/open-report.ts"
import { kentAndEssex, type Member, type TestDesk, type ToldReport } from "../testing/test-desk.ts"

let desk: TestDesk
let lead: Member
let officer: Member
let second: Member
let essex: Member
let essexAuditor: Member
let inbox: InboxKey
let essexInbox: InboxKey
beforeAll(async () => {
  ;({ desk, lead, officer, essex, inbox, essexInbox } = await kentAndEssex())
  second = await desk.join("kent", "second.kent", ["officer"])
  await desk.giveAccess(lead, second, inbox)
  essexAuditor = await desk.join("essex", "auditor.essex", ["auditor"])
  await desk.giveAccess(essex, essexAuditor, essexInbox)
})
afterAll(() => desk.close())

const open = (who: Member, { id }: ToldReport) => desk.post(who, `/report/${id}/open`, { reason: "own" })
const page = async (who: Member, id: string) => (await desk.get(who, `/report/${id}`)).text()
const sentence = async (answer: Response) => ((await answer.json()) as { sentence: string }).sentence
const handedOut = async (who: Member, id: string) => {
  await desk.post(who, `/report/${id}/open`, { reason: "other" })
  return (await (await desk.get(who, `/report/${id}/sealed`)).json()) as HandedOut
}
const opens = (identity: string, handed: HandedOut, id: string) =>
  openReport(
    identity,
    { tenant: handed.sealedFor, report: id },
    sealedFromStorage(fromBase64url(handed.wraps[0]?.wrapped ?? "")),
    sealedFromStorage(fromBase64url(handed.body)),
  )

interface KeyDecision {
  kind: string
  detail?: unknown
  number: number
}

/** Posts a decision that seals the report's key, as a browser would. */
async function send(who: Member, report: ToldReport, way: string, decision: KeyDecision, keys: object) {
  const { kind, detail = {}, number } = decision
  const place = { tenant: who.tenant, report: report.id, part: "event", number }
  const words = await sealUnder(report.key, place, bytesOf("Because."))
  const signature = signDecision(who.key, { tenant: who.tenant, report: report.id, number, kind, detail, words })
  const sent = { number, words: toBase64url(words), signature: toBase64url(signature) }
  return desk.post(who, `/report/${report.id}/${way}`, { ...sent, ...keys })
}
const wrapFor = async (recipient: string, report: ToldReport) =>
  toBase64url(await wrapKey(recipient, { tenant: report.tenant, report: report.id }, report.key))

test("what came by mistake goes back whole, until somebody accepts it", async () => {
  const report = await desk.tell(inbox)
  await open(lead, report)
  const there = { to: "essex", generation: 1, wrap: await wrapFor(essexInbox.recipient, report) }
  const moved = await send(lead, report, "transfer", { kind: "transferred", detail: { to: "essex" }, number: 5 }, there)
  expect(moved.status).toBe(200)
  expect(await page(essex, report.id)).toContain("Accept it at this desk")
  expect(await page(essex, report.id)).toContain("Give it back to Kent Police")

  await open(essex, report)
  const detail = { to: "kent", returned: true }
  const back = { ...detail, generation: 1, wrap: await wrapFor(inbox.recipient, report) }
  const returned = await send(essex, report, "transfer", { kind: "transferred", detail, number: 3 }, back)
  expect(returned.status).toBe(200)
  expect(await page(essex, report.id)).toContain("Returned to Kent Police")
  expect((await opens(inbox.identity, await handedOut(officer, report.id), report.id)).body.answers.account).toContain(
    "number plate",
  )

  const accepted = await desk.decide(officer, report, 8, "accepted")
  expect(accepted.status).toBe(200)
  await open(lead, report)
  const again = { to: "essex", returned: true }
  const late = await send(
    lead,
    report,
    "transfer",
    { kind: "transferred", detail: again, number: 10 },
    { ...again, generation: 1, wrap: there.wrap },
  )
  expect(await sentence(late)).toBe("This report wasn’t handed here by that desk, or was accepted already.")
})

test("a second force opens a copy of its own, in a thread of its own, and the contact counts once", async () => {
  const report = await desk.tell(inbox)
  const handed = await handedOut(lead, report.id)
  const { body } = await opens(inbox.identity, handed, report.id)
  const id = randomUUID()
  const copy = await sealCopy(body, { id, tenant: "essex", recipient: essexInbox.recipient })
  const contacts = () =>
    asOwner(desk.database, async (transaction) => {
      const { rows } = await transaction.execute<{ contacts: number }>(
        sql`select coalesce(sum(count), 0)::integer as contacts from cube where measure = 'contact'`,
      )
      return rows[0]?.contacts
    })
  const before = await contacts()
  const wordsThere = toBase64url(
    await sealUnder(copy.key, { tenant: "essex", report: id, part: "event", number: 1 }, bytesOf("Because.")),
  )
  const parts = { body: toBase64url(copy.body), wrap: toBase64url(copy.wrap), wordsThere }
  const referred = await send(
    lead,
    report,
    "refer",
    { kind: "referred", detail: { to: "essex" }, number: 5 },
    { to: "essex", generation: 1, id, ...parts },
  )
  expect(referred.status).toBe(200)
  expect(await page(lead, report.id)).toContain("Referred a copy to Essex Police")
  expect(await contacts()).toBe(before)

  const theirs = await opens(essexInbox.identity, await handedOut(essex, id), id)
  expect(theirs.body.answers).toEqual(body.answers)
  expect(theirs.body.thread).toBe(toBase64url(referralThreadKey(secretFrom(fromBase64url(body.thread)), id)))
  await expect(opens(inbox.identity, handed, id)).rejects.toThrow()
})

test("a restricted report opens for the people named, with their own keys, and for nobody else", async () => {
  const report = await desk.tell(inbox)
  await open(lead, report)
  const named = [lead, officer]
  const to = await Promise.all(
    named.map(async ({ person, recipient }) => ({ person, wrap: await wrapFor(recipient, report) })),
  )
  const decision = { kind: "restricted", detail: { to: named.map(({ person }) => person) }, number: 5 }
  expect((await send(lead, report, "restrict", decision, { to: to.slice(0, 1) })).status).toBe(400)
  expect((await send(lead, report, "restrict", decision, { to })).status).toBe(200)

  expect(await sentence(await open(second, report))).toBe(
    "This report is restricted to named people, and you aren’t one of them.",
  )
  const handed = await handedOut(officer, report.id)
  expect(handed.wraps.map(({ holder }) => holder)).toEqual([officer.person])
  expect((await opens(officer.key.identity, handed, report.id)).body.answers.account).toContain("number plate")

  const lifted = { generation: 1, wrap: await wrapFor(inbox.recipient, report) }
  const byOfficer = await send(officer, report, "unrestrict", { kind: "unrestricted", number: 7 }, lifted)
  expect(await sentence(byOfficer)).toBe("Only a lead can decide this.")
  expect((await send(lead, report, "unrestrict", { kind: "unrestricted", number: 7 }, lifted)).status).toBe(200)
  const again = await handedOut(second, report.id)
  expect((await opens(inbox.identity, again, report.id)).body.answers.account).toContain("number plate")
})

/** Kent restricts it to `named`, who hand it on to Essex, where it is opened: what gives it back comes as event 3 there. */
async function restrictedAndHandedOn(named: [Member, ...Member[]]) {
  const report = await desk.tell(inbox)
  await open(lead, report)
  const ids = named.map(({ person }) => person)
  const to = await keysFor(named, report)
  const restricted = await send(
    lead,
    report,
    "restrict",
    { kind: "restricted", detail: { to: ids }, number: 5 },
    { to },
  )
  expect(restricted.status).toBe(200)
  const there = { to: "essex", generation: 1, wrap: await wrapFor(essexInbox.recipient, report) }
  const moved = await send(lead, report, "transfer", { kind: "transferred", detail: { to: "essex" }, number: 6 }, there)
  expect(moved.status).toBe(200)
  await open(essex, report)
  return report
}
const keysFor = (people: readonly Member[], report: ToldReport) =>
  Promise.all(people.map(async ({ person, recipient }) => ({ person, wrap: await wrapFor(recipient, report) })))
const giveBack = (report: ToldReport, keys: object) => {
  const detail = { to: "kent", returned: true }
  return send(essex, report, "transfer", { kind: "transferred", detail, number: 3 }, { ...detail, ...keys })
}
const askedFor = async (report: ToldReport) => (await desk.get(essex, `/report/${report.id}/keys-at/kent`)).json()

test("what was restricted comes back to those named before, under keys of their own, and to no colleague of theirs", async () => {
  const report = await restrictedAndHandedOn([lead, officer])
  expect(await page(essex, report.id)).toContain("Kent Police had restricted this report to named people")
  expect(await askedFor(report)).toEqual({
    people: { [lead.person]: lead.recipient, [officer.person]: officer.recipient },
  })
  const kents = { generation: 1, wrap: await wrapFor(inbox.recipient, report) }
  const people = await keysFor([lead, officer], report)
  for (const others of [kents, { people: people.slice(1) }, { people: await keysFor([lead, second], report) }])
    expect((await giveBack(report, others)).status).toBe(422)
  expect((await giveBack(report, { people })).status).toBe(200)

  expect(await sentence(await open(second, report))).toBe(
    "This report is restricted to named people, and you aren’t one of them.",
  )
  const handed = await handedOut(officer, report.id)
  expect(handed.wraps.map(({ holder }) => holder)).toEqual([officer.person])
  expect((await opens(officer.key.identity, handed, report.id)).body.answers.account).toContain("number plate")
  await expect(opens(inbox.identity, handed, report.id)).rejects.toThrow()
  const history = await page(lead, report.id)
  expect(history.split("Restricted to Person lead.kent, Person officer.kent")).toHaveLength(3)
  expect(await page(essex, report.id)).toContain("Returned to Kent Police")
  expect((await desk.decide(officer, report, 10, "accepted")).status).toBe(200)
})

test("the database takes no other keys than those of the people named, whoever asks it", async () => {
  const report = await restrictedAndHandedOn([lead, officer])
  const wrap = fromBase64url(await wrapFor(inbox.recipient, report))
  const transfer = { report: report.id, by: essex.person, to: "kent", number: 3 }
  const sent = (keys: object) => transferReport(desk.database, "essex", { ...transfer, ...keys })
  await expect(sent({ generation: 1, wrap })).rejects.toThrow()
  await expect(sent({ people: [{ person: second.person, wrap }] })).rejects.toThrow()
  await expect(sent({ people: [lead, officer, second].map(({ person }) => ({ person, wrap })) })).rejects.toThrow()
  const people = [lead, officer].map(({ person }) => ({ person, wrap }))
  await expect(sent({ people, generation: 1, wrap })).rejects.toThrow()
  // Where a desk hasn't restricted it, nobody is named for it.
  await expect(sent({ people, to: "gwent" })).rejects.toThrow()
  const asked = (tenant: string, person = essex.person) =>
    asTenant(desk.database, tenant, (transaction) => keysAt(transaction, report.id, "kent", person))
  expect(await asked("essex")).toHaveProperty("size", 2)
  // Whoever couldn't hand it on learns nothing of it.
  expect(await asked("essex", essexAuditor.person)).toBeUndefined()
  for (const other of ["gwent", "kent"]) expect(await asked(other)).toBeUndefined()
  await sent({ people })
  expect(await asked("essex")).toBeUndefined()
})

test("who was named stays named though their access was taken meanwhile, and no lead gets in by taking it", async () => {
  const other = await desk.join("kent", "other.kent", ["lead"])
  await desk.giveAccess(lead, other, inbox)
  const report = await restrictedAndHandedOn([lead, officer])
  expect((await desk.postForm(other, `/people/${officer.person}/take-access`, {})).status).toBe(303)
  expect(await askedFor(report)).toEqual({
    people: { [lead.person]: lead.recipient, [officer.person]: officer.recipient },
  })
  await desk.giveAccess(other, officer, inbox)
  officer = await desk.signInAgain(officer)
  await asOwner(desk.database, (transaction) =>
    transaction.execute(sql`update staff set roles = '{auditor}' where id = ${other.person}`),
  )
})

test("a copy isn't a way around what its desk restricted", async () => {
  const report = await restrictedAndHandedOn([lead, officer])
  const copies = /<select[^>]*id="referred-to"[\s\S]*?<\/select>/.exec(await page(essex, report.id))?.[0]
  expect(copies).toBeDefined()
  expect(copies).not.toContain('value="kent"')
  const some = Buffer.from("any")
  const given = sql`row(${randomUUID()}::uuid, 'kent', 'kent', ${some}::bytea, ${some}::bytea, ${some}::bytea, 1)`
  const refer = sql`select refer_report(${report.id}, ${essex.person}, 3, ${given}::given_referral, null, null, null)`
  await expect(asTenant(desk.database, "essex", (transaction) => transaction.execute(refer))).rejects.toThrow(
    "restricted",
  )
})

test("a restriction that a lead lifted before it was handed on doesn't come back", async () => {
  const report = await desk.tell(inbox)
  await open(lead, report)
  const named = [lead, officer]
  const detail = { to: named.map(({ person }) => person) }
  const to = await keysFor(named, report)
  expect((await send(lead, report, "restrict", { kind: "restricted", detail, number: 5 }, { to })).status).toBe(200)
  const kents = { generation: 1, wrap: await wrapFor(inbox.recipient, report) }
  expect((await send(lead, report, "unrestrict", { kind: "unrestricted", number: 6 }, kents)).status).toBe(200)
  const there = { to: "essex", generation: 1, wrap: await wrapFor(essexInbox.recipient, report) }
  await send(lead, report, "transfer", { kind: "transferred", detail: { to: "essex" }, number: 7 }, there)
  await open(essex, report)
  expect(await page(essex, report.id)).not.toContain("had restricted this report")
  expect((await giveBack(report, kents)).status).toBe(200)
  expect((await open(second, report)).status).toBe(200)
})

test("where fewer than two of those named are left, the desk's leads open it too, but none who is too near", async () => {
  const [leaver, otherLead, nearLead] = [
    await desk.join("kent", "leaver.kent", ["officer"]),
    await desk.join("kent", "other-lead.kent", ["lead"]),
    await desk.join("kent", "near-lead.kent", ["lead"]),
  ]
  for (const each of [leaver, otherLead, nearLead]) await desk.giveAccess(lead, each, inbox)
  const left = await restrictedAndHandedOn([lead, officer, leaver])
  const report = await restrictedAndHandedOn([officer, leaver, lead])
  const asOwnerRun = (query: SQL) => asOwner(desk.database, (transaction) => transaction.execute(query))
  await asOwnerRun(sql`update staff set active = false where id in (${leaver.person}::uuid, ${officer.person}::uuid)`)
  await asOwnerRun(sql`insert into near_trait (tenant, report, person, kind, hash, generation)
    values ('kent', ${report.id}, 1, 'unit', decode('${sql.raw("00".repeat(16))}', 'hex'), 1)`)
  await asOwnerRun(sql`insert into nearness (tenant, person, why, kind, hash, generation)
    values ('kent', ${nearLead.person}, 'unit', 'unit', decode('${sql.raw("00".repeat(16))}', 'hex'), 1)`)
  const namesOf = async (one: ToldReport) => Object.keys((await askedFor(one)).people).toSorted()
  expect(await namesOf(report)).toEqual([lead.person, otherLead.person].toSorted())
  expect(await namesOf(left)).toEqual([lead.person, otherLead.person, nearLead.person].toSorted())
  expect((await giveBack(report, { people: await keysFor([lead, otherLead], report) })).status).toBe(200)
  expect((await open(otherLead, report)).status).toBe(200)
  expect((await open(second, report)).status).toBe(422)

  await asOwnerRun(sql`update staff set active = false where tenant = 'kent' and 'lead' = any (roles)`)
  expect((await askedFor(left)).problem).toBe("nobody-there")
  const nobody = await giveBack(left, { people: await keysFor([lead], left) })
  expect(nobody.status).toBe(422)
  await asOwnerRun(sql`update staff set active = true where tenant = 'kent'`)
})
