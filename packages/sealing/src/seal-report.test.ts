import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { bytesOf, fromBase64url } from "./encoding.ts"
import { newInboxKey } from "./inbox-key.ts"
import { openReport } from "./open-report.ts"
import { mailboxAddress, mailboxHash, newReceipt, receiptRoot, threadKey, voice } from "./receipt.ts"
import { Damaged, NotForThisKey, NotThisPlace, UnknownVersion } from "./refused.ts"
import type { Answers } from "./report-body.ts"
import { sealUnder } from "./report-key.ts"
import { sealReport, type ToldReport } from "./seal-report.ts"

const kent = await newInboxKey("kent")
const essex = await newInboxKey("essex")
const told: ToldReport = {
  id: crypto.randomUUID(),
  tenant: "kent",
  recipient: kent.recipient,
  receipt: newReceipt(),
  language: "cy",
  mayReply: "careful",
  answers: { account: "He looked up my new address.", who: { name: "Sgt. Ŵyn", looks: "" }, where: "", when: "May" },
  counted: bytesOf("national partner now"),
}
const place = { tenant: told.tenant, report: told.id }
const sealed = await sealReport(told)

// A text box has no carriage return; a posted form gives each line break one.
const text = fc.string({ unit: "grapheme" }).map((typed) => typed.replaceAll(/\r\n?/g, "\n"))

property.prop({ account: text, name: text, evidence: text }, { numRuns: 15 })(
  "the force opens what the reporter wrote, and no other force does",
  async ({ account, name, evidence }) => {
    const answers: Answers = { account, who: { name }, evidence }
    const { body, wrap } = await sealReport({ ...told, answers })
    const opened = await openReport(kent.identity, place, wrap, body)
    expect(opened.body.answers).toEqual({
      account,
      ...(name && { who: { name } }),
      ...(evidence && { evidence }),
    })
    await expect(openReport(essex.identity, place, wrap, body)).rejects.toThrow(NotForThisKey)
  },
)

test("the body carries the language, whether one may reply, the thread's key and the reporter's voice", async () => {
  const { body, key } = await openReport(kent.identity, place, sealed.wrap, sealed.body)
  const root = await receiptRoot(told.receipt)
  expect(key).toEqual(sealed.key)
  expect(body).toMatchObject({ version: 1, language: "cy", mayReply: "careful" })
  expect(body.answers).toEqual({ account: "He looked up my new address.", who: { name: "Sgt. Ŵyn" }, when: "May" })
  expect(fromBase64url(body.thread)).toEqual(threadKey(root, told.id))
  expect(fromBase64url(body.voice)).toEqual(voice(root).publicKey)
  expect(sealed.mailboxHash).toEqual(mailboxHash(mailboxAddress(root)))
})

test("a repeat, as another way of posting gives it, has other bytes and the same digest", async () => {
  const lines = { ...told, answers: { account: "one\ntwo", evidence: "three\n" } }
  const posted = { ...told, answers: { where: "", who: { rank: "" }, evidence: "three\r\n", account: "one\r\ntwo" } }
  const [first, repeat] = [await sealReport(lines), await sealReport(posted)]
  expect(repeat.digest).toEqual(first.digest)
  expect(repeat.mailboxHash).toEqual(first.mailboxHash)
  expect(repeat.body).not.toEqual(first.body)
})

test.each<[string, Partial<ToldReport>]>([
  ["account", { answers: { ...told.answers, account: "He looked up her new address." } }],
  ["tenant", { tenant: "essex", recipient: essex.recipient }],
  ["id", { id: crypto.randomUUID() }],
  ["receipt", { receipt: newReceipt() }],
  ["counted answers", { counted: bytesOf("national partner no") }],
  ["language", { language: "en" }],
  ["answer to may reply", { mayReply: "no" }],
])("another %s gives another digest", async (_, other) => {
  expect((await sealReport({ ...told, ...other })).digest).not.toEqual(sealed.digest)
})

test("the wrap or the body of another report is refused", async () => {
  const other = await sealReport({ ...told, id: crypto.randomUUID() })
  await expect(openReport(kent.identity, place, other.wrap, sealed.body)).rejects.toThrow(NotThisPlace)
  await expect(openReport(kent.identity, place, sealed.wrap, other.body)).rejects.toThrow(NotForThisKey)
})

test.each([
  ['{"version":2}', UnknownVersion],
  ['{"version":1}', Damaged],
  ["null", Damaged],
  ["He looked up my new address.", Damaged],
])("a body of %s is refused by name", async (json, refusal) => {
  const body = await sealUnder(sealed.key, { ...place, part: "body", number: 0 }, bytesOf(json))
  await expect(openReport(kent.identity, place, sealed.wrap, body)).rejects.toThrow(refusal)
})

test("no word of a report is in what is sent", () => {
  for (const bytes of [sealed.body, sealed.wrap, sealed.mailboxHash, sealed.digest]) {
    expect(Buffer.from(bytes).includes("address")).toBe(false)
    expect(Buffer.from(bytes).includes(told.receipt)).toBe(false)
  }
})
