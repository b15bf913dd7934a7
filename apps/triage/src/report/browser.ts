/**
 * A report's page: opens it once the opening is recorded, and sends decisions. What was said, the words typed and the
 * keys stay here; the server gets codes, signatures and what is sealed.
 */
import type { Day } from "@candour/domain/day.ts"
import type { ExportFormat, Paper } from "@candour/domain/event.ts"
import { requireUnlocked, unlockedKey } from "@candour/identity/sign-in/unlocked.ts"
import { ask, Refused } from "../ask.ts"
import type { Description } from "../concerned/description.ts"
import { lookWhileTyping, showPeople } from "../concerned/show-people.ts"
import { showBesideClean, type Told, warnWhileCleaning } from "../decide/check-clean-text.ts"
import type { FormKind } from "../decide/decided-kind.ts"
import { showFormErrors } from "../decide/form-errors.ts"
import { fieldName } from "../decide/form-names.ts"
import { helpWithMessages } from "../decide/message-help.ts"
import { en as decisions } from "../decide/messages.ts"
import { answerNoToOthers } from "../decide/no-to-others.ts"
import { readDecision } from "../decide/read-decision.ts"
import { sendDecision } from "../decide/send-decision.ts"
import { ownInbox } from "../desk/own-inbox.ts"
import { isChanged, keepTyped } from "../drafts/keep-typed.ts"
import { listenForKeys } from "../keys/listen.ts"
import { findLinked, showLinks } from "../link/show-links.ts"
import { en as papers } from "../papers/messages.ts"
import { partsOf } from "../papers/paper.ts"
import { printPaper, saveExport } from "../papers/print-paper.ts"
import { sourceOf } from "../papers/source.ts"
import { showPresence } from "../presence/show-presence.ts"
import { answerForms, showProblem, working } from "../show-problem.ts"
import { showTitle } from "../title/show-title.ts"
import { goOnAfter, listenForUsual, sayWhatWasBefore, showUsual } from "../usual/listen.ts"
import { quarantinedAfter } from "./files/quarantine.ts"
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
/** The people whom the desk has described. */
let described: readonly Description[] = []
/** Asked for as the page comes, so that an opening doesn't wait for it. */
const unlocking = unlockedKey().catch(() => undefined)
void unlocking.then((unlocked) => {
  const { inbox } = document.getElementById("linked")?.dataset ?? {}
  if (unlocked !== undefined && inbox !== undefined) ownInbox(unlocked, JSON.parse(inbox)).catch(() => undefined)
})
/** The opening or the decision that is on its way, or was last. */
let sending: Promise<void> = Promise.resolve()
/** Why it was opened. */
let reason: FormDataEntryValue | null = null

const byId = (name: string) => document.getElementById(name) as HTMLElement

const opening = document.querySelector<HTMLFormElement>("#open")
opening?.addEventListener("submit", (event) => {
  event.preventDefault()
  const button = opening.querySelector("button") as HTMLButtonElement
  // What is decided before all of it is shown waits for it.
  sending = working(button, byId("said-problem"), () => open(opening))
})

/**
 * Opens the report that somebody came to by going on from one to the next, which is how they ask for it: where no reason is
 * needed, and not again where they come back to the page.
 */
async function openInRound(): Promise<void> {
  const [came] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[]
  const inRound = new URLSearchParams(location.search).has("round") && came?.type === "navigate"
  const needsNoReason = opening?.querySelector("input[type=hidden][name=reason]") != null
  if (inRound && needsNoReason && (await unlocking) !== undefined) opening?.requestSubmit()
}

