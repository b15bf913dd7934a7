/** Opens and writes a mailbox's messages in the browser: the digits never leave it, and neither does what is typed. */
import { fromBase64url, toBase64url } from "@candour/sealing/encoding.ts"
import type { FileEntry } from "@candour/sealing/file-entry.ts"
import type { MessageBody } from "@candour/sealing/message.ts"
import { mailboxAddress, parseReceipt, type ReceiptRoot, receiptRoot } from "@candour/sealing/receipt.ts"
import type { ChosenFile } from "../evidence/chosen-file.ts"
import { keepFiles, loadPicker, pickerOf } from "../evidence/load-picker.ts"
import type { WiredPicker } from "../evidence/wire-file-picker.ts"
import { documentLanguage } from "../visit/document-language.ts"
import { showErrors } from "../visit/show-errors.ts"
import { mailboxMessages } from "./messages.ts"
import { postMessages, type SealedWritten } from "./post-messages.ts"
import { type Copy, openInThread, sealWritten, type Written } from "./thread.ts"
import type { WriteAnswer } from "./write-sealed.ts"
import { copiesFor, FIELD, type WritingAct, writtenIn } from "./written.ts"

/** What the digits gave, in this page's memory alone: loading the page again asks for them again. */
let root: ReceiptRoot | undefined
/** What was typed, and to whom it goes, while the page comes anew. */
const typed: Record<string, string> = {}
/** What was last sealed, for a retry: the same bytes are the same message. */
let sealedLast: { content: string; messages: SealedWritten[] } | undefined

const words = () => mailboxMessages[documentLanguage()]

/** Opens what the page holds sealed, and puts back what was typed and chosen. */
export function show(): void {
  for (const control of controls()) if (control.value === "") control.value = typed[control.name] ?? ""
  for (const choice of choices()) if (choice.value === typed.to) choice.checked = true
  for (const element of document.querySelectorAll<HTMLElement>("#write [data-with-script]")) element.hidden = false
  const form = writeForm()
  if (form) void loadPicker(form).catch(() => undefined) // without it a message goes as it is, and files stay where they are
  void openAll()
}

const writeForm = () => document.querySelector<HTMLFormElement>("#write")

const controls = () =>
  document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("main textarea, main input[type=text]")

/** Whom a message goes to, where there are several. */
const choices = () => document.querySelectorAll<HTMLInputElement>("main input[name=to]")

/**
 * Keeps what is typed and chosen in any form of the page, since each of them brings the whole page anew; a page that
 * lacks a box, as the one that asks for the digits does, takes nothing away.
 */
function keepAll(): void {
  for (const { name, value } of controls()) typed[name] = value
  for (const { value, checked } of choices()) if (checked) typed.to = value
  const form = writeForm()
  if (form) keepFiles(form)
}

async function openAll(): Promise<void> {
  if (!root) return
  const copies = new Map(copiesOnPage().map((copy) => [copy.report, copy]))
  for (const place of document.querySelectorAll<HTMLElement>("main [data-sealed]")) {
    const { sealed = "", report = "", from, number, previous, changed = "", unreadable = "" } = place.dataset
    const copy = copies.get(report)
    const message = {
      from: from === "team" ? ("team" as const) : ("reporter" as const),
      number: Number(number),
      sealed: fromBase64url(sealed),
      previous: previous ? fromBase64url(previous) : undefined,
    }
    const opened = copy && (await openInThread(root, copy, message))
    if (opened?.text) place.lang = opened.language
    place.textContent = opened ? saidIn(opened, changed) : unreadable
    delete place.dataset.sealed
  }
}

/** What a message says: its words, what it changed, and how many files came with it. */
const saidIn = ({ text, mayReply, files }: MessageBody, changed: string): string =>
  [text, mayReply && changed, files && words().files(files.length)].filter(Boolean).join("\n")

const copiesOnPage = () =>
  [...document.querySelectorAll<HTMLElement>("main [data-copy]")].map(({ dataset }): Copy & { finished: boolean } => ({
    report: dataset.copy ?? "",
    sealedFor: dataset.sealedFor ?? "",
    referralOf: dataset.referralOf,
    sent: Number(dataset.sent),
    lastSent: dataset.lastSent ? fromBase64url(dataset.lastSent) : undefined,
    finished: dataset.finished === "true",
  }))

