import type { CallEnd, Line } from "@candour/domain/contact.ts"
import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import { type SQL, sql } from "drizzle-orm"
import { type AcceptedReport, candidatesOf } from "./accept-report.ts"
import { asTenant } from "./as.ts"
import type { Database } from "./connect.ts"

/** A call as the national desk counts it. */
export interface Call {
  /** A random UUID (version 4), made when the call comes in; the id of its report, if it becomes one. */
  id: string
  line: Line
}

async function ask<Answer>(database: Database, call: SQL): Promise<Answer> {
  const { rows } = await asTenant(database, NATIONAL_DESK, (transaction) =>
    transaction.execute<{ answer: Answer }>(sql`select ${call} as answer`),
  )
  return (rows[0] as { answer: Answer }).answer
}

/** Counts a call as a contact, once for each id, whatever becomes of it. @throws DatabaseAway */
export const countCall = (database: Database, { id, line }: Call): Promise<"stored" | "same"> =>
  ask(database, sql`count_call(${id}, ${line})`)

/**
 * Records how a call ended that leaves no report; counts it where that hadn't happened yet.
 *
 * @returns `conflict`: it has ended otherwise, or is a report
 * @throws DatabaseAway - nothing confirmed, so repeat it
 */
export const endCall = (
  database: Database,
  { id, line }: Call,
  why: CallEnd,
): Promise<"stored" | "same" | "conflict"> => ask(database, sql`end_call(${id}, ${line}, ${why})`)

/** The report of a call, sealed in the handler's browser. It goes to one tenant. */
export type CallReport = Omit<AcceptedReport, "channel" | "referrals">

/**
 * Stores the report of a call under the id that it was counted by, in one transaction; its contact is counted once.
 * Safe to repeat.
 *
 * @returns as `acceptReport`; or `outdated`: the desk has another key by now, nothing was stored, seal it anew
 * @throws DatabaseAway - nothing confirmed: it may be stored or not, so repeat it
 */
export const takeCallReport = (
  database: Database,
  report: CallReport,
): Promise<"stored" | "same" | "conflict" | "outdated"> =>
  ask(
    database,
    sql`take_call_report(
      ${report.id}, ${report.tenant}, ${report.routedTo}, ${report.line}, ${report.language},
      ${sql.param([...report.categories])}::text[], ${report.danger}, ${report.mayReply}, ${report.reason},
      ${report.mailboxHash ?? null}, ${report.digest}, ${report.body}, ${report.wrap}, ${report.generation},
      ${candidatesOf(report)})`,
  )