async function open(form: HTMLFormElement): Promise<void> {
  reason = new FormData(form).get("reason")
  if (reason === null) throw new Refused({ problem: "reason", sentence: en.said.chooseReason })
  const unlocked = (await unlocking) ?? (await requireUnlocked())
  handed = await openAgain()
  try {
    opened = await openHandedOut(id, unlocked, handed)
  } catch (error) {
    throw new Refused({ problem: "keys", sentence: whyNotOpened(error, handed) })
  }
  form.remove()
  presetInformation(opened) // before anybody can choose the same as stood there
  showForms()
  showSaid(byId("words"), opened.body)
  byId("said-title").focus() // at once: what follows must not take the focus from whoever types by then
  // The opening is a line of the history, and the next decision comes after it.
  await Promise.all([refresh(), showTitle(opened, handed)])
  await showOpened()
  await drafts.bringBack(opened, handed.draft).catch(() => undefined) // it is kept still, and comes with the next opening
}

/** Shows what an open report allows: sealed words, signatures, and the forms that seal. */
async function showOpened(): Promise<void> {
  showForms()
  if (opened === undefined || handed === undefined) return
  presetInformation(opened)
  await showTitle(opened, handed)
  await showThread(byId("thread"), opened, handed.messages, new Set(handed.quarantined))
  await showHistory(opened, handed.events, handed.verifying)
  await showLinks()
  described = await showPeople(opened, handed.events, report.dataset.today ?? "")
  showBesideClean(told())
}

/** What was told, with what the people concerned are called. */
function told(): Told {
  if (opened === undefined) return undefined
  const { answers } = opened.body
  const { who = {}, howKnown: _, ongoing: __, ...texts } = answers
  return {
    original: [...Object.values(texts), who.looks].filter((text) => text !== undefined),
    concerned: [who.name ?? "", ...described.flatMap(({ name, unit }) => [name, unit])],
  }
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
  if (!(select instanceof HTMLSelectElement)) return
  const { howKnown } = body.answers
  const preset = howKnown === "saw" ? "A" : howKnown === "told" ? "C" : "D"
  const isUntouched = !isChanged(select)
  // What it is at first, as if the page had come so: whatever else is chosen is kept as typed, and nothing else is.
  for (const option of select.options) option.defaultSelected = option.value === preset
  if (select.dataset.preset === undefined && isUntouched) select.value = preset
  select.dataset.preset = ""
}

const drafts = keepTyped(() => opened)

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement
  if (form.dataset.decision === undefined) return
  event.preventDefault()
  const button = form.querySelector("button:not([type=button])") as HTMLButtonElement
  const place = form.querySelector<HTMLElement>("[data-problem]") as HTMLElement
  if (form.dataset.waits !== undefined) return // pressed twice
  form.dataset.waits = ""
  byId("decided").textContent = ""
  // One after another: each takes the number after the one before it, of a page that shows that.
  sending = sending.then(() => working(button, place, () => send(form, place))).finally(() => delete form.dataset.waits)
})

/** @param again - what came between was only looked at, so it is sent once more, as what follows that */
async function send(form: HTMLFormElement, place: HTMLElement, again = false): Promise<void> {
  const kind = form.dataset.decision as FormKind
  const target = form.dataset.target === undefined ? undefined : Number(form.dataset.target)
  const values = new FormData(form)
  const notFound = kind === "linked" ? await findLinked(id, values) : {}
  // A message's place is the next of this desk's in the thread.
  const about = kind === "messaged" ? teamMessages() : (target ?? 0)
  const read = readDecision(kind, about, {
    one: (field) => String(values.get(fieldName(kind, target, field)) ?? ""),
    all: (field) => values.getAll(fieldName(kind, target, field)).map(String),
  })
  const errors = { ...read.errors, ...notFound }
  showFormErrors(form, errors)
  if (Object.keys(errors).length > 0) return

  if (kind === "printed" && opened !== undefined && handed !== undefined) {
    const source = await sourceOf(opened, handed, described)
    const missing = partsOf(read.detail.paper as Paper, source) === undefined
    if (missing) return showProblem(place, papers.none(papers.papers[read.detail.paper as Paper]))
  }

  const unlocked = opened?.unlocked ?? (await requireUnlocked())
  const number = lastSeen() + 1
  try {
    const recorded = await sendDecision({ id, unlocked, opened, number, kind }, read)
    if (handed !== undefined) handed = withRecorded(handed, recorded)
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== "first") throw error
    const taken = await takeNewEvents()
    if (!again && onlyLookedAtSince(number)) return send(form, place, true)
    await refresh()
    await showOpened()
    showProblem(
      place.isConnected ? place : byId("said-problem"),
      taken ? error.message : `${error.message} ${decisions.stale}`,
    )
    return
  }
  if (goOnAfter(id, form)) return
  if (!(await refresh(form))) {
    location.reload() // the report is another desk's now: its stub is left
    return
  }
  await showOpened()
  const decided = byId("decided")
  decided.textContent =
    (await afterwards(kind, read.detail, String(values.get(fieldName(kind, target, "format"))))) || decisions.recorded
  decided.tabIndex = -1
  decided.focus()
  void drafts.keep() // what was just recorded is no draft any more
}

