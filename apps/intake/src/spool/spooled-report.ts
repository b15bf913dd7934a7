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

const file = z.strictObject({ version: z.literal(1), day, report })

/** A sealed report that waits for the database, with the day it was received. */
export interface SpooledReport {
  report: AcceptedReport
  day: Day
}

const base64 = (value: Uint8Array) => Buffer.from(value).toString("base64")

/** The file of a spooled report: sealed parts and what is counted, and nothing that only the reporter knows. */
export const toFile = ({ report, day }: SpooledReport): string =>
  JSON.stringify({
    version: 1,
    day,
    report: {
      ...report,
      mailboxHash: report.mailboxHash && base64(report.mailboxHash),
      digest: base64(report.digest),
      body: base64(report.body),
      wrap: base64(report.wrap),
    },
  })

/** Reads what {@link toFile} wrote; throws a ZodError or SyntaxError for anything else. */
export function fromFile(text: string): SpooledReport {
  const { report, day } = file.parse(JSON.parse(text))
  return { report, day }
}
