import { asOwner, asTenant } from "@candour/database/as.ts"
import { transferReport } from "@candour/database/transfer-report.ts"
import { inboxAccess } from "@candour/identity/inbox-access.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { fingerprintKey } from "@candour/sealing/fingerprint.ts"
import { grantInbox, type InboxKey, newInboxKey, openGrant } from "@candour/sealing/inbox-key.ts"
import { nearnessKeyOf, sealNearness } from "@candour/sealing/nearness.ts"
import { sealedFromStorage } from "@candour/sealing/sealed.ts"
import { wrapKey } from "@candour/sealing/wrap.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { fingerprintsOf } from "./concerned/show-people.ts"
import { colleagueHashesOf } from "./near/hashes.ts"
import { wordsOf } from "./near/said.ts"
import { describe, said } from "./testing/describe.ts"
import { kentAndEssex, type Member, type TestDesk, type ToldReport } from "./testing/test-desk.ts"

let desk: TestDesk
let lead: Member
let officer: Member
let essex: Member
let inbox: InboxKey
let essexInbox: InboxKey
beforeAll(async () => {
  ;({ desk, lead, officer, essex, inbox, essexInbox } = await kentAndEssex())
})
afterAll(() => desk.close())

const open = (who: Member, { id }: ToldReport) => desk.post(who, `/report/${id}/open`, { reason: "other" })

/** Keeps a report for `lead` alone, as far as the database's rules look at it. */
const keepForLead = ({ id }: ToldReport) =>
  asOwner(desk.database, (transaction) =>
    transaction.execute(sql`update report
      set restricted_to = array[${lead.person}::uuid, gen_random_uuid()] where id = ${id}::uuid`),
  )

/** Says of `officer` that they work in `unit`; nothing, where it is empty. */
async function sayUnit(by: Member, unit: string): Promise<Response> {
  const words = { surnames: "", units: unit, lineUnits: "", linePeople: "" }
  const sealed = await sealNearness(nearnessKeyOf(inbox, officer.person), officer, wordsOf(words))
  const traits = colleagueHashesOf(fingerprintKey(inbox), words)
  return desk.post(by, `/people/${officer.person}/near`, { generation: 1, sealed: toBase64url(sealed), traits })
}

const opensDesk = async ({ tenant, person, key }: Member): Promise<boolean> => {
  const access = await inboxAccess(desk.database, tenant, person)
  if (access?.grant === undefined) return false
  return openGrant(key.identity, person, { tenant, ...access }, sealedFromStorage(access.grant)).then(
    ({ identity }) => identity === inbox.identity,
    () => false,
  )
}

test("a stolen session that replaces every grant by one that opens nothing leaves its owner's, and nothing is lost", async () => {
  const junk = await newInboxKey("kent")
  const replace = async ({ person, recipient }: Member) => {
    const sealed = toBase64url(await grantInbox(junk, person, recipient))
    return (await desk.post(officer, `/people/${person}/access`, { generation: 1, recipient, sealed })).status
  }
  expect(await replace(lead)).toBe(200)
  expect(await opensDesk(lead)).toBe(false)
  expect(await replace(officer)).toBe(422)
  expect(await opensDesk(officer)).toBe(true)
  expect(await (await desk.get(officer, "/people")).text()).not.toContain("Give access again to Person officer.kent")
  await expect(
    asTenant(desk.database, "kent", (transaction) =>
      transaction.execute(sql`update inbox_grant set sealed = 'x', granted_by = person`),
    ),
  ).rejects.toThrow("own-grant")

  const { rows } = await asOwner(desk.database, (transaction) =>
    transaction.execute<{ sealed: Buffer }>(sql`select sealed from replaced_grant where person = ${lead.person}`),
  )
  const kept = sealedFromStorage(new Uint8Array(rows[0]?.sealed ?? []))
  const whole = { tenant: "kent", generation: 1, recipient: inbox.recipient }
  expect((await openGrant(lead.key.identity, lead.person, whole, kept)).identity).toBe(inbox.identity)
  await expect(
    asTenant(desk.database, "kent", (transaction) => transaction.execute(sql`select * from replaced_grant`)),
  ).rejects.toThrow()

  await desk.giveAccess(officer, lead, inbox)
  expect(await opensDesk(lead)).toBe(true)
})

