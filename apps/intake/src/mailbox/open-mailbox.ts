import { type MailboxState, mailboxState } from "@candour/database/mailbox-state.ts"
import { mailboxHash } from "@candour/sealing/receipt.ts"
import type { Secret } from "@candour/sealing/sealed.ts"
import type { Services } from "../services.ts"
import { inTime } from "../tell/submit-report.ts"

/** Where one copy of a report stands. */
export type CopyState = Omit<MailboxState, "report">

/**
 * Where the report behind a mailbox's address stands, and then each of its referrals; those in the spool are waiting
 * like any other. None where no mailbox has the address.
 *
 * @throws DatabaseAway, AnswerLate - nobody can tell
 */
export async function openMailbox(
  { database, spool }: Services,
  address: Secret<"mailbox address">,
): Promise<CopyState[]> {
  const spooled = await spool.findByMailbox(mailboxHash(address))
  if (!spooled) return inTime(mailboxState(database, address))
  const { report, day } = spooled
  return [report, ...(report.referrals ?? [])].map(({ tenant }) => ({
    holder: tenant,
    state: "waiting",
    day,
    moved: false,
  }))
}
