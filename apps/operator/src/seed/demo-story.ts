import type { Day } from "@candour/domain/day.ts"
import type { EventCodes, EventKind, Milestone, PauseReason } from "@candour/domain/event.ts"
import type { NotForUs } from "@candour/domain/not-for-us.ts"
import type { Outcome } from "@candour/domain/outcome.ts"
import type { PersonConcerned } from "@candour/domain/person-concerned.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import type { Told } from "./seal-told.ts"

/** Whose hand it is, at the desk that has the report then. A desk of two has no other officer: its first is meant. */
export type Who = "lead" | "officer" | "second"

/** What an act may need to know of what happened before it. */
export interface Known {
  /** The id of somebody at the desk that has the report. */
  person(who: Who): string
  /** The number of the last event of `kind` at that desk. */
  last(kind: EventKind): number
  /** The day `days` after today. */
  dayIn(days: number): Day
}

/** A person concerned as the desk describes them: what isn't known is left out. */
export type Described = Partial<PersonConcerned> & { note?: string }

/** One thing that somebody does with a report. */
export type Act =
  | { does: "decide"; codes: EventCodes | ((known: Known) => EventCodes); words?: string }
  | { does: "write"; text: string }
  | { does: "describe"; person: number; described: Described }
  | { does: "title"; text: string }
  | { does: "transfer"; to: Tenant; words: string; returned?: true }
  | { does: "refer"; to: Tenant; words: string }
  | { does: "restrict"; to: readonly Who[]; words: string }
  | { does: "answer"; text: string; notOver?: true }

/** What one hand does on one day. The reporter only answers. */
export interface Chapter {
  daysAgo: number
  by: Who | "reporter"
  acts: readonly Act[]
}

/** A report of the demo: what is told, how long ago, and what became of it. */
export interface DemoReport {
  /** By which other reports of the demo name it. */
  name: string
  told: Told
  daysAgo: number
  /** Of a report of the last hours, in place of `daysAgo`, which is 0 then. */
  hoursAgo?: number
  story?: readonly Chapter[]
}

type Assessment = Extract<EventCodes, { kind: "assessed" }>["detail"]
type Grading = Extract<EventCodes, { kind: "intelligence-drafted" }>["detail"]["grading"]
type Detail<Kind extends EventCodes["kind"]> = Extract<EventCodes, { kind: Kind }>["detail"]

const decided = (codes: EventCodes | ((known: Known) => EventCodes), words?: string): Act => ({
  does: "decide",
  codes,
  ...(words === undefined ? {} : { words }),
})

export const on = (daysAgo: number, by: Chapter["by"], ...acts: Act[]): Chapter => ({ daysAgo, by, acts })

export const opens: Act = decided({ kind: "opened", detail: { reason: "own" } })
export const reads: Act = decided({ kind: "opened", detail: { reason: "review" } })
export const takes: Act = decided({ kind: "taken", detail: {} })
export const acknowledges: Act = decided({ kind: "acknowledged", detail: {} })
export const assigns = (to: Who): Act => decided(({ person }) => ({ kind: "assigned", detail: { to: person(to) } }))
export const titles = (text: string): Act => ({ does: "title", text })
export const writes = (text: string): Act => ({ does: "write", text })
export const answers = (text: string): Act => ({ does: "answer", text })
export const saysNotOver = (text: string): Act => ({ does: "answer", text, notOver: true })
export const describes = (person: number, described: Described): Act => ({ does: "describe", person, described })
export const transfers = (to: Tenant, words: string): Act => ({ does: "transfer", to, words })
export const returns = (to: Tenant, words: string): Act => ({ does: "transfer", to, words, returned: true })
export const refers = (to: Tenant, words: string): Act => ({ does: "refer", to, words })
export const restricts = (to: readonly Who[], words: string): Act => ({ does: "restrict", to, words })
export const assesses = (detail: Assessment, words: string): Act => decided({ kind: "assessed", detail }, words)
export const fact = (words: string): Act => decided({ kind: "noted", detail: { nature: "fact" } }, words)
export const opinion = (words: string): Act => decided({ kind: "noted", detail: { nature: "opinion" } }, words)
export const actsOnDanger = (did: Detail<"danger-acted">["did"], words: string): Act =>
  decided({ kind: "danger-acted", detail: { did } }, words)
/** A task that is due `days` after today, before it where that is negative. */
export const asks = (who: Who, days: number, words: string): Act =>
  decided(({ person, dayIn }) => ({ kind: "tasked", detail: { for: person(who), due: dayIn(days) } }), words)
export const doesTask = (words: string): Act =>
  decided(({ last }) => ({ kind: "task-done", detail: { task: last("tasked") } }), words)
export const drafts = (grading: Grading, words: string): Act =>
  decided({ kind: "intelligence-drafted", detail: { grading } }, words)
/** As the last draft says it. */
export const makes = (detail: Omit<Detail<"intelligence-made">, "draft">): Act =>
  decided(({ last }) => ({ kind: "intelligence-made", detail: { ...detail, draft: last("intelligence-drafted") } }))
export const sendsBack = (words: string): Act =>
  decided(({ last }) => ({ kind: "intelligence-returned", detail: { draft: last("intelligence-drafted") } }), words)
export const decidesOnIopc = (detail: Detail<"iopc-decided">, words: string): Act =>
  decided({ kind: "iopc-decided", detail }, words)
export const hearsFromIopc = (mode: Detail<"iopc-answered">["mode"], words: string): Act =>
  decided({ kind: "iopc-answered", detail: { mode } }, words)
export const investigates = (words: string): Act => decided({ kind: "investigating", detail: {} }, words)
export const reaches = (which: Milestone, words: string): Act =>
  decided({ kind: "milestone", detail: { which } }, words)
export const pauses = (why: PauseReason, words: string): Act => decided({ kind: "paused", detail: { why } }, words)
export const findsOutcome = (person: number, outcome: Outcome, words: string): Act =>
  decided({ kind: "outcome", detail: { person, outcome } }, words)
export const closes = (words: string): Act => decided({ kind: "closed", detail: {} }, words)
export const setsAside = (why: NotForUs, words: string): Act => decided({ kind: "set-aside", detail: { why } }, words)
export const withdraws = (words: string): Act => decided({ kind: "withdrawn", detail: {} }, words)

/** Gradings that the demo's desks give: firsthand and known to be true; and heard from somebody, not corroborated. */
export const FIRSTHAND: Grading = { source: "2", information: "A", handling: "C", action: "A1", sanitising: "S2" }
export const HEARD: Grading = { source: "3", information: "D", handling: "P" }
