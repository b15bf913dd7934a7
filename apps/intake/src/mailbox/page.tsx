import { setTimeout } from "node:timers/promises"
import { mayPass } from "@candour/database/errors.ts"
import { removeMessages } from "@candour/database/mailbox-messages.ts"
import type { Language } from "@candour/domain/contact.ts"
import type { FileEntry } from "@candour/sealing/file-entry.ts"
import { mailboxAddress, parseReceipt, type ReceiptRoot } from "@candour/sealing/receipt.ts"
import type { Secret } from "@candour/sealing/sealed.ts"
import type { Context } from "hono"
import { evidenceMessages } from "../evidence/messages.ts"
import { TooSlow } from "../evidence/not-too-slow.ts"
import { isFormWithFiles, type Received, type ReceiveProblem, receiveFiles } from "../evidence/receive-files.ts"
import type { GateAnswer } from "../floods/gate.ts"
import { heldBack } from "../floods/gate-post.ts"
import { heldBackWords } from "../floods/messages.ts"
import { AnswerLate, inTime } from "../in-time.ts"
import { languageOf } from "../language.ts"
import { type Posted, postedForm } from "../posted-form.ts"
import { TooManyWait } from "../receipt/root-queue.ts"
import { type Services, today } from "../services.ts"
import { AskPage } from "./ask-page.tsx"
import { type MailboxForm, mailboxFormOf, problemWords } from "./mailbox-form.ts"
import { mailboxMessages } from "./messages.ts"
import { type OpenMailbox, openMailbox } from "./open-mailbox.ts"
import { openInThread } from "./thread.ts"
import type { ShownMessage } from "./thread-messages.tsx"
import { ThreadPage } from "./thread-page.tsx"
import { type Acted, actOn } from "./write-typed.ts"

/** Milliseconds that wrong digits wait for their answer: trying many is slow, and nobody is remembered for it. */
const WRONG_PAUSE = 1_000

/** Asks for the digits. */
export const showMailbox =
  ({ gate }: Services) =>
  async (c: Context) =>
    c.html(<AskPage lang={languageOf(c)} challenge={await gate.challenge()} />)

const fileProblemWords = (lang: Language, problem: ReceiveProblem): string => {
  const { tooMany, reason } = evidenceMessages[lang].problem
  const { filesBusy, filesAway } = mailboxMessages[lang].problem
  return { ...reason, "too-many": tooMany, busy: filesBusy, away: filesAway }[problem]
}

/** Nothing is sent without files that could go along in a minute: the message that speaks of them would have gone. */
const holdsBack = (problem: ReceiveProblem | undefined) => problem === "busy" || problem === "away"

/** What opens a mailbox: by script its address alone; without, what the digits derive, in memory for this request. */
interface Keys {
  address: Secret<"mailbox address">
  root?: ReceiptRoot
}

/**
 * Opens a mailbox, and does in it what was asked: by its address from a browser with script, which seals and opens by
 * itself; by the digits without, which the server forgets with the answer.
 */
export const useMailbox = (services: Services) => async (c: Context) =>
  answerMailbox(services, c, mailboxFormOf(await postedForm(c)))

/** The same for the form that may bring files: from a browser without script, each is sealed as it arrives. */
export const useMailboxWithFiles = (services: Services) => async (c: Context) => {
  if (!isFormWithFiles(c)) return useMailbox(services)(c)
  let [typed, read]: [Posted, ReadKeys | undefined] = [{}, undefined]
  const whose = async (fields: Posted) => {
    typed = fields
    const form = mailboxFormOf(fields)
    if (form.answer !== undefined) return undefined // only the language is changed: nothing is sent
    read = await readKeys(services, form, languageOf(c))
    return "problem" in read ? undefined : { address: read.address, report: form.places[0]?.report ?? "" }
  }
  const received = receiveFiles(services, c.req.raw, whose).catch((error): Received => {
    if (!(error instanceof TooSlow)) throw error
    return { fields: typed, entries: [], problem: "away" }
  })
  const { fields, entries, problem } = await received
  return answerMailbox(services, c, mailboxFormOf(fields), { files: entries, problem, read })
}

/** What came beside a form's fields. */
interface CameWith {
  files?: readonly FileEntry[]
  problem?: ReceiveProblem | undefined
  /** What opens the mailbox, where reading the files has derived it already. */
  read?: ReadKeys | undefined
}

