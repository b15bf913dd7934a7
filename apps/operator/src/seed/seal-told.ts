import { randomUUID } from "node:crypto"
import type { AcceptedReport } from "@candour/database/accept-report.ts"
import type { Category } from "@candour/domain/category.ts"
import type { Channel, Danger, Language, Line, MayReply } from "@candour/domain/contact.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { route } from "@candour/routing/route.ts"
import { whoReads } from "@candour/routing/who-reads.ts"
import { bytesOf } from "@candour/sealing/encoding.ts"
import { newReceipt, type Receipt, type ReceiptRoot } from "@candour/sealing/receipt.ts"
import type { Answers } from "@candour/sealing/report-body.ts"
import type { ReportKey } from "@candour/sealing/report-key.ts"
import { type SealedReport, sealReport, sealWithoutReceipt } from "@candour/sealing/seal-report.ts"
import { rootInThread } from "./root-in-thread.ts"

/** What a seeded reporter does: where they say it was, and what they tell. */
export interface Told {
  hint: string
  line: Line
  channel: Channel
  language?: Language
  answers: Answers
  categories: readonly Category[]
  danger?: Danger
  mayReply?: MayReply
  prefersDesk?: boolean
  aboutChiefOfficer?: boolean
  aboutStandardsUnit?: boolean
}

/** A sealed report with its key, so that the seed can decide about it as its desk's people would. */
export interface SealedTold {
  report: AcceptedReport
  key: ReportKey
  /** None for a caller who leaves without one. */
  receipt: Receipt | undefined
  /** Of that receipt. */
  root: ReceiptRoot | undefined
}

/** An open desk, as the reporter's browser knows it. */
export interface OpenInbox {
  generation: number
  recipient: string
}

/**
 * Routes and seals what is told through the code that the intake runs: a hint that leads nowhere, or to a desk that
 * isn't open, goes to the national desk.
 */
export async function sealTold(
  told: Told,
  inboxes: ReadonlyMap<Tenant, OpenInbox>,
  withReceipt = true,
): Promise<SealedTold> {
  const found = route(told.hint)
  const force = found.kind === "routed" ? found.tenants[0] : undefined
  const { prefersDesk = false, aboutChiefOfficer = false, aboutStandardsUnit = false } = told
  const reading = whoReads({ force, found: "found", prefersDesk, aboutChiefOfficer, aboutStandardsUnit })
  const candidates = found.kind === "choose" ? found.tenants : force ? [force] : []
  const holder = inboxes.has(reading.tenant) ? reading.tenant : NATIONAL_DESK
  const inbox = inboxes.get(holder)
  if (inbox === undefined) throw new Error("Neither that desk nor the national desk is open.")

  const { line, channel, language = "en", categories, danger = "unknown", mayReply = "yes" } = told
  const id = randomUUID()
  const receipt = withReceipt ? newReceipt() : undefined
  const root = receipt && (await rootInThread(receipt))
  const counted = { line, channel, language, categories, danger, mayReply }
  const toSeal = {
    id,
    tenant: holder,
    recipient: inbox.recipient,
    language,
    mayReply,
    answers: told.answers,
    counted: bytesOf(JSON.stringify(counted)),
  }
  const sealed: Omit<SealedReport, "mailboxHash"> & Partial<SealedReport> =
    receipt === undefined || root === undefined
      ? await sealWithoutReceipt(toSeal)
      : await sealReport({ ...toSeal, receipt }, async () => root)
  const report: AcceptedReport = {
    id,
    tenant: holder,
    routedTo: reading.tenant,
    reason: holder === reading.tenant ? reading.reason : "desk-not-open",
    ...(reading.tenant === NATIONAL_DESK && !prefersDesk && candidates.length > 0 && { candidates }),
    ...counted,
    mailboxHash: sealed.mailboxHash,
    digest: sealed.digest,
    body: sealed.body,
    wrap: sealed.wrap,
    generation: inbox.generation,
  }
  return { report, key: sealed.key, receipt, root }
}
