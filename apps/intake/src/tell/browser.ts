/** Seals a report in the reporter's browser before it is sent (design §4). The server gets what is counted, and ciphertext. */
import { toBase64url } from "@candour/sealing/encoding.ts"
import { newReceipt, type Receipt, type ReceiptRoot, receiptRoot } from "@candour/sealing/receipt.ts"
import { type OpenReferral, sealTold } from "@candour/sealing/seal-told.ts"
import { answersOf, type Counted, UNANSWERED } from "@candour/sealing/told.ts"
import { excess, type TextField } from "@candour/sealing/told-fields.ts"
import { keepFiles, loadPicker, pickerOf } from "../evidence/load-picker.ts"
import type { WiredPicker } from "../evidence/wire-file-picker.ts"
import { type GateFieldValues, proofOf, throughGate } from "../floods/solve.ts"
import { checkLast, readersOnPage, showReceipt, wireReceipt } from "../receipt/show-receipt.ts"
import { documentLanguage } from "../visit/document-language.ts"
import { showErrors } from "../visit/show-errors.ts"
import { watchGivesAway } from "./gives-away/watch.ts"
import { tellMessages } from "./messages.ts"
import type { SealedAnswer } from "./take-sealed.ts"

/** One form's numbers, and what was last sealed under them: a retry sends the same bytes. */
interface Attempt {
  id: string
  receipt: Receipt
  /** Derived while the reporter writes, so that nobody waits for it after pressing Send. */
  root?: Promise<ReceiptRoot>
  /** The id of the copy that is meant for each further force. */
  referrals: Record<string, string>
  content?: string
  sealed?: SealedTold
}

type SealedTold = Awaited<ReturnType<typeof sealTold>>

const attempts = new WeakMap<HTMLFormElement, Attempt>()

/** The numbers of a form whose page is loaded anew: should they have arrived before, it is still one report. */
let carried: Attempt | undefined

const rootOf = (attempt: Attempt): Promise<ReceiptRoot> => {
  attempt.root ??= receiptRoot(attempt.receipt)
  return attempt.root
}

const newAttempt = (): Attempt => ({ id: crypto.randomUUID(), receipt: newReceipt(), referrals: {} })

/** Makes the report's numbers here, and says what is now true: the words are locked before they leave. */
export function show(): void {
  const form = document.querySelector<HTMLFormElement>("#tell")
  if (!form || attempts.has(form)) return
  attempts.set(form, carried ?? newAttempt())
  form.addEventListener("input", () => void rootOf(attempts.get(form) as Attempt), { once: true })
  carried = undefined
  proofOf(form) // begins once somebody types
  watchGivesAway(form, documentLanguage())
  void offerFiles(form)
  // The server's own numbers are for who has no script; none of it is sent from here.
  for (const input of form.querySelectorAll("input:is([name=id], [name=digits], [name=referral])")) input.remove()
  for (const element of form.querySelectorAll<HTMLElement>("[data-with-script]")) element.hidden = false
  for (const element of form.querySelectorAll<HTMLElement>("[data-without-script]")) element.hidden = true
}

/** Keeps a form's numbers and its files for the page that comes in its place: what arrived before is then met as the same report. */
export function carry(form: HTMLFormElement): void {
  const attempt = attempts.get(form)
  if (attempt) {
    const { content: _, sealed: __, ...numbers } = attempt
    carried = numbers
  }
  keepFiles(form)
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
  const picker = pickerOf(form)
  const files = (await picker?.ready())?.length ?? 0
  const said = (name: string) =>
    field(name) || (name === "account" && files > 0 ? tellMessages[documentLanguage()].inFiles : "")
  const errors = errorsOf(said)
  showErrors(form, errors)
  if (Object.keys(errors).length > 0) return undefined

  const counted = countedOf(form, typed)
  const sealed = await seal(form, attempt, said, counted)
  const answer = await throughGate(proofOf(form), (gate) => post(form, attempt, counted, sealed, gate))
  if (answer.answer === "conflict") {
    attempts.set(form, newAttempt())
    showErrors(form, { send: tellMessages[documentLanguage()].problem.conflict })
    return undefined
  }
  if (answer.answer === "outdated") {
    carry(form)
    return pageAnew(typed)
  }
  showReceipt({
    digits: attempt.receipt,
    ...readersOnPage(),
    danger: counted.danger === "now",
    days: answer.days,
  })
  wireReceipt()
  if (picker && files > 0) void sendFiles(form, attempt, picker)
  return undefined
}

/** Offers to send files once their script is there; a report goes without it just as well. */
async function offerFiles(form: HTMLFormElement): Promise<void> {
  const takesFiles = await loadPicker(form).catch(() => false)
  const offer = form.querySelector<HTMLElement>("[data-offers-files]")
  if (offer) offer.hidden = !takesFiles
}

