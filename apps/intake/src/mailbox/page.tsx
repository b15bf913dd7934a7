import { setTimeout } from "node:timers/promises"
import { DatabaseAway } from "@candour/database/errors.ts"
import { removeMessages } from "@candour/database/mailbox-messages.ts"
import type { Language } from "@candour/domain/contact.ts"
import type { FileEntry } from "@candour/sealing/file-entry.ts"
import { mailboxAddress, parseReceipt, type ReceiptRoot } from "@candour/sealing/receipt.ts"
import type { Secret } from "@candour/sealing/sealed.ts"
import type { Context } from "hono"
import { evidenceMessages } from "../evidence/messages.ts"
import { type ReceiveProblem, receiveFiles } from "../evidence/receive-files.ts"
import { AnswerLate, inTime } from "../in-time.ts"
import { languageOf } from "../language.ts"
import { postedForm } from "../posted-form.ts"
import { TooManyWait } from "../receipt/root-queue.ts"
import { type Services, today } from "../services.ts"
import { AskPage } from "./ask-page.tsx"
import { type MailboxForm, mailboxFormOf, problemWords } from "./mailbox-form.ts"
import { type MailboxWords, mailboxMessages } from "./messages.ts"
import { type OpenMailbox, openMailbox } from "./open-mailbox.ts"
import { openInThread } from "./thread.ts"
import { MESSAGES_ID, type ShownMessage } from "./thread-messages.tsx"
import { ThreadPage } from "./thread-page.tsx"
import { type Acted, actOn } from "./write-typed.ts"

/** Milliseconds that wrong digits wait for their answer: trying many is slow, and nobody is remembered for it. */
const WRONG_PAUSE = 1_000

/** Asks for the digits. */
export const showMailbox = (c: Context) => c.html(<AskPage lang={languageOf(c)} />)

const fileProblemWords = (lang: Language, problem: ReceiveProblem): string => {
  const { tooMany, reason } = evidenceMessages[lang].problem
  return problem === "too-many" ? tooMany : reason[problem]
}

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
  if (!c.req.header("content-type")?.startsWith("multipart/form-data")) return useMailbox(services)(c)
  const words = mailboxMessages[languageOf(c)]
  let read: ReadKeys | undefined
  const whose = async (fields: Record<string, string[]>) => {
    const form = mailboxFormOf(fields)
    if (form.answer !== undefined) return undefined // only the language is changed: nothing is sent
    read = await readKeys(services, form, words)
    return "problem" in read ? undefined : { address: read.address, report: form.places[0]?.report ?? "" }
  }
  const { fields, entries, problem } = await receiveFiles(services, c.req.raw, whose)
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
  const ask = (problem: string | undefined, status: 200 | 422 | 503) =>
    c.html(
      <AskPage lang={lang} digits={form.digits} text={form.text || form.known} to={form.to} problem={problem} />,
      status,
    )
  const isAsking = form.answer === "language" && form.address === undefined && form.act === undefined
  if (isAsking) return ask(undefined, 200)

  const read = readBefore ?? (await readKeys(services, form, words))
  if ("problem" in read) return ask(read.problem, read.status)
  let acted: Acted = {}
  try {
    const before = await openMailbox(services, read.address)
    if (before.copies.length === 0) {
      await setTimeout(WRONG_PAUSE)
      return ask(words.problem.check, 422)
    }
    if (form.answer === undefined) acted = await act(services, form, read, before, lang, files)
    const mailbox = acted.said ? await openMailbox(services, read.address) : before
    return c.html(
      <ThreadPage
        {...mailbox}
        lang={lang}
        messages={await shownMessages(mailbox, read.root)}
        today={today(services)}
        digits={read.root && form.digits}
        said={acted.said ?? form.said}
        typed={
          acted.said || form.said
            ? { to: form.to }
            : { ...form, mayReply: form.act === "may-reply" ? form.mayReply : undefined }
        }
        problems={{
          text: problemWords(words, form.problem),
          files: fileProblem && form.answer === undefined ? fileProblemWords(lang, fileProblem) : undefined,
          ...acted.problems,
        }}
      />,
      acted.problems ? 422 : 200,
    )
  } catch (error) {
    if (!(error instanceof DatabaseAway || error instanceof AnswerLate)) throw error
    return ask(words.away, 422)
  }
}

type ReadKeys = Keys | { problem: string; status: 422 | 503 }

async function readKeys(
  { roots }: Services,
  { address, digits }: MailboxForm,
  { problem }: MailboxWords,
): Promise<ReadKeys> {
  if (address) return { address }
  const parsed = parseReceipt(digits)
  if (parsed.kind === "length") return { problem: problem.length(parsed.digits), status: 422 }
  if (parsed.kind === "check") return { problem: problem.check, status: 422 }
  try {
    const root = await roots.forMailbox(parsed.receipt)
    return { address: mailboxAddress(root), root }
  } catch (error) {
    if (!(error instanceof TooManyWait)) throw error
    return { problem: problem.busy, status: 503 }
  }
}

async function act(
  services: Services,
  form: MailboxForm,
  { address, root }: Keys,
  { copies, messages, spooled }: OpenMailbox,
  lang: Language,
  files: readonly FileEntry[],
): Promise<Acted> {
  if (form.act === undefined || spooled) return {}
  if (form.act === "remove") {
    // One that came meanwhile, and that nobody has read, must not be lost with the others.
    if (messages.length !== form.shown)
      return { problems: { [MESSAGES_ID]: mailboxMessages[lang].problem.cameMeanwhile } }
    await inTime(removeMessages(services.database, address))
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
