import { addEvent } from "@candour/database/add-event.ts"
import { asTenant } from "@candour/database/as.ts"
import { writeMessages } from "@candour/database/mailbox-messages.ts"
import { sampleReferral } from "@candour/database/testing/sample-report.ts"
import { signDecision } from "@candour/sealing/decision.ts"
import { fromBase64url, toBase64url } from "@candour/sealing/encoding.ts"
import { type InboxKey, openGrant } from "@candour/sealing/inbox-key.ts"
import { openReport } from "@candour/sealing/open-report.ts"
import { mailboxHash } from "@candour/sealing/receipt.ts"
import { sealUnder } from "@candour/sealing/report-key.ts"
import { newSecret, sealedFromStorage } from "@candour/sealing/sealed.ts"
import { wrapKey } from "@candour/sealing/wrap.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { kentAndEssex, type Member, type TestDesk, type ToldReport } from "../testing/test-desk.ts"
import type { HandedOut } from "./open-report.ts"

let desk: TestDesk
let lead: Member
let officer: Member
let second: Member
let essex: Member
let coordinator: Member
let inbox: InboxKey
let essexInbox: InboxKey
beforeAll(async () => {
  ;({ desk, lead, officer, essex, inbox, essexInbox } = await kentAndEssex())
  second = await desk.join("kent", "second.kent", ["officer"])
  coordinator = await desk.join("national-desk", "officer.desk", ["officer"])
  await desk.giveAccess(lead, second, inbox)
})
afterAll(() => desk.close())

const open = (who: Member, { id }: ToldReport, reason = "own") => desk.post(who, `/report/${id}/open`, { reason })
const page = async (who: Member, { id }: ToldReport) => (await desk.get(who, `/report/${id}`)).text()
const sentence = async (answer: Response) => ((await answer.json()) as { sentence: string }).sentence
const ASSESSMENT = { threat: "ppda", others: [], severity: "gross", persons: 1, grounds: [] }
const GRADING = { grading: { source: "2", information: "A", handling: "C", action: "A1", sanitising: "S2" } }

test("what was said is handed out after its opening is recorded, and then opens with the inbox key", async () => {
  const report = await desk.tell(inbox)
  const early = await desk.get(officer, `/report/${report.id}/sealed`)
  expect(early.status).toBe(409)

  expect((await open(officer, report)).status).toBe(200)
  const handed = (await (await desk.get(officer, `/report/${report.id}/sealed`)).json()) as HandedOut
  const own = await openGrant(
    officer.key.identity,
    officer.person,
    { tenant: "kent", ...handed.inbox },
    sealedFromStorage(fromBase64url(handed.inbox.grant ?? "")),
  )
  const { body } = await openReport(
    own.identity,
    { tenant: handed.sealedFor, report: report.id },
    sealedFromStorage(fromBase64url(handed.wraps[0]?.wrapped ?? "")),
    sealedFromStorage(fromBase64url(handed.body)),
  )
  expect(body.answers.account).toBe("He read her number plate into his radio.")
  expect(await page(lead, report)).toContain("by Person officer.kent")
  expect((await desk.get(second, `/report/${report.id}/sealed`)).status).toBe(409)
})

test("a report of Kent isn't there for Essex, nor for the national desk", async () => {
  const report = await desk.tell(inbox)
  await open(officer, report)
  for (const stranger of [essex, coordinator]) {
    expect((await desk.get(stranger, `/report/${report.id}/sealed`)).status).not.toBe(200)
    expect((await open(stranger, report)).status).toBe(404)
    expect((await desk.decide(stranger, report, 5, "taken")).status).toBe(404)
  }
  expect((await desk.get(essex, `/report/${report.id}`)).status).toBe(404)
  expect((await desk.get(essex, "/report/no-uuid")).status).toBe(404)
})

