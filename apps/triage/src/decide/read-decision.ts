/** Browser: reads a decision's form into the codes that are sent in the clear and the words that are sealed. */
import { DESCRIPTION_FIELDS } from "../concerned/description.ts"
import { en as concerned } from "../concerned/messages.ts"
import { type FormKind, WORDS_OF } from "./decided-kind.ts"
import { en } from "./messages.ts"

/** What was typed and chosen in one form, by the field's own name. */
export interface Typed {
  one(field: string): string
  all(field: string): string[]
}

/** A decision as read: with errors, by field, nothing is sent. */
export interface ReadDecision {
  detail: Record<string, unknown>
  words: string | undefined
  errors: Record<string, string>
}

const GROUNDS = [
  "dsi",
  "assault",
  "sexual-offence",
  "corruption",
  "apsp",
  "discrimination",
  "relevant-offence",
  "same-incident",
  "chief",
] as const

/** Letters of sealed words at most: with padding and as UTF-8 they stay under what the server takes. */
export const MAX_LETTERS = 50_000

type Errors = Record<string, string>
type Read = (typed: Typed, errors: Errors, target: number) => Record<string, unknown>

/** The value of a field that must be chosen. */
function chosen({ one }: Typed, field: string, errors: Errors): string {
  const value = one(field)
  if (value === "") errors[field] = en.problem.choose
  return value
}

/** The day of a field, as a date control gives it. */
function chosenDay({ one }: Typed, field: string, errors: Errors): string {
  const value = one(field)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) errors[field] = en.problem.day
  return value
}

const threatsOf = (typed: Typed, errors: Errors) => {
  const threat = chosen(typed, "threat", errors)
  return { threat, others: typed.all("others").filter((other) => other !== threat) }
}

function gradingOf(typed: Typed, errors: Errors) {
  const [source, information, handling, action, sanitising] = (
    ["source", "information", "handling", "action", "sanitising"] as const
  ).map((field) => chosen(typed, field, errors))
  if (handling === "P") return { source, information, handling }
  if (action === "none") errors.action = en.problem.conditions
  if (sanitising === "none") errors.sanitising = en.problem.conditions
  return { source, information, handling, action, sanitising }
}

function assessment(typed: Typed, errors: Errors) {
  const persons = typed.one("persons").trim()
  if (!/^\d{1,2}$/.test(persons)) errors.persons = en.problem.count
  const answers = GROUNDS.map((ground) => [ground, typed.one(`ground-${ground}`)] as const)
  for (const [ground, answer] of answers) if (answer === "") errors[`ground-${ground}`] = en.problem.answerAll
  return {
    ...threatsOf(typed, errors),
    severity: chosen(typed, "severity", errors),
    persons: Number(persons),
    // Unsure counts as yes (domain rules §4).
    grounds: answers.flatMap(([ground, answer]) => (answer === "yes" || answer === "unsure" ? [ground] : [])),
    ...(typed.all("signs").length > 0 ? { signs: typed.all("signs") } : {}),
    ...(typed.all("danger").length > 0 ? { danger: true } : {}),
    ...(typed.all("conflict").length > 0 ? { conflict: true } : {}),
  }
}

/** A person concerned as the form describes them; what is sealed of it is JSON. */
function describedIn({ one }: Typed, errors: Errors): string {
  const said = Object.fromEntries(DESCRIPTION_FIELDS.map((field) => [field, one(field).trim()]))
  if (!Object.values(said).some(Boolean)) errors.name = concerned.empty
  return JSON.stringify({ version: 1, ...said })
}

const nothing: Read = () => ({})

