import { inboxAccess } from "@candour/identity/inbox-access.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { grantInbox, newInboxKey, openGrant } from "@candour/sealing/inbox-key.ts"
import { NotForThisKey } from "@candour/sealing/refused.ts"
import { newReportKey, sealUnder } from "@candour/sealing/report-key.ts"
import { sealedFromStorage } from "@candour/sealing/sealed.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Member, type TestDesk, testDesk } from "../testing/test-desk.ts"

let desk: TestDesk
let lead: Member
let officer: Member
beforeAll(async () => {
  desk = await testDesk(["kent", "essex"])
  lead = await desk.join("kent", "lead.kent", ["lead"])
  officer = await desk.join("kent", "officer.kent", ["officer"])
})
afterAll(() => desk.close())

test("the first of a desk opens it, the second waits until they are given access", async () => {
  expect((await desk.get(lead, "/")).headers.get("location")).toBe("/open-desk")
  expect(await (await desk.get(lead, "/open-desk")).text()).toContain("Open this desk")
  const inbox = await desk.open(lead)
  await expect(desk.open(officer)).rejects.toThrow("409")

  expect((await desk.get(officer, "/")).headers.get("location")).toBe("/waiting")
  const waiting = await (await desk.get(officer, "/waiting")).text()
  expect(waiting).toContain("Person lead.kent")
  expect(waiting).not.toContain("Person officer.kent</li>")

  expect((await desk.giveAccess(officer, officer, inbox)).status).toBe(403)
  expect((await desk.giveAccess(lead, officer, inbox)).status).toBe(200)
  expect((await desk.get(officer, "/")).status).toBe(200)
})

const ownInbox = async ({ tenant, person, key }: Member) => {
  const access = await inboxAccess(desk.database, tenant, person)
  if (access?.grant === undefined) throw new Error("no grant")
  return openGrant(key.identity, person, { tenant, ...access }, sealedFromStorage(access.grant))
}

test("a grant that opens nothing is given again, and then opens", async () => {
  const third = await desk.join("kent", "third.kent", ["officer"])
  const inbox = await ownInbox(lead)
  const forOthers = toBase64url(await grantInbox(inbox, third.person, officer.recipient))
  const give = (sealed: string) =>
    desk.post(officer, `/people/${third.person}/access`, { generation: 1, recipient: third.recipient, sealed })
  expect((await give(forOthers)).status).toBe(200)
  await expect(ownInbox(third)).rejects.toThrow(NotForThisKey)

  expect(await (await desk.get(lead, "/people")).text()).toContain("Give access again")
  expect((await desk.giveAccess(lead, third, inbox)).status).toBe(200)
  expect((await ownInbox(third)).identity).toBe(inbox.identity)
})

test("a grant is a sealed key and nothing else", async () => {
  const sealedKey = await grantInbox(await ownInbox(lead), officer.person, officer.recipient)
  const underSecret = await sealUnder(
    newReportKey(),
    { tenant: "kent", report: "x", part: "body", number: 0 },
    new Uint8Array(),
  )
  const asLong = new Uint8Array(underSecret).subarray(0, sealedKey.length)
  for (const each of [new Uint8Array(sealedKey.length), sealedKey.subarray(0, -1), underSecret, asLong]) {
    const body = { generation: 1, recipient: officer.recipient, sealed: toBase64url(each) }
    expect((await desk.post(lead, `/people/${officer.person}/access`, body)).status).toBe(400)
  }
})

test("a desk isn't opened with a key that nothing can be sealed to", async () => {
  const first = await desk.join("essex", "lead.essex", ["lead"])
  const recipient = `age1pq1${"q".repeat(1_952)}`
  const sealed = toBase64url(await grantInbox(await newInboxKey("essex"), first.person, first.recipient))
  expect((await desk.post(first, "/open-desk", { recipient, sealed })).status).toBe(400)
  expect((await desk.open(first)).generation).toBe(1)
})

test("nobody of another desk can be given access, and no key but the person's own is sealed to", async () => {
  const stranger = await desk.join("essex", "officer.essex", ["officer"])
  const inbox = { tenant: "kent", generation: 1, recipient: "", identity: "AGE-SECRET-KEY-PQ-1" }
  expect((await desk.giveAccess(lead, stranger, inbox)).status).toBe(409)
  expect((await desk.giveAccess(lead, { ...officer, recipient: stranger.recipient }, inbox)).status).toBe(409)
})

test("who isn't signed in is led to the sign-in, and back", async () => {
  expect((await desk.get(undefined, "/people")).headers.get("location")).toBe("/sign-in?next=%2Fpeople")
  expect((await desk.post(undefined, "/open-desk", {})).status).toBe(401)
})

test("a post that another site's page made is refused", async () => {
  expect((await desk.post(lead, "/open-desk", {}, { "sec-fetch-site": "cross-site" })).status).toBe(403)
})

test("a force that runs its own app refuses people of other tenants", async () => {
  const stranger = await desk.join("gwent", "officer.gwent", ["officer"])
  expect((await desk.get(stranger, "/")).headers.get("location")).toBe("/sign-in?next=%2F")
})

test("a coordinator sees no desk", async () => {
  const coordinator = await desk.join("kent", "coordinator", ["coordinator"])
  expect((await desk.get(coordinator, "/")).headers.get("location")).toBe("/sign-in?next=%2F")
})

test("health says whether the database can be reached", async () => {
  expect((await desk.get(undefined, "/health")).status).toBe(200)
})

test("an auditor reads what they are given access to, and neither decides, opens a desk nor gives access", async () => {
  const auditor = await desk.join("kent", "auditor.kent", ["auditor"])
  const inbox = await ownInbox(lead)
  expect((await desk.giveAccess(lead, auditor, inbox)).status).toBe(200)
  const report = await desk.tell(inbox)
  expect((await desk.post(auditor, `/report/${report.id}/open`, { reason: "own" })).status).toBe(200)
  expect((await desk.get(auditor, `/report/${report.id}/sealed`)).status).toBe(200)
  expect((await desk.decide(auditor, report, 5, "taken")).status).toBe(422)
  // What somebody else holds they open to look at it, and say so; they take nothing over.
  expect((await desk.decide(lead, report, 5, "taken")).status).toBe(200)
  const page = await (await desk.get(auditor, `/report/${report.id}`)).text()
  expect(page).toContain("You are an auditor: you open this report")
  for (const notTheirs of ["To take it over", "To cover for the holder", "to decide about it", "Next decision"])
    expect(page).not.toContain(notTheirs)
  const opening = async (reason: string) => (await desk.post(auditor, `/report/${report.id}/open`, { reason })).status
  expect([await opening("assign"), await opening("cover"), await opening("review")]).toEqual([422, 422, 200])
  expect((await desk.decide(auditor, report, 7, "noted", { nature: "fact" }, "So.")).status).toBe(422)

  const colleague = await desk.join("kent", "newcomer.kent", ["officer"])
  expect((await desk.giveAccess(auditor, colleague, inbox)).status).toBe(404)
  expect(await (await desk.get(auditor, "/people")).text()).not.toContain("Give access")
  expect(await (await desk.get(lead, "/people")).text()).toContain("Give access")
  const first = await desk.join("essex", "auditor.essex", ["auditor"])
  await expect(desk.open(first)).rejects.toThrow("404")
})