test("before anything is assessed, a report says what is due to the IOPC only if it is open after a year", async () => {
  const report = await desk.tell(inbox)
  const before = await page(officer, report)
  expect(before).toContain("Written explanation to the IOPC and the local policing body, if it’s open after a year")
  expect(before).not.toContain("Refer to the IOPC")
  await open(officer, report)
  const grounds = ["assault"]
  expect((await desk.decide(officer, report, 5, "assessed", { ...ASSESSMENT, grounds }, "So.")).status).toBe(200)
  expect(await page(officer, report)).toContain("Refer to the IOPC")
  expect((await desk.decide(officer, report, 6, "milestone", { which: "explained" })).status).toBe(200)
  expect(await page(officer, report)).toContain("The next written explanation to the IOPC")
})

test("whoever opens what another holds says why", async () => {
  const report = await desk.tell(inbox)
  await open(officer, report)
  await desk.decide(officer, report, 5, "taken")
  expect(await page(second, report)).toContain("Person officer.kent holds this report. Why are you opening it?")
  const answer = await open(second, report)
  expect(answer.status).toBe(422)
  expect((await open(second, report, "cover")).status).toBe(200)
  expect(await page(lead, report)).toContain("Opened, to cover for the holder")
})

test("two officers at once: the second is told who was first and when, and nothing of theirs is recorded", async () => {
  const report = await desk.tell(inbox)
  await open(officer, report)
  await open(second, report)
  const [one, other] = await Promise.all([
    desk.decide(officer, report, 6, "assessed", ASSESSMENT, "So."),
    desk.decide(second, report, 6, "assessed", ASSESSMENT, "Otherwise."),
  ])
  expect([one.status, other.status].toSorted()).toEqual([200, 409])
  const refused = one.status === 409 ? one : other
  expect(await sentence(refused)).toMatch(/^Person \w+\.kent decided this at .+\. Yours is kept below\.$/)
})

test("who decides after the reporter wrote is told so, and nothing of theirs is recorded", async () => {
  const address = newSecret<"mailbox address">()
  const report = await desk.tell(inbox, { mailboxHash: mailboxHash(address) })
  await open(officer, report)
  const message = { sealed: new Uint8Array(300), signature: new Uint8Array(64), digest: new Uint8Array(32) }
  await writeMessages(desk.database, address, [{ report: report.id, kind: "message", number: 0, ...message }])
  const late = await desk.decide(officer, report, 5, "messaged", { message: 0 }, "We are looking into it.")
  expect(late.status).toBe(409)
  expect(await sentence(late)).toBe(
    "The reporter wrote meanwhile. Read it in the messages before you send this: yours is kept below.",
  )
})

test("the rules refuse in words, not in codes", async () => {
  const report = await desk.tell(inbox)
  const unread = await desk.decide(officer, report, 4, "assessed", ASSESSMENT, "Unread.")
  expect(unread.status).toBe(422)
  expect(await sentence(unread)).toBe("Open the report first: whoever decides has read it.")
  await open(officer, report)
  expect(await sentence(await desk.decide(officer, report, 5, "investigating", {}, "1"))).toBe(
    "Only a lead can decide this.",
  )
  await open(lead, report)
  await desk.decide(lead, report, 6, "assessed", ASSESSMENT, "So.")
  expect(await sentence(await desk.decide(lead, report, 7, "closed", {}, "Done."))).toBe(
    "Closing needs an outcome for each person concerned.",
  )
  await desk.decide(lead, report, 7, "outcome", { person: 1, outcome: "no-case" })
  expect(await sentence(await desk.decide(lead, report, 8, "closed", {}, "Done."))).toBe(
    "Closing needs a last message to the reporter.",
  )
  await desk.decide(lead, report, 8, "messaged", { message: 0 }, "Thank you.")
  expect(await sentence(await desk.decide(lead, report, 9, "closed", {}, "Done."))).toBe(
    "A second person must do this: you did the step before it alone.",
  )
  expect(await page(lead, report)).toContain("A second person must do this")
})