test("two leads who take each other's access at one moment leave one of them, not an auditor alone", async () => {
  const other = await kentAndEssex()
  const second = await other.desk.join("kent", "second.lead", ["lead"])
  const auditor = await other.desk.join("kent", "auditor.kent", ["auditor"])
  for (const each of [second, auditor]) await other.desk.giveAccess(other.lead, each, other.inbox)
  const take = (by: Member, from: Member) =>
    asTenant(other.desk.database, "kent", (transaction) =>
      transaction.execute(sql`select take_access(${from.person}, ${by.person})`),
    )
  await take(other.lead, other.officer)
  await expect(take(other.lead, other.lead)).resolves.toBeDefined() // the second lead is left
  await expect(take(other.lead, second)).rejects.toThrow("wrong-role")
  await expect(take(second, second)).rejects.toThrow("last-access")
  await other.desk.close()
})

test("a lead whose access was taken away, or who never had any, changes nothing of the desk", async () => {
  const shut = await desk.join("kent", "shut.lead", ["lead"])
  expect((await sayUnit(shut, "")).status).toBe(404)
  for (const path of [`/people/${officer.person}/figures`, "/settings", "/settings/usual/write", "/on-call"])
    expect([path, (await desk.postForm(shut, path, { may: "yes" })).status]).toEqual([path, 404])
  expect(await (await desk.get(lead, "/people")).text()).not.toContain("Officer, Figures")
})

test("nobody says of a report that is kept from them, or of none, that a person of it isn't the same", async () => {
  const [own, kept] = [await desk.tell(inbox), await desk.tell(inbox)]
  await keepForLead(kept)
  await open(officer, own)
  const answers = await Promise.all(
    [kept.id, own.id, "5d2b9a10-3c1e-4b8a-9a55-0c7f6f0f8a11"].map(async (report) => {
      const detail = { person: 1, report, other: 1, same: false }
      return (await (await desk.decide(officer, own, 5, "matched", detail)).json()) as object
    }),
  )
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(answers[0]).toMatchObject({ problem: "no-such-report" })
})

test("who works on a report is told to nobody from whom it is kept", async () => {
  const report = await desk.tell(inbox)
  const here = async (who: Member) => (await desk.post(who, `/report/${report.id}/here`, {})).status
  expect(await here(lead)).toBe(200)
  expect(await here(officer)).toBe(200)
  await keepForLead(report)
  expect(await here(officer)).toBe(404)
  expect(await here(lead)).toBe(200)
})

test("a name is looked for by nobody who hasn't opened the report that they look from", async () => {
  const traits = fingerprintsOf(fingerprintKey(inbox), said({ name: "Susan Marsh", unit: "Dover" }))
  const report = await desk.tell(inbox)
  const theirs = await desk.tell(essexInbox)
  const look = async (id: string) => (await desk.post(officer, `/report/${id}/reported-before`, { traits })).status
  expect(await look("5d2b9a10-3c1e-4b8a-9a55-0c7f6f0f8a11")).toBe(409)
  await open(essex, theirs)
  expect(await look(theirs.id)).toBe(409)
  expect(await look(report.id)).toBe(409)
  await open(officer, report)
  expect(await look(report.id)).toBe(200)
  await keepForLead(report)
  expect(await look(report.id)).toBe(409)
})

test("a report that went to another force and came back stays shut for whoever is too near to it", async () => {
  const report = await desk.tell(inbox)
  await open(lead, report)
  await describe(desk, inbox, lead, report, { number: 5, description: said({ name: "Ann Pike", unit: "Hythe" }) })
  expect((await sayUnit(lead, "Hythe")).status).toBe(200)
  expect((await open(officer, report)).status).toBe(403)
  const place = { tenant: "kent", report: report.id }
  const move = async (from: Member, to: InboxKey, returned: boolean) =>
    transferReport(desk.database, from.tenant, {
      report: report.id,
      by: from.person,
      to: to.tenant,
      generation: 1,
      wrap: await wrapKey(to.recipient, place, report.key),
      ...(returned && { returned }),
    })
  await move(lead, essexInbox, false)
  expect((await open(essex, report)).status).toBe(200)
  await move(essex, inbox, true)
  expect((await open(officer, report)).status).toBe(403)
  expect((await open(lead, report)).status).toBe(200)
  await sayUnit(lead, "")
})
