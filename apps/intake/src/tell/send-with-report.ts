import type { Language } from "@candour/domain/contact.ts"
import { mailboxAddress, type ReceiptRoot } from "@candour/sealing/receipt.ts"
import type { ChosenFile } from "../evidence/chosen-file.ts"
import { FileNotSent } from "../evidence/send-files.ts"
import type { WiredPicker } from "../evidence/wire-file-picker.ts"
import { postMessages } from "../mailbox/post-messages.ts"
import { type Copy, sealWritten } from "../mailbox/thread.ts"

/** A report that has just been told, with each copy of it: nobody has written into their threads yet. */
interface JustTold {
  /** Of its receipt. */
  root: ReceiptRoot
  language: Language
  files: readonly ChosenFile[]
  copies: readonly Pick<Copy, "report" | "sealedFor" | "referralOf">[]
}

/**
 * Browser: sends the files that were chosen on the tell page, each copy's under keys of its own, as the first message of
 * its thread. The report is safe already; sending again goes on where it stopped, and makes no message twice.
 *
 * @returns whether all is there; where it isn't, the picker has said why
 */
export async function sendWithReport(
  picker: WiredPicker,
  { root, language, files, copies }: JustTold,
): Promise<boolean> {
  const address = mailboxAddress(root)
  const written = { kind: "message", text: "" } as const
  const messages = []
  try {
    for (const copy of copies) {
      const entries = await picker.send({ files, address, report: copy.report })
      messages.push(await sealWritten(root, { ...copy, sent: 0 }, written, language, entries))
    }
  } catch (error) {
    if (error instanceof FileNotSent) return false
    throw error
  }
  return (await postMessages(address, written, messages)).answer === "written"
}
