/** Derives a mailbox's address from the digits in the browser: they never leave it. */
import { toBase64url } from "@candour/sealing/encoding.ts"
import { mailboxAddress, parseReceipt, receiptRoot } from "@candour/sealing/receipt.ts"
import { showErrors } from "../tell/show-errors.ts"
import { en } from "./messages.ts"

/** Gives the address to be posted in place of the digits, or says what is wrong with these. */
export async function send(form: HTMLFormElement): Promise<FormData | undefined> {
  const parsed = parseReceipt(String(new FormData(form).get("digits") ?? ""))
  const problem =
    parsed.kind === "length" ? en.problem.length(parsed.digits) : parsed.kind === "check" ? en.problem.check : undefined
  showErrors(form, problem ? { digits: problem } : {})
  if (parsed.kind !== "receipt") return undefined

  const fields = new FormData()
  fields.set("address", toBase64url(mailboxAddress(await receiptRoot(parsed.receipt))))
  return fields
}