test("an intelligence report is made by a second person, never by its author", async () => {
  const report = await desk.tell(inbox)
  await open(officer, report)
  await desk.decide(officer, report, 5, "assessed", ASSESSMENT, "So.")
  await desk.decide(officer, report, 6, "intelligence-drafted", GRADING, "Clean.")
  const made = { draft: 6, threat: "ppda", others: [] }
  expect(await sentence(await desk.decide(officer, report, 7, "intelligence-made", made))).toMatch(/second person/)
  expect(await page(officer, report)).toContain("waits for a second person")
  expect(await page(officer, report)).not.toContain("Check the draft of event 6")
  await open(second, report)
  expect(await page(second, report)).toContain("Check the draft of event 6")
  expect((await desk.decide(second, report, 8, "intelligence-made", made)).status).toBe(200)
  expect(await page(second, report)).toContain("Checked the draft of event 6")
})

test("a wrong decision is corrected by a further event, and decided anew", async () => {
  const report = await desk.tell(inbox)
  await open(officer, report)
  await desk.decide(officer, report, 5, "assessed", ASSESSMENT, "So.")
  expect(await page(officer, report)).not.toContain("Record the assessment")
  expect((await desk.decide(officer, report, 6, "corrected", { corrects: 5 }, "Wrong report.")).status).toBe(200)
  const html = await page(officer, report)
  expect(html).toContain("Corrected event 5")
  expect(html).toContain("Corrected later: doesn’t count")
  expect(html).toContain("Record the assessment")
})

test("a signature that isn't the person's is refused, and so are plain words", async () => {
  const report = await desk.tell(inbox)
  const forged = await desk.decide({ ...officer, key: second.key }, report, 4, "taken")
  expect(forged.status).toBe(422)
  const words = toBase64url(new TextEncoder().encode("in the clear"))
  const signature = toBase64url(
    signDecision(officer.key, { tenant: "kent", report: report.id, number: 4, kind: "taken", detail: {} }),
  )
  const plain = await desk.post(officer, `/report/${report.id}/decide`, {
    number: 4,
    kind: "taken",
    detail: {},
    words,
    signature,
  })
  expect(plain.status).toBe(400)
})

test("a report is assigned to a colleague of the desk and to nobody else", async () => {
  const report = await desk.tell(inbox)
  await open(lead, report)
  expect((await desk.decide(lead, report, 5, "assigned", { to: essex.person })).status).toBe(422)
  expect((await desk.decide(lead, report, 5, "assigned", { to: second.person })).status).toBe(200)
  expect(await page(lead, report)).toContain("Assigned to Person second.kent")
})

test("a decision that needs its reason in words isn't taken without", async () => {
  const report = await desk.tell(inbox)
  await open(lead, report)
  expect((await desk.decide(lead, report, 5, "assessed", ASSESSMENT)).status).toBe(400)
  expect((await desk.decide(lead, report, 5, "assessed", ASSESSMENT, "So.")).status).toBe(200)
})

test("where the reporter told Essex too, each desk's history says so, and neither sees the other's copy", async () => {
  const copy = sampleReferral("essex")
  const report = await desk.tell(inbox, { referrals: [copy] })
  expect(await page(lead, report)).toContain("The reporter also told Essex Police, which has a copy of its own")
  const history = await page(essex, { ...report, id: copy.id })
  expect(history).toContain("A copy: the reporter also told Kent Police")
  expect(history).not.toContain("Arrived from")
  expect((await desk.get(lead, `/report/${copy.id}`)).status).toBe(404)
  expect((await desk.get(essex, `/report/${report.id}`)).status).toBe(404)
})

test("a system's event can't be posted", async () => {
  const report = await desk.tell(inbox)
  for (const kind of ["arrived", "opened", "transferred", "contacted"])
    expect((await desk.decide(lead, report, 4, kind)).status).toBe(400)
})

const handOver = async (who: Member, report: ToldReport, number: number, to: InboxKey) => {
  const wrap = await wrapKey(to.recipient, { tenant: report.tenant, report: report.id }, report.key)
  const detail = { to: to.tenant }
  const words = wrap // any sealed bytes
  const decision = { tenant: who.tenant, report: report.id, number, kind: "transferred", detail, words }
  return desk.post(who, `/report/${report.id}/transfer`, {
    number,
    to: to.tenant,
    generation: to.generation,
    wrap: toBase64url(wrap),
    words: toBase64url(words),
    signature: toBase64url(signDecision(who.key, decision)),
  })
}

