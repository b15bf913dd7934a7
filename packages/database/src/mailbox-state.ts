import type { Day } from "@candour/domain/day.ts"
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
}

/**
 * The report behind a mailbox address (32 bytes, not its hash), then each of its referrals; none where no report has it.
 *
 * @throws DatabaseAway
 */
export async function mailboxState(database: Database, address: Uint8Array): Promise<MailboxState[]> {
  const { rows } = await asIntake(database, (connection) =>
    connection.execute<MailboxState & Record<string, unknown>>(
      sql`select report, holder, state, day, moved from mailbox_state(${address})`,
    ),
  )
  return rows
}
