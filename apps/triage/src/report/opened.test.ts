import { randomUUID } from "node:crypto"
import { type Decision, signDecision } from "@candour/sealing/decision.ts"
import { bytesOf, toBase64url } from "@candour/sealing/encoding.ts"
import { grantInbox, newInboxKey } from "@candour/sealing/inbox-key.ts"
import { sealMessage } from "@candour/sealing/message.ts"
import { newPersonKey, publicPersonKey } from "@candour/sealing/person-key.ts"
import { newReceipt, receiptRoot, threadKey } from "@candour/sealing/receipt.ts"
import { newReportKey, sealUnder } from "@candour/sealing/report-key.ts"
import { sealReport } from "@candour/sealing/seal-report.ts"
import { wrapKey } from "@candour/sealing/wrap.ts"
import { beforeAll, expect, test } from "vitest"
import type { HandedOut, SentEvent } from "./open-report.ts"
import { NoWrap, type Opened, openHandedOut, openWords, signatureState, whyNotOpened, wordsPlace } from "./opened.ts"

const id = randomUUID()
const person = randomUUID()
const receipt = newReceipt()
let opened: Opened
let handed: HandedOut
beforeAll(async () => {
  const key = await newPersonKey()
  const { recipient, verifying } = await publicPersonKey(key)
  const inbox = await newInboxKey("kent")
  const sealed = await sealReport({
    id,
    tenant: "kent",
    recipient: inbox.recipient,
    receipt,
    language: "cy",
    mayReply: "careful",
    answers: { account: "Gwelais i fe." },
    counted: bytesOf(""),
  })
  handed = {
    sealedFor: "kent",
    body: toBase64url(sealed.body),
    wraps: [{ holder: "inbox", generation: 1, wrapped: toBase64url(sealed.wrap) }],
    inbox: {
      generation: 1,
      recipient: inbox.recipient,
      grant: toBase64url(await grantInbox(inbox, person, recipient)),
    },
    events: [],
    messages: [],
    title: {},
    quarantined: [],
    verifying: { [person]: toBase64url(verifying) },
  }
  opened = await openHandedOut(id, { whose: { tenant: "kent", person }, key }, handed)
})

/** An event as the desk's page seals and signs it. */
async function event(kind: string, number: number, words: string, detail: unknown = {}): Promise<SentEvent> {
  const sealed = await sealUnder(opened.key, wordsPlace(opened, number), bytesOf(words))
  const decision: Decision = { tenant: "kent", report: id, number, kind, detail, words: sealed }
  const signature = toBase64url(signDecision(opened.unlocked.key, decision))
  return { number, kind, detail, by: person, words: toBase64url(sealed), signature }
}
const state = (changed: SentEvent) => signatureState(opened, changed, handed.verifying)

test("what was handed out opens with the person's own keys", () => {
  expect(opened.body.answers.account).toBe("Gwelais i fe.")
})

test("without a wrap for this inbox nothing opens, and it is said", async () => {
  await expect(openHandedOut(id, opened.unlocked, { ...handed, wraps: [] })).rejects.toThrow(NoWrap)
})

test("sealed words open at their own line and at no other", async () => {
  const assessed = await event("assessed", 5, "Because of the logs.")
  expect(await openWords(opened, assessed)).toBe("Because of the logs.")
  expect(await openWords(opened, { ...assessed, number: 6 })).toBeUndefined()
  expect(await openWords(opened, { ...assessed, kind: "messaged" })).toBeUndefined()
})

test("a message is sealed under the key that the reporter's receipt gives", async () => {
  const thread = { tenant: "kent", report: id }
  const body = { version: 1, text: "Diolch.", language: "cy" } as const
  const sealed = await sealMessage(opened.thread, thread, { from: "team", number: 0 }, body)
  const messaged = { number: 7, kind: "messaged", detail: { message: 0 }, words: toBase64url(sealed) }
  expect(await openWords(opened, messaged)).toBe("Diolch.")
  expect(await openWords(opened, { ...messaged, detail: { message: 1 } })).toBeUndefined()
  expect(opened.thread).toEqual(threadKey(await receiptRoot(receipt), id))
})

test("a decision's signature fits until anything of it is changed", async () => {
  const outcome = await event("outcome", 8, "As found.", { person: 1, outcome: "no-case" })
  expect(state(outcome)).toBe("fits")
  expect(state({ ...outcome, detail: { outcome: "no-case", person: 1 } })).toBe("fits") // whatever the order of names
  expect(state({ ...outcome, detail: { person: 1, outcome: "dismissed" } })).toBe("wrong")
  expect(state({ ...outcome, number: 9 })).toBe("wrong")
  expect(state({ ...outcome, words: undefined })).toBe("wrong")
  expect(state({ ...outcome, by: randomUUID() })).toBe("wrong")
  expect(state({ ...outcome, signature: undefined })).toBe("missing")
})

test("an opening and what the service records need no signature", () => {
  expect(state({ number: 4, kind: "opened", detail: { reason: "own" }, by: person })).toBe("none-needed")
  expect(state({ number: 1, kind: "contacted", detail: {} })).toBe("none-needed")
})

/** What the person reads where what was handed out doesn't open, with `changes` to it. */
const refused = async (changes: Partial<HandedOut>) => {
  const changed = { ...handed, ...changes }
  const error = await openHandedOut(id, opened.unlocked, changed).catch((each: unknown) => each)
  return whyNotOpened(error, changed)
}
const arrived: SentEvent[] = [{ number: 1, kind: "arrived", detail: { from: "essex", number: 7 } }]
const sendAgain = /desk that it came from must send it again/

test("a report that came with no key, or a key for others, says that its sender must send it again", async () => {
  const others = await newInboxKey("kent")
  const wrapped = toBase64url(await wrapKey(others.recipient, { tenant: "kent", report: id }, opened.key))
  const wrongKey = toBase64url(await wrapKey(handed.inbox.recipient, { tenant: "kent", report: id }, newReportKey()))
  const rubbish = toBase64url(new Uint8Array(2_171))
  expect(await refused({ wraps: [], events: arrived })).toMatch(sendAgain)
  for (const each of [wrapped, wrongKey, rubbish]) {
    const wraps = [{ holder: "inbox", generation: 1, wrapped: each }]
    expect(await refused({ wraps, events: arrived })).toMatch(sendAgain)
    expect(await refused({ wraps })).toMatch(/^Your keys don’t open this report/)
  }
})

test("access that doesn't open is a colleague's to give again, and not the sender's to mend", async () => {
  const others = await newPersonKey()
  const inbox = { tenant: "kent", generation: 1, recipient: handed.inbox.recipient, identity: "AGE-SECRET-KEY-PQ-1" }
  const grant = toBase64url(await grantInbox(inbox, person, (await publicPersonKey(others)).recipient))
  for (const each of [grant, toBase64url(new Uint8Array(2_171))])
    expect(await refused({ inbox: { ...handed.inbox, grant: each }, events: arrived })).toMatch(
      /Ask a colleague to give it/,
    )
})
