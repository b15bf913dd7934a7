import { bytesOf, fromBase64url, toBase64url } from "./encoding.ts"
import { referralThreadKey, type ThreadKey } from "./receipt.ts"
import type { ReportBody } from "./report-body.ts"
import { newReportKey, type ReportKey, sealUnder } from "./report-key.ts"
import { type Sealed, secretFrom } from "./sealed.ts"
import { wrapKey } from "./wrap.ts"

/** A copy of a report as it goes to a further force. */
export interface SealedCopy {
  body: Sealed
  wrap: Sealed
  key: ReportKey
}

/**
 * Seals what a report says for a further force, under a key of its own and with the thread that the reporter's receipt
 * leads to (keys.md row 17).
 *
 * @param to - the copy's own id, a UUID in lower case, and the force with its inbox's recipient, `age1pq1…`
 */
export async function sealCopy(
  body: ReportBody,
  to: { id: string; tenant: string; recipient: string },
): Promise<SealedCopy> {
  const thread: ThreadKey = secretFrom(fromBase64url(body.thread))
  const copied: ReportBody = { ...body, thread: toBase64url(referralThreadKey(thread, to.id)) }
  const key = newReportKey()
  const { id: report, tenant } = to
  return {
    body: await sealUnder(key, { tenant, report, part: "body", number: 0 }, bytesOf(JSON.stringify(copied))),
    wrap: await wrapKey(to.recipient, { tenant, report }, key),
    key,
  }
}
