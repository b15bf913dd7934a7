import type { EventCodes, EventKind, ReportEvent } from "./event.ts"
import type { Role } from "./role.ts"
import type { Stage } from "./stage.ts"
import { NATIONAL_DESK } from "./tenant.ts"

/** Where a report stands at its tenant, folded from its events. */
export interface Standing {
  stage: Stage
  /** Whether the tenant still holds it; false once it was transferred away. */
  held: boolean
  openedBy: ReadonlySet<string>
  /** Whether an assessment stands that nobody corrected. */
  assessed: boolean
  /** Those of corrected assessments too: correcting one's own makes nobody a second person. */
  assessedBy: ReadonlySet<string>
  /** Number of each intelligence report's draft that waits for a second person, with its author. */
  drafts: ReadonlyMap<number, string>
  persons: number
  /** The persons concerned, by number, who have an outcome. */
  decided: ReadonlySet<number>
  /** Whether the team has written to the reporter since the report was last opened anew. */
  messaged: boolean
  /** Whether the reporter says that it isn't over, and no lead has answered. */
  disputed: boolean
  /** Messages of the team since a lead last allowed more. */
  messages: number
  /** The desk it was handed here by, until somebody accepts or assesses it. */
  cameFrom: string | undefined
  paused: boolean
  /** The only people who may do anything with it; undefined where it isn't restricted. */
  named: ReadonlySet<string> | undefined
  /** Who was stopped as too near and not let in since. */
  stopped: ReadonlySet<string>
}

/** Why an event may not follow; the page puts it into words. */
export type Refusal =
  | "not-held"
  | "wrong-stage"
  | "wrong-role"
  | "system-only"
  | "not-opened"
  | "already-assessed"
  | "not-assessed"
  | "no-such-draft"
  | "second-person"
  | "no-such-person"
  | "already-decided"
  | "outcomes-missing"
  | "message-missing"
  | "draft-waiting"
  | "not-correctable"
  | "outcomes-stand"
  | "no-dispute"
  | "needs-lead"
  | "no-such-task"
  | "no-such-ask"
  | "nothing-to-accept"
  | "already-paused"
  | "not-paused"
  | "restricted"
  | "already-restricted"
  | "not-restricted"
  // Of these two the database alone knows: the hashes that say who is near to whom leave it to nobody.
  | "too-near"
  | "colleague-near"
  | "not-stopped"

const SYSTEM: readonly EventKind[] = ["contacted", "call-ended", "reported", "routed", "arrived", "disputed"]
const LEAD_ONLY: readonly EventKind[] = [
  "assigned",
  "iopc-decided",
  "iopc-answered",
  "investigating",
  "reviewed",
  "outcome",
  "closed",
  "reopened",
  "referred",
  "dispute-answered",
  "stage-released",
  "set-aside",
  "message-allowed",
  "restricted",
  "unrestricted",
  "let-in",
  "quarantine-lifted",
  "export-allowed",
]
/** What an auditor does too, who reads and changes nothing. */
const READING: readonly EventKind[] = ["opened", "indexed", "stopped"]
const OPEN: readonly Stage[] = ["assessing", "intelligence", "investigating"]
const ANY: readonly Stage[] = ["received", ...OPEN, "closed"]
const NOT_CLOSED: readonly Stage[] = ["received", ...OPEN]

const STAGES: Partial<Record<EventKind, readonly Stage[]>> = {
  taken: NOT_CLOSED,
  assigned: NOT_CLOSED,
  assessed: NOT_CLOSED,
  "intelligence-drafted": OPEN,
  "intelligence-made": OPEN,
  "intelligence-returned": OPEN,
  investigating: ["assessing", "intelligence"],
  outcome: [...OPEN, "closed"], // an overturned finding: corrected, then decided anew
  closed: OPEN,
  reopened: ["closed"],
  transferred: NOT_CLOSED,
  referred: NOT_CLOSED,
  "stage-released": OPEN,
  "set-aside": ["received", "assessing"],
  milestone: [...OPEN, "closed"],
  paused: NOT_CLOSED,
  accepted: NOT_CLOSED,
}

/** What a person must have read before deciding it. */
const NEEDS_OPENING: readonly EventKind[] = [
  "assessed",
  "intelligence-drafted",
  "intelligence-made",
  "intelligence-returned",
  "investigating",
  "outcome",
  "closed",
  "transferred",
  "referred",
  "concerned",
  "matched",
  "noted",
  "printed",
  "restricted",
  "unrestricted",
  "export-asked",
]

/** How many messages officers write before a lead looks at what becomes of it (pages, What a standards unit refuses). */
export const MESSAGES_BEFORE_LEAD = 2

/** A correction takes these out of the standing and the figures; anything else is history that stays. */
export const CORRECTABLE: readonly EventKind[] = [
  "assessed",
  "intelligence-made",
  "iopc-decided",
  "iopc-answered",
  "investigating",
  "milestone",
  "outcome",
  "closed",
  "set-aside",
]

