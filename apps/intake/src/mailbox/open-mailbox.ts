import { mailboxMessages, type StoredMessage } from "@candour/database/mailbox-messages.ts"
import { type MailboxState, mailboxState } from "@candour/database/mailbox-state.ts"
import { mailboxHash } from "@candour/sealing/receipt.ts"
import type { Secret } from "@candour/sealing/sealed.ts"
import { inTime } from "../in-time.ts"
import type { Services } from "../services.ts"

/** What a reporter's digits open. */
export interface OpenMailbox {
  /** The report, then each copy of it; none where no mailbox has the address. */
  copies: readonly MailboxState[]
  messages: readonly StoredMessage[]
  /** It still waits in the spool: nothing can be written yet. */
  spooled: boolean
}

/**
 * Where the report behind a mailbox's address stands, with its messages; one in the spool is waiting like any other.
 *
 * @throws DatabaseAway, AnswerLate - nobody can tell
 */
export async function openMailbox(
  { database, spool }: Services,
  address: Secret<"mailbox address">,
): Promise<OpenMailbox> {
  const spooled = await spool.findByMailbox(mailboxHash(address))
  if (!spooled) {
    const copies = await inTime(mailboxState(database, address))
    return { copies, messages: copies.length ? await inTime(mailboxMessages(database, address)) : [], spooled: false }
  }
  const { report, day } = spooled
  const copies = [report, ...(report.referrals ?? [])].map(
    ({ id, tenant }): MailboxState => ({
      report: id,
      holder: tenant,
      sealedFor: tenant,
      referralOf: id === report.id ? undefined : report.id,
      state: "waiting",
      day,
      moved: false,
      mayReply: report.mayReply,
      disputed: false,
      sent: 0,
    }),
  )
  return { copies, messages: [], spooled: true }
}
