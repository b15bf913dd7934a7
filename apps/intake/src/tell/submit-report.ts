import { type AcceptedReport, acceptReport } from "@candour/database/accept-report.ts"
import { DatabaseAway, isAboutTheRow } from "@candour/database/errors.ts"
import { type Day, dayOf } from "@candour/domain/day.ts"
import type { Services } from "../services.ts"
import { equalBytes } from "../spool/equal-bytes.ts"

/** Another report has this id or these digits: nothing was stored, and no receipt may be shown. */
export class ReportConflict extends Error {
  override name = "ReportConflict"
}

/** The database didn't answer in time: it may be at work on this alone, so it says nothing of other reports. */
export class AnswerLate extends Error {
  override name = "AnswerLate"
}

/** Milliseconds for the database to answer; a reporter waits no longer, and the spool takes the report. */
const ANSWER_WITHIN = 4_000

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

/** `work`, or AnswerLate when it takes too long: it may still be done, which a repeat from the spool allows for. */
export async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new AnswerLate("The database did not answer in time.")), ANSWER_WITHIN)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
