import type { Category } from "@candour/domain/category.ts"
import type { Channel, Danger, Language, Line, MayReply, RoutingReason } from "@candour/domain/contact.ts"
import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"
import { asIntake } from "./as.ts"
import type { Database } from "./connect.ts"

/** A report as intake hands it over: sealed, with what is counted in the clear. */
export interface AcceptedReport {
  /** A random UUID (version 4: no id carries a clock), made with the form. */
  id: string
  /** Whose inbox key it is sealed to. */
  tenant: Tenant
  /** What routing decided; another than `tenant` only where that force's desk isn't open. */
  routedTo: Tenant
  reason: RoutingReason
  /** Of what the national desk has to allocate: the forces that it may be about, likeliest first, six at most. */
  candidates?: readonly Tenant[]
  line: Line
  channel: Channel
  language: Language
  categories: readonly Category[]
  danger: Danger
  mayReply: MayReply
  /** SHA-256 of the mailbox's address, 32 bytes; none for a phone contact that leaves without a receipt. */
  mailboxHash?: Uint8Array
  /** Equal for a repeat of the same report, 32 bytes, opaque without the receipt. */
  digest: Uint8Array
  /** An age file of at most 1 MiB. */
  body: Uint8Array
  wrap: Uint8Array
  generation: number
  /** Copies for further forces, five at most, each for a tenant of its own; all are stored with it, or nothing. */
  referrals?: readonly AcceptedReferral[]
}

/** A copy of a report for a further force: what isn't here it shares with its report. */
export type AcceptedReferral = Pick<
  AcceptedReport,
  "id" | "tenant" | "routedTo" | "digest" | "body" | "wrap" | "generation"
>

/**
 * Stores one sealed report with its referrals, and counts its contact once, in one transaction of the database. Safe
 * to repeat.
 *
 * @param day - the day it was received, in Europe/London, at most 31 days back
 * @returns `stored` by this call, the `same` report was there already, or a `conflict`: the receipt, the id or a
 *   referral's belongs to another report, nothing was stored, and no receipt may be shown
 * @throws DatabaseAway - nothing confirmed: it may be stored or not, so repeat it
 */
export async function acceptReport(
  database: Database,
  report: AcceptedReport,
  day: Day,
): Promise<"stored" | "same" | "conflict"> {
  const accept = report.referrals?.length
    ? sql`accept_with_referrals(${values(report, day)}, array[${sql.join(report.referrals.map(given), sql`, `)}])`
    : sql`accept_report(${values(report, day)}, ${candidatesOf(report)})`
  const { rows } = await asIntake(database, (connection) =>
    connection.execute<{ answer: "stored" | "same" | "conflict" }>(sql`select ${accept} as answer`),
  )
  return rows[0]?.answer ?? "conflict"
}

/** The candidates as the database takes them; null where there are none. */
export const candidatesOf = ({ candidates = [] }: Pick<AcceptedReport, "candidates">) =>
  candidates.length > 0 ? sql`${sql.param([...candidates])}::text[]` : sql`null::text[]`

const values = (report: AcceptedReport, day: Day) => sql`
  ${report.id}, ${report.tenant}, ${report.routedTo}, ${report.line}, ${report.channel}, ${report.language},
  ${sql.param([...report.categories])}::text[], ${report.danger}, ${report.mayReply}, ${report.reason},
  ${report.mailboxHash ?? null}, ${report.digest}, ${report.body}, ${report.wrap}, ${report.generation}, ${day}`

const given = ({ id, tenant, routedTo, digest, body, wrap, generation }: AcceptedReferral) =>
  sql`row(${id}, ${tenant}, ${routedTo}, ${digest}, ${body}, ${wrap}, ${generation})::given_referral`

/** Counts a contact that leaves no report, once for each `id`. @throws DatabaseAway */
export async function acceptContact(
  database: Database,
  contact: { id: string; tenant: Tenant; line: Line; channel: Channel },
  day: Day,
): Promise<"stored" | "same"> {
  const { rows } = await asIntake(database, (connection) =>
    connection.execute<{ answer: "stored" | "same" }>(
      sql`select accept_contact(${contact.id}, ${contact.tenant}, ${contact.line}, ${contact.channel}, ${day}) as answer`,
    ),
  )
  return rows[0]?.answer ?? "same"
}
