import type { MayReply } from "@candour/domain/contact.ts"
import type { Day } from "@candour/domain/day.ts"
import type { Stage } from "@candour/domain/stage.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"
import { asIntake } from "./as.ts"
import type { Database } from "./connect.ts"

/** Where a report stands, in the coarse words a reporter is given by default (pages, What a standards unit refuses). */
export interface MailboxState {
  report: string
  holder: Tenant
  state: "waiting" | "opened" | "finished"
  /** The day it was received. */
  day: Day
  moved: boolean
  /** The tenant that its sealed parts name. */
  sealedFor: Tenant
  /** The report that this one is a copy of. */
  referralOf?: string | undefined
  mayReply: MayReply
  /** The stage that a lead lets the reporter see. */
  released?: Exclude<Stage, "received" | "closed"> | undefined
  /** The reporter said that it isn't over, and nobody has answered. */
  disputed: boolean
  /** How many messages the reporter has written, and the digest of the last (32 bytes). */
  sent: number
  lastSent?: Uint8Array | undefined
}

interface StateRow extends Record<string, unknown> {
  report: string
  holder: string
  state: MailboxState["state"]
  day: Day
  moved: boolean
  sealed_for: string
  referral_of: string | null
  may_reply: MayReply
  released: NonNullable<MailboxState["released"]> | null
  disputed: boolean
  sent: number
  last_sent: Buffer | null
}

/**
 * The report behind a mailbox address (32 bytes, not its hash), then each of its referrals; none where no report has it.
 *
 * @throws DatabaseAway
 */
export async function mailboxState(database: Database, address: Uint8Array): Promise<MailboxState[]> {
  const { rows } = await asIntake(database, (connection) =>
    connection.execute<StateRow>(
      sql`select report, holder, state, day, moved, sealed_for, referral_of, may_reply, released, disputed, sent,
        last_sent from mailbox_state(${address})`,
    ),
  )
  return rows.map((row) => ({
    report: row.report,
    holder: row.holder,
    state: row.state,
    day: row.day,
    moved: row.moved,
    sealedFor: row.sealed_for,
    referralOf: row.referral_of ?? undefined,
    mayReply: row.may_reply,
    released: row.released ?? undefined,
    disputed: row.disputed,
    sent: row.sent,
    lastSent: row.last_sent ? new Uint8Array(row.last_sent) : undefined,
  }))
}
