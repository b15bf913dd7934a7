/** Seals a report in the reporter's browser before it is sent (design §4). The server gets what is counted, and ciphertext. */
import { toBase64url } from "@candour/sealing/encoding.ts"
import { newReceipt, type Receipt } from "@candour/sealing/receipt.ts"
import { type SealedReport, sealReport } from "@candour/sealing/seal-report.ts"
import { en as receiptWords } from "../receipt/messages.ts"
import { checkLast, showReceipt, wireReceipt } from "../receipt/show-receipt.ts"
import { en } from "./messages.ts"
import { showErrors } from "./show-errors.ts"
import type { SealedAnswer } from "./take-sealed.ts"
import { answersOf, type Counted, countedBytes, UNANSWERED } from "./told.ts"
import { excess, type TextField } from "./told-fields.ts"

/** One form's numbers, and what was last sealed under them: a retry sends the same bytes. */
interface Attempt {
  id: string
  receipt: Receipt
  content?: string
  sealed?: SealedReport
}

const attempts = new WeakMap<HTMLFormElement, Attempt>()

/** The numbers of a form whose page is loaded anew: should they have arrived before, it is still one report. */
let carried: Attempt | undefined

const newAttempt = (): Attempt => ({ id: crypto.randomUUID(), receipt: newReceipt() })

/** Makes the report's numbers here, and says what is now true: the words are locked before they leave. */
export function show(): void {
  const form = document.querySelector<HTMLFormElement>("#tell")
  if (!form || attempts.has(form)) return
  attempts.set(form, carried ?? newAttempt())
  carried = undefined
  // The server's own numbers are for who has no script; none of it is sent from here.
  for (const name of ["id", "digits"]) form.querySelector(`input[name=${name}]`)?.remove()
  for (const element of form.querySelectorAll<HTMLElement>("[data-with-script]")) element.hidden = false
  for (const element of form.querySelectorAll<HTMLElement>("[data-without-script]")) element.hidden = true
}

/**
 * Seals and sends the report, then shows its receipt in place; also checks the receipt's last four digits. Where the
 * page's key is out of date, answers what asks for the page anew: only where the report goes, and nothing told.
 */
export async function send(form: HTMLFormElement): Promise<FormData | undefined> {
  if (form.id === "check") {
    checkLast(form)
    return undefined
  }
  const attempt = attempts.get(form)
  if (!attempt) throw new Error("The form has no numbers yet.")
  const typed = new FormData(form)
  const field = (name: string) => String(typed.get(name) ?? "")
  const errors = errorsOf(field)
  showErrors(form, errors)
  if (Object.keys(errors).length > 0) return undefined

  const counted = countedOf(form, typed)
  const sealed = await seal(form, attempt, field, counted)
  const answer = await post(form, attempt, counted, sealed)
  if (answer.answer === "conflict") {
    attempts.set(form, newAttempt())
    showErrors(form, { send: en.problem.conflict })
    return undefined
  }
  if (answer.answer === "outdated") {
    carried = { id: attempt.id, receipt: attempt.receipt }
    return pageAnew(typed)
  }
  showReceipt({
    digits: attempt.receipt,
    thanks:
      document.querySelector<HTMLTemplateElement>("#receipt")?.content.querySelector("[data-thanks]")?.textContent ??
      "",
    danger: counted.danger === "now",
    openBy: answer.openBy,
    lookFrom: answer.lookFrom,
    title: `${receiptWords.title} – Candour`,
  })
  wireReceipt()
  return undefined
}

function pageAnew(typed: FormData): FormData {
  const fields = new FormData()
  for (const name of ["line", "routedTo", "reason"]) fields.set(name, String(typed.get(name) ?? ""))
  fields.set("anew", "yes")
  return fields
}

function errorsOf(field: (name: string) => string): Record<string, string> {
  const errors: Record<string, string> = {}
  if (field("account").trim() === "") errors.account = en.problem.noAccount
  for (const [name, letters] of Object.entries(excess((text: TextField) => field(text)))) {
    errors[name] = en.problem.tooLong(letters)
  }
  return errors
}

const countedOf = (form: HTMLFormElement, typed: FormData) =>
  ({
    line: String(typed.get("line")),
    routedTo: String(typed.get("routedTo")),
    reason: form.dataset.reason,
    channel: "online",
    language: document.documentElement.lang,
    categories: typed.getAll("categories"),
    danger: typed.get("danger") ?? UNANSWERED.danger,
    mayReply: typed.get("mayReply") ?? UNANSWERED.mayReply,
  }) as Counted

async function seal(
  form: HTMLFormElement,
  attempt: Attempt,
  field: (name: string) => string,
  counted: Counted,
): Promise<SealedReport> {
  const { tenant = "", recipient = "" } = form.dataset
  const answers = answersOf(field)
  const content = JSON.stringify([tenant, answers, counted])
  if (attempt.sealed && attempt.content === content) return attempt.sealed
  attempt.sealed = await sealReport({
    id: attempt.id,
    tenant,
    recipient,
    receipt: attempt.receipt,
    language: counted.language,
    mayReply: counted.mayReply,
    answers,
    counted: countedBytes(counted),
  })
  attempt.content = content
  return attempt.sealed
}

async function post(
  form: HTMLFormElement,
  { id }: Attempt,
  counted: Counted,
  sealed: SealedReport,
): Promise<SealedAnswer> {
  const { channel: _, ...said } = counted
  const answer = await fetch("/tell/sealed", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      counted: {
        ...said,
        id,
        tenant: form.dataset.tenant,
        generation: Number(form.dataset.generation),
        mailboxHash: toBase64url(sealed.mailboxHash),
        digest: toBase64url(sealed.digest),
      },
      body: toBase64url(sealed.body),
      wrap: toBase64url(sealed.wrap),
    }),
  })
  if (!answer.ok && answer.status !== 409) throw new Error("It was not taken.")
  return answer.json()
}