test("a report handed to Essex opens there, and leaves its history at Kent", async () => {
  const report = await desk.tell(inbox)
  await open(officer, report)
  expect(await sentence(await handOver(officer, report, 5, essexInbox))).toBe("Only a lead can decide this.")
  await open(lead, report)
  expect((await handOver(lead, report, 6, essexInbox)).status).toBe(200)

  const stub = await page(lead, report)
  expect(stub).toContain("This report moved to Essex Police")
  expect(stub).not.toContain("Open the report")
  expect(await (await desk.get(lead, "/queue?view=moved")).text()).toContain(report.id)
  expect((await desk.get(lead, `/report/${report.id}/sealed`)).status).toBe(404)
  expect((await open(lead, report)).status).toBe(404)

  expect(await page(essex, report)).toContain("Arrived from Kent Police")
  await open(essex, report)
  const handed = (await (await desk.get(essex, `/report/${report.id}/sealed`)).json()) as HandedOut
  const { body } = await openReport(
    essexInbox.identity,
    { tenant: handed.sealedFor, report: report.id },
    sealedFromStorage(fromBase64url(handed.wraps[0]?.wrapped ?? "")),
    sealedFromStorage(fromBase64url(handed.body)),
  )
  expect(body.answers.account).toBe("He read her number plate into his radio.")
})

test("a report isn't handed on with a wrap that is no sealed key", async () => {
  const report = await desk.tell(inbox)
  await open(lead, report)
  const wrap = await wrapKey(essexInbox.recipient, { tenant: "kent", report: report.id }, report.key)
  const detail = { to: "essex" }
  const decision = { tenant: "kent", report: report.id, number: 5, kind: "transferred", detail, words: wrap }
  const asked = {
    number: 5,
    to: "essex",
    generation: essexInbox.generation,
    words: toBase64url(wrap),
    signature: toBase64url(signDecision(lead.key, decision)),
  }
  const words = await sealUnder(report.key, { tenant: "kent", report: report.id, part: "event", number: 5 }, wrap)
  for (const each of [words, wrap.subarray(0, -1), new Uint8Array(wrap.length)])
    expect((await desk.post(lead, `/report/${report.id}/transfer`, { ...asked, wrap: toBase64url(each) })).status).toBe(
      400,
    )
  const notNewest = { ...asked, wrap: toBase64url(wrap), generation: essexInbox.generation + 1 }
  expect((await desk.post(lead, `/report/${report.id}/transfer`, notNewest)).status).toBe(422)
})

test("a transfer that somebody else signed is refused", async () => {
  const report = await desk.tell(inbox)
  await open(lead, report)
  expect(await sentence(await handOver({ ...lead, key: second.key }, report, 5, essexInbox))).toContain("signature")
})

test("a report goes to open desks alone, and not to its own", async () => {
  const report = await desk.tell(inbox)
  await open(lead, report)
  expect((await handOver(lead, report, 5, { ...essexInbox, tenant: "gwent" })).status).toBe(422)
  expect((await handOver(lead, report, 5, inbox)).status).toBe(422)
  expect((await desk.get(lead, "/desks/gwent")).status).toBe(404)
  expect((await desk.get(lead, "/desks/essex")).status).toBe(200)
})

test("a reporter who said that details aren't safe is not to be forgotten", async () => {
  const report = await desk.tell(inbox, { mayReply: "careful", language: "cy" })
  expect(await page(officer, report)).toContain("Not safe to write details")
  expect(await page(officer, report)).toContain("The reporter writes in Welsh")
})

test("an event without a signature is shown, so that the browser can say so", async () => {
  const report = await desk.tell(inbox)
  const codes = { kind: "taken", detail: {} } as const
  await asTenant(desk.database, "kent", (transaction) =>
    addEvent(transaction, { tenant: "kent", report: report.id, by: officer.person, codes }),
  )
  await open(officer, report)
  const handed = (await (await desk.get(officer, `/report/${report.id}/sealed`)).json()) as HandedOut
  expect(handed.events.find(({ kind }) => kind === "taken")?.signature).toBeUndefined()
  expect(handed.verifying[officer.person]).toBeDefined()
})