async function answerMailbox(
  services: Services,
  c: Context,
  form: MailboxForm,
  { files = [], problem: fileProblem, read: readBefore }: CameWith = {},
) {
  const lang = languageOf(c)
  const words = mailboxMessages[lang]
  const ask = async (problem?: string, after?: GateAnswer) => {
    const page = { lang, problem, digits: form.digits, text: form.text || form.known, to: form.to }
    const status = after === "wait" ? heldBack(c, after) : problem ? 422 : 200
    return c.html(<AskPage {...page} challenge={await services.gate.challenge(after)} />, status)
  }
  const isAsking = form.answer === "language" && form.address === undefined && form.act === undefined
  if (isAsking) return ask()

  const read = readBefore ?? (await readKeys(services, form, lang))
  if ("problem" in read) return ask(read.problem, read.after)
  let acted: Acted = {}
  try {
    const before = await openMailbox(services, read.address)
    if (before.copies.length === 0) {
      await setTimeout(WRONG_PAUSE)
      return ask(words.problem.check)
    }
    const heldFor = form.answer === undefined ? fileProblem : undefined
    if (form.answer === undefined && !holdsBack(heldFor)) acted = await act(services, form, read, before, lang, files)
    const mailbox = acted.said ? await openMailbox(services, read.address) : before
    return c.html(
      <ThreadPage
        {...mailbox}
        lang={lang}
        messages={await shownMessages(mailbox, read.root)}
        today={today(services)}
        digits={read.root && form.digits}
        challenge={read.root && (await services.gate.challenge())}
        said={acted.said ?? form.said}
        typed={
          acted.said || form.said
            ? { to: form.to }
            : { ...form, mayReply: form.act === "may-reply" ? form.mayReply : undefined }
        }
        problems={{
          text: problemWords(words, form.problem),
          files: heldFor && fileProblemWords(lang, heldFor),
          ...acted.problems,
        }}
      />,
      acted.problems || holdsBack(heldFor) ? 422 : 200,
    )
  } catch (error) {
    if (!(mayPass(error) || error instanceof AnswerLate)) throw error
    return ask(words.away)
  }
}

/** What opens the mailbox; or why nothing does, and what the gate answered where that is why. */
type ReadKeys = Keys | { problem: string; after?: "again" | "wait" }

async function readKeys(
  { roots, gate }: Services,
  { address, digits, challenge }: MailboxForm,
  lang: Language,
): Promise<ReadKeys> {
  const { problem } = mailboxMessages[lang]
  if (address) return { address }
  const parsed = parseReceipt(digits)
  if (parsed.kind === "length") return { problem: problem.length(parsed.digits) }
  if (parsed.kind === "check") return { problem: problem.check }
  const admitted = await gate.admit("mailbox", { challenge })
  if (admitted === "wait") return { problem: problem.busy, after: admitted }
  if (admitted === "again") return { problem: heldBackWords(lang, admitted, false), after: admitted }
  try {
    const root = await roots.forMailbox(parsed.receipt)
    return { address: mailboxAddress(root), root }
  } catch (error) {
    if (!(error instanceof TooManyWait)) throw error
    return { problem: problem.busy, after: "wait" }
  }
}

async function act(
  services: Services,
  form: MailboxForm,
  { address, root }: Keys,
  { copies, spooled }: OpenMailbox,
  lang: Language,
  files: readonly FileEntry[],
): Promise<Acted> {
  if (form.act === undefined || spooled) return {}
  if (form.act === "remove") {
    await inTime(removeMessages(services.database, address, form.shown))
    return { said: "removed" }
  }
  return root ? actOn(services, { ...form, act: form.act }, { address, root }, copies, lang, files) : {}
}

/** Opened where the server holds the digits' root; else as they are, for the browser to open. */
async function shownMessages(
  { copies, messages }: OpenMailbox,
  root: ReceiptRoot | undefined,
): Promise<ShownMessage[]> {
  if (!root) return [...messages]
  return Promise.all(
    messages.map(async (message) => {
      const copy = copies.find(({ report }) => report === message.report)
      const opened = copy && (await openInThread(root, copy, message))
      return { ...message, opened: opened ?? ("unreadable" as const) }
    }),
  )
}