const CLOSING: readonly EventKind[] = ["closed", "set-aside"]

/** A report that has just arrived, before any event. */
export const newStanding: Standing = {
  stage: "received",
  held: true,
  openedBy: new Set(),
  assessed: false,
  assessedBy: new Set(),
  drafts: new Map(),
  persons: 0,
  decided: new Set(),
  messaged: false,
  disputed: false,
  messages: 0,
  cameFrom: undefined,
  paused: false,
  named: undefined,
  stopped: new Set(),
}

const together = <Item>(set: ReadonlySet<Item>, item: Item): ReadonlySet<Item> => new Set([...set, item])
const without = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> =>
  new Map([...map].filter(([each]) => each !== key))

function after(standing: Standing, event: ReportEvent): Standing {
  const by = event.by ?? ""
  switch (event.kind) {
    case "arrived":
      // What it was before, here or elsewhere, is history.
      return { ...newStanding, cameFrom: event.detail.referral ? undefined : event.detail.from }
    case "opened":
      return { ...standing, openedBy: together(standing.openedBy, by) }
    case "stopped":
      return { ...standing, stopped: together(standing.stopped, by) }
    case "let-in":
      return { ...standing, stopped: new Set([...standing.stopped].filter((who) => who !== event.detail.who)) }
    case "messaged":
      return event.by === undefined ? standing : { ...standing, messaged: true, messages: standing.messages + 1 }
    case "message-allowed":
      return { ...standing, messages: 0 }
    case "assessed":
      return {
        ...standing,
        stage: standing.stage === "received" ? "assessing" : standing.stage,
        assessed: true,
        persons: event.detail.persons,
        cameFrom: undefined,
      }
    case "intelligence-drafted":
      return { ...standing, drafts: new Map([...standing.drafts, [event.number, by]]) }
    case "intelligence-returned":
      return { ...standing, drafts: without(standing.drafts, event.detail.draft) }
    case "intelligence-made":
      return {
        ...standing,
        stage: standing.stage === "received" || standing.stage === "assessing" ? "intelligence" : standing.stage,
        drafts: without(standing.drafts, event.detail.draft),
      }
    case "investigating":
      return { ...standing, stage: "investigating" }
    case "outcome":
      return { ...standing, decided: together(standing.decided, event.detail.person) }
    case "closed":
    case "set-aside":
      return { ...standing, stage: "closed" }
    case "accepted":
      return { ...standing, cameFrom: undefined }
    case "paused":
      return { ...standing, paused: true }
    case "resumed":
      return { ...standing, paused: false }
    case "restricted":
      return { ...standing, named: new Set(event.detail.to) }
    case "unrestricted":
      return { ...standing, named: undefined }
    case "reopened":
      return { ...standing, stage: "assessing", messaged: false, disputed: false }
    case "disputed":
      return { ...standing, disputed: true }
    case "dispute-answered":
      return { ...standing, disputed: false }
    case "transferred":
      return { ...standing, held: false }
    default:
      return standing
  }
}

/** The standing after all `events`, in the order of their numbers; a corrected event is left out. */
export function standingOf(events: readonly ReportEvent[]): Standing {
  const corrected = new Set(events.flatMap((event) => (event.kind === "corrected" ? [event.detail.corrects] : [])))
  const standing = events.filter((event) => !corrected.has(event.number)).reduce(after, newStanding)
  const arrival = events.findLastIndex((event) => event.kind === "arrived")
  const assessedBy = events.slice(arrival + 1).flatMap(({ kind, by }) => (kind === "assessed" && by ? [by] : []))
  return { ...standing, assessedBy: new Set(assessedBy) }
}

/** Whether event `number` is of `kind`, and none of the kinds that answer it has yet. */
function isOpen(events: readonly ReportEvent[], kind: EventKind, number: number, answers: readonly EventKind[]) {
  const answered = (event: ReportEvent) =>
    answers.includes(event.kind) &&
    (("task" in event.detail && event.detail.task === number) ||
      ("asked" in event.detail && event.detail.asked === number))
  return events.some((event) => event.kind === kind && event.number === number) && !events.some(answered)
}

/** Whoever wants an event to happen. `atNationalDesk`: its officers hand reports on, elsewhere only a lead does. */
export interface Actor {
  id: string
  roles: readonly Role[]
  atNationalDesk: boolean
  /** Every lead of the desk is too near to the report: then an officer hands it to the national desk. */
  noLeadMay?: boolean
}

/**
 * Whether `actor` may let `next` follow `events`; `mayWrite` is false where the reporter wants no message.
 * Total: every kind in every standing has an answer. The database refuses the same (`event_refusal`), and a
 * property test holds the two to each other.
 *
 * @returns the first reason against it, or `undefined` where it may follow
 * @see domain rules §3, with its two-person rules
 */
