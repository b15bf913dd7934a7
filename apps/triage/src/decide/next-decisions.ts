import type { EventCodes, EventKind, ReportEvent } from "@candour/domain/event.ts"
import type { Stage } from "@candour/domain/stage.ts"
import {
  type Actor,
  CORRECTABLE,
  MESSAGES_BEFORE_LEAD,
  type Refusal,
  refusalOf,
  standingOf,
} from "@candour/domain/succession.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import type { SignedIn } from "@candour/identity/sessions.ts"
import type { FoundReport, ReportRow } from "../report/find-report.ts"

/** Whoever is signed in, as the domain's rules know them. */
export const actorOf = ({ tenant, person, roles }: SignedIn): Actor => ({
  id: person,
  roles,
  atNationalDesk: tenant === NATIONAL_DESK,
})

/** What a person may let follow once they have opened the report; what the page has no form for isn't here. */
export interface NextDecisions {
  take: boolean
  assign: boolean
  flagDanger: boolean
  actOnDanger: boolean
  assess: boolean
  draft: boolean
  /** Numbers of the drafts that wait for this person's check. */
  checks: number[]
  /** Numbers of their own drafts that wait for somebody else's. */
  ownDrafts: number[]
  investigate: boolean
  /** The persons concerned who have no outcome yet. */
  outcomes: number[]
  message: boolean
  /** Whether a lead must look at the conversation before this person writes again. */
  messagesWaitForLead: boolean
  close: boolean
  /** Why it can't be closed, where that is all that is missing. */
  notClosable: Refusal | undefined
  reopen: boolean
  answerDispute: boolean
  /** The stage that the reporter may be let see. */
  release: Exclude<Stage, "received" | "closed"> | undefined
  /** Numbers of the events that may be corrected. */
  corrections: number[]
  /** The desks that it may be handed to. */
  desks: readonly Tenant[]
  /** The desk that it may be returned to, unasked for as it came. */
  returnTo: Tenant | undefined
  /** The kinds of which one press, or one form that is always the same, records one. */
  simple: ReadonlySet<SimpleKind>
  /** Why an assessment, an assignment or a kind of these may not follow. */
  refused: ReadonlyMap<EventKind, Refusal>
  /** The desks that may get a copy of their own. */
  referTo: readonly Tenant[]
  /** Numbers of the tasks that nobody has done yet. */
  tasks: number[]
  /** Numbers of the exports that somebody asks for and this person may allow. */
  exportsToAllow: number[]
  /** Numbers of the exports that this person asked for and may take now. */
  exportsToTake: number[]
}

/** What each of these needs beside the standing is in its form alone. */
const SIMPLE = {
  accepted: {},
  acknowledged: {},
  reviewed: {},
  paused: { why: "court" },
  resumed: {},
  milestone: { which: "interviewed" },
  withdrawn: {},
  "message-allowed": {},
  "iopc-decided": { refer: true, grounds: [] },
  "iopc-answered": { mode: "local" },
  noted: { nature: "fact" },
  tasked: { for: "", due: "2026-01-01" },
  "set-aside": { why: "crime" },
  restricted: { to: [] },
  unrestricted: {},
  "export-asked": { format: "json" },
  printed: { paper: "report" },
  concerned: { person: 1 },
  linked: { report: "", why: "other" },
} as const satisfies Partial<Record<EventKind, unknown>>

export type SimpleKind = keyof typeof SIMPLE
const simpleKinds = Object.keys(SIMPLE) as SimpleKind[]

/** The stages beyond opened, moved and finished. */
const released = ["assessing", "intelligence", "investigating"] as const

const THREATS = { threat: "vulnerability", others: [] } as const
const GRADING = { source: "2", information: "D", handling: "P" } as const

