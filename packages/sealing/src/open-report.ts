import { textOf } from "./encoding.ts"
import { Damaged, UnknownVersion } from "./refused.ts"
import { type ReportBody, reportBody } from "./report-body.ts"
import { openUnder, type ReportKey } from "./report-key.ts"
import type { Sealed } from "./sealed.ts"
import { unwrapKey, type WrappedReport } from "./wrap.ts"

/**
 * Opens a report by a wrap of its key.
 *
 * @param identity - of the wrap's holder: the inbox's, or a person's
 * @param report - its id, and the tenant it was sealed for first
 * @throws NotForThisKey - wrapped to another holder, or the body is not under the wrapped key
 * @throws NotThisPlace - the wrap or the body of another report
 * @throws Damaged - altered since, or no report's body
 * @throws UnknownVersion - a format of another release
 */
export async function openReport(
  identity: string,
  { tenant, report }: WrappedReport,
  wrap: Sealed,
  body: Sealed,
): Promise<{ key: ReportKey; body: ReportBody }> {
  const key = await unwrapKey(identity, { tenant, report }, wrap)
  return { key, body: readBody(await openUnder(key, { tenant, report, part: "body", number: 0 }, body)) }
}

function readBody(content: Uint8Array): ReportBody {
  const json = parsed(textOf(content))
  const read = reportBody.safeParse(json)
  if (read.success) return read.data
  if (hasOtherVersion(json)) throw new UnknownVersion("this report's body is of another release")
  throw new Damaged("this is no report's body", { cause: read.error })
}

const hasOtherVersion = (json: unknown): boolean =>
  typeof json === "object" && json !== null && "version" in json && json.version !== 1

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Damaged("this is no report's body", { cause })
  }
}
