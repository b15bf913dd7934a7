import { bytesOf, toBase64url } from "./encoding.ts"
import { joined } from "./place.ts"
import {
  mailboxAddress,
  mailboxHash,
  type Receipt,
  type ReceiptRoot,
  type RootOf,
  receiptRoot,
  referralThreadKey,
  retryDigest,
  type ThreadKey,
  threadKey,
  voice,
} from "./receipt.ts"
import type { Answers, ReportBody } from "./report-body.ts"
import { newReportKey, type ReportKey, sealUnder } from "./report-key.ts"
import { newSecret, type Sealed } from "./sealed.ts"
import { wrapKey } from "./wrap.ts"

/** A report as told, before anything of it is sealed. */
export type ToldReport = {
  /** a UUID in lower case, made with the form */
  readonly id: string
  readonly tenant: string
  /** of the tenant's inbox, `age1pq1…` */
  readonly recipient: string
  /** made with the form, too */
  readonly receipt: Receipt
  readonly language: ReportBody["language"]
  readonly mayReply: ReportBody["mayReply"]
  readonly answers: Answers
  /**
   * What is counted and not sealed (line, categories, danger …) as canonical bytes, so that a repeat which differs in
   * it is no repeat. Not the day: a retry after midnight is still the same report.
   */
  readonly counted: Uint8Array
}

/** What is sent and stored; `key` goes nowhere but to who seals, and is forgotten. */
export type SealedReport = {
  readonly body: Sealed
  readonly wrap: Sealed
  /** 32 bytes */
  readonly mailboxHash: Uint8Array<ArrayBuffer>
  /** 32 bytes, the same whenever the same report is sealed again */
  readonly digest: Uint8Array<ArrayBuffer>
  readonly key: ReportKey
}

/** A further tenant that the same report goes to, as a referral (design §2). */
export type ReferralTo = Pick<ToldReport, "id" | "tenant" | "recipient" | "counted">

/** A referral as it is sent and stored: opened by its own tenant's key alone, and by the report's receipt. */
export type SealedReferral = Omit<SealedReport, "mailboxHash">

/**
 * Seals a report for its tenant: in the browser, and by the server for who has no script. This file must not import
 * zod: it would double what a phone loads.
 *
 * @param rootOf - derives the receipt's root; a server gives its own, which doesn't hold up everybody else
 * @throws TypeError - the recipient is not `age1pq1…`
 */
export const sealReport = async (told: ToldReport, rootOf: RootOf = receiptRoot): Promise<SealedReport> =>
  (await sealWithReferrals(told, [], rootOf)).report

/**
 * Seals a report as {@link sealReport} does, and a copy of it for each further tenant: the same answers and the same
 * voice, under a key and in a thread of its own. Another set of tenants, told under the same id, is another report.
 *
 * @returns the referrals in the order of `to`
 */
export async function sealWithReferrals(
  told: ToldReport,
  to: readonly ReferralTo[],
  rootOf: RootOf = receiptRoot,
): Promise<{ report: SealedReport; referrals: SealedReferral[] }> {
  const root = await rootOf(told.receipt)
  const thread = threadKey(root, told.id)
  const copies = to.map(({ id, tenant, counted }) => joined([bytesOf(id), bytesOf(tenant), counted]))
  const report = await sealFrom(root, told, thread, copies)
  const referrals: SealedReferral[] = []
  for (const each of to) {
    referrals.push(await sealFrom(root, { ...told, ...each }, referralThreadKey(thread, each.id)))
  }
  return { report: { ...report, mailboxHash: mailboxHash(mailboxAddress(root)) }, referrals }
}

/** Seals the report of a caller who leaves without a receipt: it has a thread and a voice, which nobody holds. */
export const sealWithoutReceipt = (told: Omit<ToldReport, "receipt">): Promise<SealedReferral> => {
  const root = newSecret<"receipt root">()
  return sealFrom(root, told, threadKey(root, told.id))
}

/** @param alsoTold - what tells a repeat apart beside the report itself: each referral that goes with it */
async function sealFrom(
  root: ReceiptRoot,
  told: Omit<ToldReport, "receipt">,
  thread: ThreadKey,
  alsoTold: readonly Uint8Array[] = [],
): Promise<SealedReferral> {
  const { id, tenant, recipient } = told
  const body = bytesOf(
    JSON.stringify({
      version: 1,
      language: told.language,
      mayReply: told.mayReply,
      answers: canonical(told.answers),
      thread: toBase64url(thread),
      voice: toBase64url(voice(root).publicKey),
    } satisfies ReportBody),
  )
  const key = newReportKey()
  return {
    body: await sealUnder(key, { tenant, report: id, part: "body", number: 0 }, body),
    wrap: await wrapKey(recipient, { tenant, report: id }, key),
    digest: retryDigest(root, joined([bytesOf(tenant), body, told.counted, ...alsoTold])),
    key,
  }
}

/**
 * The same bytes for the same answers, from whichever way they come: in the order of their names, without the empty
 * ones, and with the line breaks of a text box, which a posted form has turned into CRLF (HTML, form submission).
 */
const canonical = (value: Answers): Answers =>
  JSON.parse(JSON.stringify(value), (name, entry) => {
    if (typeof entry === "string") {
      const text = entry.replaceAll(/\r\n?/g, "\n")
      return name === "account" ? text : text || undefined
    }
    const answered = Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1))
    return answered.length ? Object.fromEntries(answered) : undefined
  })
