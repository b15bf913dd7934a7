import type { AcceptedReport } from "@candour/database/accept-report.ts"
import { category } from "@candour/domain/category.ts"
import { channel, danger, language, lineId, mayReply, routingReason } from "@candour/domain/contact.ts"
import { type Day, day } from "@candour/domain/day.ts"
import { tenantId } from "@candour/domain/tenant.ts"
import { z } from "zod"

/** Bytes as base64 in the file. */
const bytes = z.base64().transform((text) => new Uint8Array(Buffer.from(text, "base64")))

const report = z.strictObject({
  id: z.uuid(),
  tenant: tenantId,
  routedTo: tenantId,
  reason: routingReason,
  candidates: z.array(tenantId).optional(),
  line: lineId,
  channel,
  language,
  categories: z.array(category),
  danger,
  mayReply,
  mailboxHash: bytes.optional(),
  digest: bytes,
  body: bytes,
  wrap: bytes,
  generation: z.int(),
})

const referral = z.strictObject({
  id: z.uuid(),
  tenant: tenantId,
  routedTo: tenantId,
  digest: bytes,
  body: bytes,
  wrap: bytes,
  generation: z.int(),
})

/** Version 2 is for a report that has referrals; one without is as it was. */
const file = z.discriminatedUnion("version", [
  z.strictObject({ version: z.literal(1), day, report }),
  z.strictObject({
    version: z.literal(2),
    day,
    report: report.extend({ referrals: z.array(referral).min(1) }),
  }),
])

/** A sealed report that waits for the database, with the day it was received. */
export interface SpooledReport {
  report: AcceptedReport
  day: Day
}

const base64 = (value: Uint8Array) => Buffer.from(value).toString("base64")

/** The file of a spooled report: sealed parts and what is counted, and nothing that only the reporter knows. */
export function toFile({ report: { referrals = [], ...report }, day }: SpooledReport): string {
  const one = { ...report, ...inBase64(report), mailboxHash: report.mailboxHash && base64(report.mailboxHash) }
  if (referrals.length === 0) return JSON.stringify({ version: 1, day, report: one })
  const copies = referrals.map((referral) => ({ ...referral, ...inBase64(referral) }))
  return JSON.stringify({ version: 2, day, report: { ...one, referrals: copies } })
}

const inBase64 = ({ digest, body, wrap }: Pick<AcceptedReport, "digest" | "body" | "wrap">) => ({
  digest: base64(digest),
  body: base64(body),
  wrap: base64(wrap),
})

/** Reads what {@link toFile} wrote; throws a ZodError or SyntaxError for anything else. */
export function fromFile(text: string): SpooledReport {
  const { report, day } = file.parse(JSON.parse(text))
  return { report, day }
}
