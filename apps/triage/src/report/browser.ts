/**
 * A report's page: opens it once the opening is recorded, and sends decisions. What was said, the words typed and the
 * keys stay here; the server gets codes, signatures and what is sealed.
 */
import type { Day } from "@candour/domain/day.ts"
import { requireUnlocked } from "@candour/identity/sign-in/unlocked.ts"
import { ask, Refused } from "../ask.ts"
import type { DecidedKind } from "../decide/decided-kind.ts"
import { showFormErrors } from "../decide/form-errors.ts"
import { fieldName } from "../decide/form-names.ts"
import { en as decisions } from "../decide/messages.ts"
import { readDecision } from "../decide/read-decision.ts"
import { sendDecision } from "../decide/send-decision.ts"
import { listenForKeys } from "../keys/listen.ts"
import { answerForms, showProblem, working } from "../show-problem.ts"
import { showTitle } from "../title/show-title.ts"
import { en } from "./messages.ts"
import type { HandedOut, SentEvent } from "./open-report.ts"
import { type Opened, openHandedOut, whyNotOpened } from "./opened.ts"
import { refresh } from "./refresh.ts"
import { showHistory } from "./show-history.ts"
import { showSaid } from "./show-said.ts"
import { showThread } from "./show-thread.ts"

const report = document.getElementById("report") as HTMLElement
const id = report.dataset.id ?? ""

/** What this tab has open: kept in memory alone, and gone with the page. */
let opened: Opened | undefined
let handed: HandedOut | undefined

const byId = (name: string) => document.getElementById(name) as HTMLElement

const opening = document.querySelector<HTMLFormElement>("#open")
opening?.addEventListener("submit", (event) => {
  event.preventDefault()
  const button = opening.querySelector("button") as HTMLButtonElement
  void working(button, byId("said-problem"), () => open(opening))
})

async function open(form: HTMLFormElement): Promise<void> {
  const reason = new FormData(form).get("reason")
  if (reason === null) throw new Refused({ problem: "reason", sentence: en.said.chooseReason })
  const unlocked = await requireUnlocked()
  await ask(`/report/${id}/open`, { reason })
  handed = await ask<HandedOut>(`/report/${id}/sealed`)
  try {
    opened = await openHandedOut(id, unlocked, handed)
  } catch (error) {
    throw new Refused({ problem: "keys", sentence: whyNotOpened(error, handed) })
  }
  form.remove()
  showSaid(byId("words"), opened.body)
  await refresh() // the opening is a line of the history, and the next decision comes after it
  await showOpened()
  byId("said-title").focus()
}

/** Shows what an open report allows: sealed words, signatures, and the forms that seal. */
async function showOpened(): Promise<void> {
  showForms()
  if (opened === undefined || handed === undefined) return
  presetInformation(opened)
  await showTitle(opened, handed)
  await showThread(byId("thread"), opened, handed.messages)
  await showHistory(opened, handed.events, handed.verifying)
}

/** Forms that seal words wait for the report's key. */
function showForms(): void {
  const isOpen = opened !== undefined
  for (const element of document.querySelectorAll<HTMLElement>("[data-needs-open]")) element.hidden = !isOpen
  for (const element of document.querySelectorAll<HTMLElement>("[data-before-open]")) element.hidden = isOpen
}

/** Grades what the source says as the trade does by default: saw it A, was told C, doesn't say D (domain rules §3). */
function presetInformation({ body }: Opened): void {
  const select = document.getElementById(fieldName("intelligence-drafted", undefined, "information"))
  if (!(select instanceof HTMLSelectElement) || select.dataset.preset !== undefined) return
  select.dataset.preset = ""
  const { howKnown } = body.answers
  select.value = howKnown === "saw" ? "A" : howKnown === "told" ? "C" : "D"
}

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement
  if (form.dataset.decision === undefined) return
  event.preventDefault()
  const button = form.querySelector("button") as HTMLButtonElement
  const place = form.querySelector<HTMLElement>("[data-problem]") as HTMLElement
  void working(button, place, () => send(form, place))
})

async function send(form: HTMLFormElement, place: HTMLElement): Promise<void> {
  const kind = form.dataset.decision as DecidedKind | "transferred"
  const target = form.dataset.target === undefined ? undefined : Number(form.dataset.target)
  const values = new FormData(form)
  // A message's place is the next of this desk's in the thread.
  const about = kind === "messaged" ? teamMessages() : (target ?? 0)
  const read = readDecision(kind, about, {
    one: (field) => String(values.get(fieldName(kind, target, field)) ?? ""),
    all: (field) => values.getAll(fieldName(kind, target, field)).map(String),
  })
  showFormErrors(form, read.errors)
  if (Object.keys(read.errors).length > 0) return

  const unlocked = opened?.unlocked ?? (await requireUnlocked())
  const number = Number(report.dataset.number) + 1
  try {
    const recorded = await sendDecision({ id, unlocked, opened, number, kind }, read)
    if (handed !== undefined) handed = withRecorded(handed, recorded)
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== "first") throw error
    await takeNewEvents()
    await refresh()
    await showOpened()
    showProblem(place, error.message)
    return
  }
  if (!(await refresh(form))) {
    location.reload() // the report is another desk's now: its stub is left
    return
  }
  await showOpened()
  const decided = byId("decided")
  decided.textContent = decisions.recorded
  decided.tabIndex = -1
  decided.focus()
}

const teamMessages = () => handed?.messages.filter(({ from }) => from === "team").length ?? 0

/** What was handed out, with what has just been recorded. */
function withRecorded(before: HandedOut, recorded: SentEvent): HandedOut {
  const events = [...before.events, recorded]
  if (recorded.kind !== "messaged" || recorded.words === undefined) return { ...before, events }
  const number = teamMessages()
  const sent = {
    from: "team",
    number,
    day: report.dataset.today as Day,
    sealed: recorded.words,
    removed: false,
  } as const
  return { ...before, events, messages: [...before.messages, sent] }
}

/** What others sealed meanwhile: handed out as long as the last opening is less than a minute old. */
async function takeNewEvents(): Promise<void> {
  if (handed === undefined) return
  handed = await ask<HandedOut>(`/report/${id}/sealed`).catch(() => handed)
}

showForms()
listenForKeys()
answerForms()