/** What was recorded is done now: a paper is printed, an export is made. @returns what the person has to know */
async function afterwards(
  kind: FormKind,
  detail: Record<string, unknown>,
  format: string,
): Promise<string | undefined> {
  if ((kind !== "printed" && kind !== "exported") || opened === undefined || handed === undefined) return undefined
  const source = await sourceOf(opened, handed, described)
  if (kind === "exported") return saveExport(format as ExportFormat, source)
  printPaper(detail.paper as Paper, source)
  return undefined
}

const teamMessages = () => handed?.messages.filter(({ from }) => from === "team").length ?? 0

/** What was handed out, with what has just been recorded. */
function withRecorded(before: HandedOut, recorded: SentEvent): HandedOut {
  const events = [...before.events, recorded]
  const quarantined = quarantinedAfter(before.quarantined, recorded)
  if (recorded.kind !== "messaged" || recorded.words === undefined) return { ...before, events, quarantined }
  const number = teamMessages()
  const sent = {
    from: "team",
    number,
    day: report.dataset.today as Day,
    sealed: recorded.words,
    removed: false,
  } as const
  return { ...before, events, quarantined, messages: [...before.messages, sent] }
}

/** The last event that this tab shows with its words: nobody decides on a message that they have not seen. */
const lastSeen = () =>
  Math.max(0, ...(handed?.events ?? [{ number: Number(report.dataset.number) }]).map((each) => each.number))

/** What somebody does who changes nothing: nobody has to decide anew for it. */
const LOOKS = ["opened", "indexed", "printed", "stopped"]

/** Whether everything that this tab has got from event `number` on is somebody's looking. */
const onlyLookedAtSince = (number: number): boolean => {
  const since = handed?.events.filter((event) => event.number >= number) ?? []
  return since.length > 0 && since.every(({ kind }) => LOOKS.includes(kind))
}

/** Records an opening, and gets what is sealed. */
const openAgain = () => ask<HandedOut>(`/report/${id}/open`, { reason })

/**
 * What others sealed meanwhile. It is handed out as long as the last opening is less than a minute old; later it takes
 * another one, which is recorded like the first.
 *
 * @returns whether what is shown is new
 */
async function takeNewEvents(): Promise<boolean> {
  if (handed === undefined) return true
  const before = handed
  handed = await ask<HandedOut>(`/report/${id}/sealed`)
    .catch(openAgain)
    .catch(() => before)
  return handed !== before
}

warnWhileCleaning(told)
helpWithMessages(
  () =>
    opened && {
      language: opened.body.language,
      names: [opened.body.answers.who?.name ?? "", ...described.map(({ name }) => name)],
    },
)
showPresence(report, id)
lookWhileTyping(() => opened, report.dataset.today ?? "")
showForms()
void showLinks()
listenForKeys({ open: () => opening?.requestSubmit(), decide: showUsual })
listenForUsual()
answerNoToOthers()
answerForms()
sayWhatWasBefore()
void openInRound()
