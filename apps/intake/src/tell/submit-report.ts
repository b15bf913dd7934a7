import { type AcceptedReport, acceptReport } from "@candour/database/accept-report.ts"
import { DatabaseAway, isAboutTheRow } from "@candour/database/errors.ts"
import { type Day, dayOf } from "@candour/domain/day.ts"
import { inTime } from "../in-time.ts"
import type { Services } from "../services.ts"
import { equalBytes } from "../spool/equal-bytes.ts"

/** Another report has this id or these digits: nothing was stored, and no receipt may be shown. */
export class ReportConflict extends Error {
  override name = "ReportConflict"
}

type SubmitServices = Pick<Services, "database" | "delivery" | "spool" | "clock">

/**
 * Stores one sealed report and counts its contact: in the database, or in the spool where that can't take it now,
 * whatever its reason: away, locked, slow, read-only or full.
 * Safe to repeat: the sender makes `report.id`, so a double press, a reload or a retry changes nothing.
 *
 * @returns `stored` by this call, or the `same` report was there already: both deserve the receipt, which may be shown
 *   from now on, since the report is on disk
 * @throws ReportConflict - see there
 * @throws the database's own error where it refuses what is in the report: waiting would change nothing
 * @see design §5, "No acknowledged report is ever lost"
 */
export async function submitReport(services: SubmitServices, report: AcceptedReport): Promise<"stored" | "same"> {
  const answer = await submit(services, report, dayOf(services.clock.now()))
  if (answer === "conflict") throw new ReportConflict("another report has this id or these digits")
  return answer
}

async function submit({ database, delivery, spool }: SubmitServices, report: AcceptedReport, day: Day) {
  const before = await spool.find(report.id)
  if (before) return equalBytes(before.report.digest, report.digest) ? "same" : "conflict"
  if (delivery.isAway()) return spool.keep({ report, day })
  try {
    return await inTime(acceptReport(database, report, day))
  } catch (error) {
    if (isAboutTheRow(error)) throw error
    if (error instanceof DatabaseAway) delivery.metAway()
    return spool.keep({ report, day })
  }
}