export function refusalOf(
  events: readonly ReportEvent[],
  actor: Actor,
  next: EventCodes,
  mayWrite: boolean,
): Refusal | undefined {
  const standing = standingOf(events)
  const isLead = actor.roles.includes("lead")
  if (!standing.held) return "not-held"
  if (SYSTEM.includes(next.kind)) return "system-only"
  const readsOnly = READING.includes(next.kind) && actor.roles.includes("auditor")
  if (!isLead && !actor.roles.includes("officer") && !readsOnly) return "wrong-role"
  if (!isLead && LEAD_ONLY.includes(next.kind)) return "wrong-role"
  // Two reports become one person's only with a lead's word (domain rules §12).
  if (!isLead && next.kind === "matched" && next.detail.same) return "wrong-role"
  if (!isLead && next.kind === "transferred" && !actor.atNationalDesk) {
    if (!actor.noLeadMay || next.detail.to !== NATIONAL_DESK) return "wrong-role"
  }
  if (standing.named !== undefined && !standing.named.has(actor.id)) return "restricted"
  if (next.kind === "let-in" && next.detail.who === actor.id) return "second-person"
  if (next.kind === "let-in" && !standing.stopped.has(next.detail.who)) return "not-stopped"
  if (!(STAGES[next.kind] ?? ANY).includes(standing.stage)) return "wrong-stage"
  if (next.kind === "stage-released" && next.detail.stage !== standing.stage) return "wrong-stage"
  if (NEEDS_OPENING.includes(next.kind) && !standing.openedBy.has(actor.id)) return "not-opened"

  switch (next.kind) {
    case "dispute-answered":
      return standing.disputed ? undefined : "no-dispute"
    case "assigned":
      return standing.named?.has(next.detail.to) === false ? "restricted" : undefined
    case "messaged":
      return !isLead && standing.messages >= MESSAGES_BEFORE_LEAD ? "needs-lead" : undefined
    case "accepted":
      return standing.cameFrom === undefined ? "nothing-to-accept" : undefined
    case "transferred":
      return next.detail.returned && next.detail.to !== standing.cameFrom ? "nothing-to-accept" : undefined
    case "paused":
      return standing.paused ? "already-paused" : undefined
    case "resumed":
      return standing.paused ? undefined : "not-paused"
    case "restricted":
      return standing.named === undefined ? undefined : "already-restricted"
    case "unrestricted":
      return standing.named === undefined ? "not-restricted" : undefined
    case "set-aside":
      if (standing.openedBy.size === 0) return "not-opened"
      if (standing.drafts.size > 0) return "draft-waiting"
      return standing.decided.size < standing.persons ? "outcomes-missing" : undefined
    case "task-done":
      return isOpen(events, "tasked", next.detail.task, ["task-done"]) ? undefined : "no-such-task"
    case "export-allowed": {
      const ask = events.find(({ kind, number }) => kind === "export-asked" && number === next.detail.asked)
      if (ask === undefined || !isOpen(events, "export-asked", ask.number, ["export-allowed"])) return "no-such-ask"
      return ask.by === actor.id ? "second-person" : undefined
    }
    case "exported": {
      const ask = events.find(({ kind, number }) => kind === "export-asked" && number === next.detail.asked)
      if (ask?.by !== actor.id || !isOpen(events, "export-asked", ask.number, ["exported"])) return "no-such-ask"
      return isOpen(events, "export-asked", ask.number, ["export-allowed"]) ? "second-person" : undefined
    }
    case "assessed":
      if (standing.assessed) return "already-assessed"
      return [...standing.decided].some((person) => person > next.detail.persons) ? "no-such-person" : undefined
    case "intelligence-made":
    case "intelligence-returned": {
      const author = standing.drafts.get(next.detail.draft)
      if (author === undefined) return "no-such-draft"
      return author === actor.id ? "second-person" : undefined
    }
    case "outcome":
      if (next.detail.person > standing.persons) return "no-such-person"
      return standing.decided.has(next.detail.person) ? "already-decided" : undefined
    case "closed":
      if (!standing.assessed) return "not-assessed"
      if (standing.drafts.size > 0) return "draft-waiting"
      if (standing.decided.size < standing.persons) return "outcomes-missing"
      if (mayWrite && !standing.messaged) return "message-missing"
      return standing.assessedBy.size === 1 && standing.assessedBy.has(actor.id) ? "second-person" : undefined
    case "corrected": {
      const arrival = events.findLast((event) => event.kind === "arrived")?.number ?? 0
      const target = events.find((event) => event.number === next.detail.corrects)
      if (target === undefined || target.number < arrival || !CORRECTABLE.includes(target.kind))
        return "not-correctable"
      if (events.some((event) => event.kind === "corrected" && event.detail.corrects === target.number))
        return "not-correctable"
      // Without it, nobody would be concerned whom an outcome is about.
      if (target.kind === "assessed" && standing.decided.size > 0) return "outcomes-stand"
      if (
        CLOSING.includes(target.kind) &&
        events.some(({ kind, number }) => kind === "reopened" && number > target.number)
      )
        return "not-correctable"
      return isLead || target.by === actor.id ? undefined : "wrong-role"
    }
    default:
      return undefined
  }
}