/** Gives what is posted in place of what was typed: the mailbox's address, and what was done here. */
export async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<FormData | undefined> {
  const values = new FormData(form)
  const field = (name: string) => String(values.get(name) ?? "")
  keepAll()
  if (submitter?.hasAttribute("formaction")) return root && form.id !== "mailbox" ? fields({}) : asking()
  if (form.id === "mailbox") return open(form, field("digits"))
  if (!root) throw new Error("The digits are gone.")
  if (form.id === "remove") {
    const posted = fields({ act: "remove" })
    for (const shown of values.getAll("shown")) posted.append("shown", shown)
    return posted
  }
  return write(form, form.id as WritingAct, field)
}

/** The other language, before anything is open. */
function asking(): FormData {
  const posted = new FormData()
  posted.set("answer", "language")
  return posted
}

function fields(more: Record<string, string>): FormData {
  const posted = new FormData()
  if (root) posted.set("address", toBase64url(mailboxAddress(root)))
  for (const [name, value] of Object.entries(more)) posted.set(name, value)
  return posted
}

async function open(form: HTMLFormElement, digits: string): Promise<FormData | undefined> {
  const parsed = parseReceipt(digits)
  const { problem } = words()
  const said =
    parsed.kind === "length" ? problem.length(parsed.digits) : parsed.kind === "check" ? problem.check : undefined
  showErrors(form, said ? { digits: said } : {})
  if (parsed.kind !== "receipt") return undefined
  root = await receiptRoot(parsed.receipt)
  return fields({})
}

async function write(
  form: HTMLFormElement,
  act: WritingAct,
  field: (name: string) => string,
): Promise<FormData | undefined> {
  const mayReply = field("mayReply") as "yes" | "careful" | "no" | ""
  const picker = pickerOf(form)
  const files = (await picker?.ready()) ?? []
  const input = form.querySelector<HTMLInputElement>("input[type=file]")
  if (!picker && input?.files?.length) throw new Error("The script that seals files has not come.")
  const said = { text: field("text"), known: field("known"), mayReply: mayReply || undefined }
  const read = writtenIn(act, said, words(), files.length)
  showErrors(form, "problems" in read ? read.problems : {})
  if ("problems" in read) return undefined

  const copies = copiesFor(read.written, field("to"), copiesOnPage())
  const sent = files.length > 0 && picker ? await sendFilesTo(picker, files, copies) : new Map<string, FileEntry[]>()
  if (!sent) return undefined // the picker has said why
  const sentText = typed[FIELD[act]]
  const { answer } = await post(read.written, copies, sent)
  keepAll() // what was typed and chosen while it was on its way
  if (answer === "none") throw new Error("It was not taken.")
  if (answer !== "written") return fields({ problem: answer })
  if (typed[FIELD[act]] === sentText) delete typed[FIELD[act]]
  sealedLast = undefined
  picker?.clear(files)
  if (picker) keepFiles(form)
  return fields({ said: read.written.kind === "may-reply" ? "saved" : "written" })
}

/** Sends the chosen files to each copy that the message goes to, each under keys of its own; undefined where it failed. */
async function sendFilesTo(
  picker: WiredPicker,
  files: readonly ChosenFile[],
  copies: readonly Copy[],
): Promise<Map<string, FileEntry[]> | undefined> {
  const address = mailboxAddress(root as ReceiptRoot)
  const sent = new Map<string, FileEntry[]>()
  try {
    for (const { report } of copies) sent.set(report, await picker.send({ files, address, report }))
    return sent
  } catch (error) {
    // By its name: the class is another script's.
    if ((error as Error).name !== "FileNotSent") throw error
    return undefined
  }
}

async function post(
  written: Written,
  copies: readonly Copy[],
  files: ReadonlyMap<string, FileEntry[]>,
): Promise<WriteAnswer> {
  const places = copies.map(({ report, sent }) => [report, sent, files.get(report)])
  const content = JSON.stringify([written, documentLanguage(), places])
  if (sealedLast?.content !== content) {
    const messages = []
    for (const copy of copies)
      messages.push(await sealWritten(root as ReceiptRoot, copy, written, documentLanguage(), files.get(copy.report)))
    sealedLast = { content, messages }
  }
  return postMessages(mailboxAddress(root as ReceiptRoot), written, sealedLast.messages)
}