const READ: Record<FormKind, Read> = {
  taken: nothing,
  assigned: (typed, errors) => ({ to: chosen(typed, "to", errors) }),
  "danger-flagged": nothing,
  "danger-acted": (typed, errors) => ({ did: chosen(typed, "did", errors) }),
  assessed: assessment,
  "intelligence-drafted": (typed, errors) => ({ grading: gradingOf(typed, errors) }),
  "intelligence-made": (typed, errors, draft) => ({ draft, ...threatsOf(typed, errors) }),
  "intelligence-returned": (_typed, _errors, draft) => ({ draft }),
  investigating: nothing,
  outcome: (typed, errors, person) => ({ person, outcome: chosen(typed, "outcome", errors) }),
  messaged: (_typed, _errors, message) => ({ message }),
  closed: nothing,
  reopened: nothing,
  "dispute-answered": nothing,
  "stage-released": (typed, errors) => ({ stage: chosen(typed, "stage", errors) }),
  corrected: (typed, errors) => ({ corrects: Number(chosen(typed, "corrects", errors)) }),
  "set-aside": (typed, errors) => ({ why: chosen(typed, "why", errors) }),
  accepted: nothing,
  acknowledged: nothing,
  reviewed: nothing,
  paused: (typed, errors) => ({ why: chosen(typed, "why", errors) }),
  resumed: nothing,
  milestone: (typed, errors) => ({ which: chosen(typed, "which", errors) }),
  withdrawn: nothing,
  "message-allowed": nothing,
  "iopc-decided": (typed, errors) => ({
    refer: chosen(typed, "refer", errors) === "yes",
    grounds: typed.all("grounds"),
  }),
  "iopc-answered": (typed, errors) => ({ mode: chosen(typed, "mode", errors) }),
  concerned: (typed, errors) => ({ person: Number(chosen(typed, "person", errors)) }),
  matched: (typed, errors, person) => ({
    person,
    report: chosen(typed, "report", errors),
    other: Number(typed.one("other")),
    same: chosen(typed, "same", errors) === "yes",
  }),
  // A report that was typed by its reference has been found by now, or the form says why not.
  linked: (typed, errors) => ({ report: typed.one("report"), why: chosen(typed, "why", errors) }),
  unlinked: (typed, errors) => ({ report: chosen(typed, "report", errors) }),
  noted: (typed, errors) => ({ nature: chosen(typed, "nature", errors) }),
  tasked: (typed, errors) => ({ for: chosen(typed, "for", errors), due: chosenDay(typed, "due", errors) }),
  "task-done": (_typed, _errors, task) => ({ task }),
  printed: (typed, errors) => ({ paper: chosen(typed, "paper", errors) }),
  "let-in": (typed, errors) => ({ who: chosen(typed, "who", errors) }),
  quarantined: (typed, errors) => ({ file: chosen(typed, "file", errors) }),
  "quarantine-lifted": (typed, errors) => ({ file: chosen(typed, "file", errors) }),
  "export-asked": (typed, errors) => ({ format: chosen(typed, "format", errors) }),
  "export-allowed": (_typed, _errors, asked) => ({ asked }),
  exported: (_typed, _errors, asked) => ({ asked }),
  transferred: (typed, errors) => ({
    to: chosen(typed, "to", errors),
    ...(typed.one("returned") === "yes" ? { returned: true } : {}),
  }),
  referred: (typed, errors) => ({ to: chosen(typed, "to", errors) }),
  restricted: (typed, errors) => {
    const to = typed.all("to")
    if (to.length < 2) errors.to = en.problem.twoPeople
    return { to }
  },
  unrestricted: nothing,
}

/** Reads the form of `kind`; `target` is the draft, the person or the place in the thread that it is about. */
export function readDecision(kind: FormKind, target: number, typed: Typed): ReadDecision {
  const errors: Errors = {}
  const detail = READ[kind](typed, errors, target)
  const words =
    kind === "concerned" ? describedIn(typed, errors) : WORDS_OF[kind] === "none" ? "" : typed.one("words").trim()
  if (WORDS_OF[kind] === "required" && words === "") errors.words = en.problem.words
  if (words.length > MAX_LETTERS) errors.words = en.problem.tooLong(words.length - MAX_LETTERS)
  return { detail, words: words === "" ? undefined : words, errors }
}