/** Works out what may follow at a report for `actor`, by the same rules as the database. */
export function nextDecisions(
  { events }: Pick<FoundReport, "events">,
  row: Pick<ReportRow, "mayReply" | "urgency" | "holder" | "stage" | "released" | "cameFrom">,
  actor: Actor,
  desks: readonly Tenant[],
): NextDecisions {
  const mayWrite = row.mayReply !== "no"
  // The forms wait for the opening in any case, so ask what follows it.
  const opening: ReportEvent = {
    kind: "opened",
    detail: { reason: "own" },
    number: (events.at(-1)?.number ?? 0) + 1,
    by: actor.id,
  }
  const opened = [...events, opening]
  const refusal = (codes: EventCodes) => refusalOf(opened, actor, codes, mayWrite)
  const may = (codes: EventCodes) => refusal(codes) === undefined

  const { drafts, persons, messages } = standingOf(events)
  const numbersOfKind = (kind: EventKind) => events.flatMap((event) => (event.kind === kind ? [event.number] : []))
  const happened = (kind: EventKind) => events.some((event) => event.kind === kind && event.by !== undefined)
  const came = row.cameFrom as Tenant | null
  const numbersOf = (most: number) => Array.from({ length: most }, (_, index) => index + 1)
  const assessment = { ...THREATS, others: [], severity: "none", persons: 0, grounds: [] }
  const refused = new Map<EventKind, Refusal>()
  for (const [kind, detail] of Object.entries({ ...SIMPLE, assessed: assessment, assigned: { to: actor.id } })) {
    const codes = { kind, detail } as unknown as EventCodes
    const why = refusal(codes)
    if (why !== undefined) refused.set(codes.kind, why)
  }
  const close = refusal({ kind: "closed", detail: {} })
  return {
    take: row.holder !== actor.id && may({ kind: "taken", detail: {} }),
    assign: !refused.has("assigned"),
    flagDanger: row.urgency !== 0 && row.stage !== "closed" && may({ kind: "danger-flagged", detail: {} }),
    actOnDanger: row.urgency !== 2 && may({ kind: "danger-acted", detail: { did: "no-danger" } }),
    assess: !refused.has("assessed"),
    draft: may({ kind: "intelligence-drafted", detail: { grading: GRADING } }),
    checks: [...drafts.keys()].filter((draft) => may({ kind: "intelligence-returned", detail: { draft } })),
    ownDrafts: [...drafts].flatMap(([draft, author]) => (author === actor.id ? [draft] : [])),
    investigate: may({ kind: "investigating", detail: {} }),
    outcomes: numbersOf(persons).filter((person) => may({ kind: "outcome", detail: { person, outcome: "no-case" } })),
    message: mayWrite && may({ kind: "messaged", detail: {} }),
    messagesWaitForLead: mayWrite && refusal({ kind: "messaged", detail: {} }) === "needs-lead",
    close: close === undefined,
    notClosable: close !== undefined && WAITS.includes(close) ? close : undefined,
    reopen: may({ kind: "reopened", detail: {} }),
    answerDispute: may({ kind: "dispute-answered", detail: {} }),
    release: released.find((stage) => stage !== row.released && may({ kind: "stage-released", detail: { stage } })),
    corrections: events
      .filter(
        ({ kind, number }) => CORRECTABLE.includes(kind) && may({ kind: "corrected", detail: { corrects: number } }),
      )
      .map(({ number }) => number),
    desks: may({ kind: "transferred", detail: { to: NATIONAL_DESK } })
      ? desks.filter((to) => actor.atNationalDesk || !actor.noLeadMay || to === NATIONAL_DESK)
      : [],
    referTo: may({ kind: "referred", detail: { to: NATIONAL_DESK } }) ? desks : [],
    returnTo: came && may({ kind: "transferred", detail: { to: came, returned: true } }) ? came : undefined,
    simple: new Set(
      simpleKinds
        .filter((kind) => !refused.has(kind))
        .filter((kind) => {
          if (kind === "acknowledged") return mayWrite && !happened("acknowledged") && !happened("messaged")
          if (kind === "message-allowed") return messages >= MESSAGES_BEFORE_LEAD
          if (kind === "iopc-answered") return happened("iopc-decided")
          return true
        }),
    ),
    refused,
    tasks: numbersOfKind("tasked").filter((task) => may({ kind: "task-done", detail: { task } })),
    exportsToAllow: numbersOfKind("export-asked").filter((asked) => may({ kind: "export-allowed", detail: { asked } })),
    exportsToTake: numbersOfKind("export-asked").filter((asked) => may({ kind: "exported", detail: { asked } })),
  }
}

/** What somebody who may close is told; to others closing isn't theirs. */
const WAITS: readonly Refusal[] = ["outcomes-missing", "message-missing", "draft-waiting", "second-person"]