/** Sends the files under the receipt, where the report is safe already, and says how it goes and what to do. */
async function sendFiles(form: HTMLFormElement, attempt: Attempt, picker: WiredPicker): Promise<void> {
  const chosen = form.querySelector("[data-file-picker]")
  const place = document.querySelector<HTMLElement>("main [data-files]")
  if (!(chosen instanceof HTMLElement) || !place) return
  const { script = "" } = chosen.dataset
  const { tenant = "", referrals = "[]" } = form.dataset
  const copies = (JSON.parse(referrals) as OpenReferral[]).map((to) => ({
    report: attempt.referrals[to.routedTo] ?? "",
    sealedFor: to.tenant,
    referralOf: attempt.id,
  }))
  const told = {
    root: await rootOf(attempt),
    language: documentLanguage(),
    copies: [{ report: attempt.id, sealedFor: tenant }, ...copies],
  }
  for (const input of chosen.querySelectorAll<HTMLElement>("input, label, .govuk-hint")) input.hidden = true
  place.querySelector("[data-chosen]")?.append(chosen)
  place.hidden = false
  const [status, again] = [place.querySelector<HTMLElement>("[data-files-said]"), place.querySelector("button")]
  const say = (what: "going" | "there" | "stopped") => {
    if (status) status.textContent = place.dataset[what] ?? ""
    if (again) again.hidden = what !== "stopped"
  }
  const send = async () => {
    const files = picker.files()
    if (files.length === 0) return place.remove() // each was taken off: nothing is left to send
    say("going")
    const { sendWithReport }: typeof import("../evidence/browser.ts") = await import(script)
    const sent = await sendWithReport(picker, { ...told, files }).catch(() => false)
    say(sent ? "there" : "stopped")
    if (sent) picker.clear(files)
  }
  again?.addEventListener("click", () => void send())
  await send()
}

function pageAnew(typed: FormData): FormData {
  const fields = new FormData()
  for (const name of ["line", "routedTo", "reason"]) fields.set(name, String(typed.get(name) ?? ""))
  for (const name of ["with", "maybe", "area"]) for (const tenant of typed.getAll(name)) fields.append(name, tenant)
  fields.set("anew", "yes")
  return fields
}

function errorsOf(field: (name: string) => string): Record<string, string> {
  const errors: Record<string, string> = {}
  const { problem } = tellMessages[documentLanguage()]
  if (field("account").trim() === "") errors.account = problem.noAccount
  for (const [name, letters] of Object.entries(excess((text: TextField) => field(text)))) {
    errors[name] = problem.tooLong(letters)
  }
  return errors
}

const countedOf = (form: HTMLFormElement, typed: FormData) =>
  ({
    line: String(typed.get("line")),
    routedTo: String(typed.get("routedTo")),
    reason: form.dataset.reason,
    channel: "online",
    language: documentLanguage(),
    categories: typed.getAll("categories"),
    danger: typed.get("danger") ?? UNANSWERED.danger,
    mayReply: typed.get("mayReply") ?? UNANSWERED.mayReply,
  }) as Counted

async function seal(
  form: HTMLFormElement,
  attempt: Attempt,
  field: (name: string) => string,
  counted: Counted,
): Promise<SealedTold> {
  const { tenant = "", recipient = "", referrals = "[]" } = form.dataset
  const answers = answersOf(field)
  const content = JSON.stringify([tenant, referrals, answers, counted])
  if (attempt.sealed && attempt.content === content) return attempt.sealed
  const { id, receipt } = attempt
  const withIds = (JSON.parse(referrals) as OpenReferral[]).map((to) => {
    attempt.referrals[to.routedTo] ??= crypto.randomUUID()
    return { ...to, id: attempt.referrals[to.routedTo] as string }
  })
  attempt.sealed = await sealTold({ id, receipt, tenant, recipient, referrals: withIds }, answers, counted, () =>
    rootOf(attempt),
  )
  attempt.content = content
  return attempt.sealed
}

async function post(
  form: HTMLFormElement,
  { id }: Attempt,
  counted: Counted,
  { report, referrals }: SealedTold,
  gate: GateFieldValues,
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
        mailboxHash: toBase64url(report.mailboxHash),
        digest: toBase64url(report.digest),
      },
      candidates: new FormData(form).getAll("maybe"),
      area: new FormData(form).get("area") ?? undefined,
      body: toBase64url(report.body),
      wrap: toBase64url(report.wrap),
      gate,
      referrals: referrals.map(({ digest, body, wrap, ...to }) => ({
        ...to,
        digest: toBase64url(digest),
        body: toBase64url(body),
        wrap: toBase64url(wrap),
      })),
    }),
  })
  if (!answer.ok && ![409, 422, 503].includes(answer.status)) throw new Error("It was not taken.")
  return answer.json()
}
