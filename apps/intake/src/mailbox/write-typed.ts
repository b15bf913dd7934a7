import { isAboutTheRow, mayPass } from "@candour/database/errors.ts"
import { type NewMessage, writeMessages } from "@candour/database/mailbox-messages.ts"
import type { MailboxState } from "@candour/database/mailbox-state.ts"
import type { Language } from "@candour/domain/contact.ts"
import type { FileEntry } from "@candour/sealing/file-entry.ts"
import type { ReceiptRoot } from "@candour/sealing/receipt.ts"
import type { Secret } from "@candour/sealing/sealed.ts"
import { AnswerLate, inTime } from "../in-time.ts"
import type { Services } from "../services.ts"
import type { MailboxForm } from "./mailbox-form.ts"
import { type MailboxWords, mailboxMessages } from "./messages.ts"
import { sealWritten } from "./thread.ts"
import { copiesFor, FIELD, type WritingAct, writtenIn } from "./written.ts"

/** What came of a form: what was done, or what is wrong, by field. */
export interface Acted {
  said?: keyof MailboxWords["said"]
  problems?: Readonly<Record<string, string | undefined>>
}

/**
 * Seals in memory and stores what a browser without script posted, once for each copy that it goes to: all of them, or none.
 *
 * @throws nothing where the database is away, locked or refuses: that is said at the field, with what was typed
 */
export async function actOn(
  { database }: Services,
  form: MailboxForm & { act: WritingAct },
  { address, root }: { address: Secret<"mailbox address">; root: ReceiptRoot },
  copies: readonly MailboxState[],
  lang: Language,
  files: readonly FileEntry[],
): Promise<Acted> {
  const words = mailboxMessages[lang]
  const read = writtenIn(form.act, form, words, files.length)
  if ("problems" in read) return read
  const { written } = read
  const problem = (text: string) => ({ problems: { [FIELD[form.act]]: text } })
  const withFinished = copies.map((copy) => ({ ...copy, finished: copy.state === "finished" }))
  const chosen = copiesFor(written, form.to, withFinished)
  if (chosen.length === 0) return problem(words.problem.takenUp)
  try {
    const messages: NewMessage[] = []
    for (const copy of chosen) {
      const place = form.places.find(({ report }) => report === copy.report)
      const at = place ? { ...copy, sent: place.sent, lastSent: place.lastSent } : copy
      const message = await sealWritten(root, at, written, lang, files)
      const mayReply = written.kind === "may-reply" ? written.mayReply : undefined
      messages.push({ ...message, kind: written.kind, mayReply })
    }
    const answer = await inTime(writeMessages(database, address, messages))
    if (answer === "none") return problem(words.problem.notStored)
    if (answer !== "stored" && answer !== "same") return problem(words.problem[answer])
    return { said: written.kind === "may-reply" ? "saved" : "written" }
  } catch (error) {
    // It isn't over for a report that was reopened meanwhile, for one.
    if (isAboutTheRow(error)) return problem(words.problem.notStored)
    if (!(mayPass(error) || error instanceof AnswerLate)) throw error
    return problem(words.problem.away)
  }
}
