import { type MailboxState, mailboxState } from "@candour/database/mailbox-state.ts"
import { mailboxHash } from "@candour/sealing/receipt.ts"
import type { Secret } from "@candour/sealing/sealed.ts"
import type { Services } from "../services.ts"
import { inTime } from "../tell/submit-report.ts"

/**
 * Where the report behind a mailbox's address stands; a report in the spool is waiting like any other. Undefined where
 * no mailbox has the address.
 *
 * @throws DatabaseAway, AnswerLate - nobody can tell
 */
export async function openMailbox(
  { database, spool }: Services,
  address: Secret<"mailbox address">,
): Promise<Omit<MailboxState, "report"> | undefined> {
  const spooled = await spool.findByMailbox(mailboxHash(address))
  if (spooled) return { holder: spooled.report.tenant, state: "waiting", day: spooled.day, moved: false }
  return inTime(mailboxState(database, address))
}
