import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { bytesOf, toBase64url } from "./encoding.ts"
import { type InboxKey, newInboxKey } from "./inbox-key.ts"
import { openReport } from "./open-report.ts"
import { newReceipt, receiptRoot, referralThreadKey, threadKey, voice } from "./receipt.ts"
import { NotForThisKey, NotThisPlace } from "./refused.ts"
import { type ReferralTo, sealReport, sealWithReferrals, type ToldReport } from "./seal-report.ts"

const kent = await newInboxKey("kent")
const inboxes: InboxKey[] = await Promise.all(
  ["essex", "gwent", "surrey", "sussex", "dorset"].map((id) => newInboxKey(id)),
)
const told: ToldReport = {
  id: crypto.randomUUID(),
  tenant: "kent",
  recipient: kent.recipient,
  receipt: newReceipt(),
  language: "en",
  mayReply: "yes",
  answers: { account: "He moved from Kent to Essex, and went on." },
  counted: bytesOf("national kent found"),
}
const toInbox = ({ tenant, recipient }: InboxKey): ReferralTo => ({
  id: crypto.randomUUID(),
  tenant,
  recipient,
  counted: bytesOf(`national ${tenant} found`),
})
const referrals = inboxes.map(toInbox)

property.prop({ account: fc.string({ unit: "grapheme" }), forces: fc.subarray(inboxes) }, { numRuns: 12 })(
  "told once, each force opens what the reporter wrote with its own key, and no other's copy",
  async ({ account, forces }) => {
    const to = forces.map(toInbox)
    const sealed = await sealWithReferrals({ ...told, answers: { account } }, to)
    const copies = [{ ...told, ...sealed.report }, ...to.map((each, at) => ({ ...each, ...sealed.referrals[at] }))]
    const keys = [kent, ...forces]
    expect(sealed.referrals).toHaveLength(forces.length)
    for (const [at, { id, tenant, wrap, body }] of copies.entries()) {
      if (!wrap || !body) throw new Error("A referral is missing.")
      for (const [whose, { identity }] of keys.entries()) {
        const opening = openReport(identity, { tenant, report: id }, wrap, body)
        if (whose !== at) await expect(opening).rejects.toThrow(NotForThisKey)
        else expect((await opening).body.answers.account).toBe(account.replaceAll(/\r\n?/g, "\n"))
      }
    }
  },
)

test("each copy has a key and a thread of its own, and the reporter's one voice", async () => {
  const sealed = await sealWithReferrals(told, referrals)
  const root = await receiptRoot(told.receipt)
  const thread = threadKey(root, told.id)
  const opened = await Promise.all(
    [{ ...told, ...sealed.report, inbox: kent }].map(({ inbox, tenant, id, wrap, body }) =>
      openReport(inbox.identity, { tenant, report: id }, wrap, body),
    ),
  )
  for (const [at, { id, tenant }] of referrals.entries()) {
    const { wrap, body } = sealed.referrals[at] as (typeof sealed.referrals)[number]
    opened.push(await openReport(inboxes[at]?.identity ?? "", { tenant, report: id }, wrap, body))
  }
  const threads = [thread, ...referrals.map(({ id }) => referralThreadKey(thread, id))].map(toBase64url)
  expect(opened.map(({ body }) => body.thread)).toEqual(threads)
  expect(new Set(threads).size).toBe(6)
  expect(new Set(opened.map(({ key }) => toBase64url(key))).size).toBe(6)
  expect(new Set(opened.map(({ body }) => body.voice))).toEqual(new Set([toBase64url(voice(root).publicKey)]))
})

test("a copy put in another's place is refused", async () => {
  const [essex, otherEssex] = [toInbox(inboxes[0] as InboxKey), toInbox(inboxes[0] as InboxKey)]
  const { referrals: sealed } = await sealWithReferrals(told, [essex, otherEssex])
  const identity = inboxes[0]?.identity ?? ""
  const place = { tenant: "essex", report: essex.id }
  const [one, other] = sealed as [(typeof sealed)[0], (typeof sealed)[0]]
  await expect(openReport(identity, place, other.wrap, other.body)).rejects.toThrow(NotThisPlace)
  await expect(openReport(identity, place, one.wrap, other.body)).rejects.toThrow(NotForThisKey)
})

test("a report without referrals is what it was, and told again with the same ones it is the same", async () => {
  const [alone, none] = [await sealReport(told), await sealWithReferrals(told, [])]
  expect(none.report.digest).toEqual(alone.digest)
  const [first, repeat] = [await sealWithReferrals(told, referrals), await sealWithReferrals(told, referrals)]
  const digestsOf = ({ report, referrals }: typeof first) => [report, ...referrals].map(({ digest }) => digest)
  expect(digestsOf(repeat)).toEqual(digestsOf(first))
  expect(new Set(digestsOf(first).map(toBase64url)).size).toBe(6)
  expect(first.report.digest).not.toEqual(alone.digest)
})

test.each<[string, ReferralTo[]]>([
  ["one force more", [...referrals, toInbox(kent)]],
  ["one force less", referrals.slice(1)],
  ["another id", [toInbox(inboxes[0] as InboxKey), ...referrals.slice(1)]],
  ["another desk that holds it", [{ ...(referrals[0] as ReferralTo), tenant: "national-desk" }, ...referrals.slice(1)]],
  [
    "another force that it was meant for",
    [{ ...(referrals[0] as ReferralTo), counted: bytesOf("x") }, ...referrals.slice(1)],
  ],
])("told again with %s, it is another report", async (_, to) => {
  const { report } = await sealWithReferrals(told, referrals)
  expect((await sealWithReferrals(told, to)).report.digest).not.toEqual(report.digest)
})
