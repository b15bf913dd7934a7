import { z } from "zod"
import { category } from "./category.ts"
import { callEnd, routingReason } from "./contact.ts"
import { day } from "./day.ts"
import { notForUs } from "./not-for-us.ts"
import { outcome } from "./outcome.ts"
import { sign } from "./sign.ts"
import { severity } from "./stage.ts"
import { tenantId } from "./tenant.ts"
import { threat } from "./threat.ts"

const nothing = z.strictObject({})
/** The number of an event or a person concerned within one report, from 1. */
const number = z.int().min(1).max(9_999)
const person = z.int().min(1).max(99)

/** Why somebody opens a report that is not theirs (pages, Queue 7). `own` where they hold it or nobody does. */
export const openingReason = z.enum(["own", "assign", "cover", "review", "other"])

/** Yes to one of these and the report must go to the IOPC (Complaints and Misconduct Regulations 2020, reg. 4 and 7). */
export const referralGround = z.enum([
  "dsi",
  "assault",
  "sexual-offence",
  "corruption",
  "apsp",
  "discrimination",
  "relevant-offence",
  "same-incident",
  "chief",
])

/** What a person did about danger (pages, Report page 1). */
export const dangerAction = z.enum(["rang-999", "told-duty-officer", "safeguarding", "no-danger"])

/** Why a report's clocks stand still (domain rules §6: a clock stops only by its event). */
export const pauseReason = z.enum(["court", "iopc", "other-investigation", "reporter", "other-body"])
export type PauseReason = z.infer<typeof pauseReason>

/**
 * What happened on the way of an investigation; some of them start or meet a clock (domain rules §6). `moved`: a person
 * concerned leaves, rejoins or changes force.
 */
export const milestone = z.enum([
  "notice-served",
  "interviewed",
  "evidence-secured",
  "case-to-answer",
  "meeting-set",
  "hearing-set",
  "hearing-ended",
  "outcome-reported",
  "outcome-notified",
  "explained",
  "moved",
])
export type Milestone = z.infer<typeof milestone>

/** What is printed or taken out of a report; each time is on record (DPA 2018 s.62). */
export const paper = z.enum(["report", "intelligence", "history", "iopc-referral", "disclosure", "decision-log"])
export type Paper = z.infer<typeof paper>

/** How a report is handed to the force's own case system. */
export const exportFormat = z.enum(["csv", "json", "bundle"])
export type ExportFormat = z.infer<typeof exportFormat>

/** In what way somebody of the desk is too near to a person concerned (domain rules §3). */
export const nearness = z.enum(["unit", "line", "surname"])
export type Nearness = z.infer<typeof nearness>

/** Why two reports are linked: what they have in common. */
export const linkReason = z.enum(["person", "incident", "unit", "follows", "other"])
export type LinkReason = z.infer<typeof linkReason>

const threats = { threat, others: z.array(threat).max(15) }

/** 3x5x2: source, information, handling (domain rules §3). */
export const grading = z
  .strictObject({
    source: z.enum(["1", "2", "3"]),
    information: z.enum(["A", "B", "C", "D", "E"]),
    handling: z.enum(["P", "C"]),
    action: z.enum(["A1", "A2", "A3"]).optional(),
    sanitising: z.enum(["S1", "S2"]).optional(),
  })
  .refine(
    (codes) =>
      codes.handling === "C"
        ? codes.action && codes.sanitising
        : codes.action === undefined && codes.sanitising === undefined,
    "conditions",
  )

/**
 * What each event says in the clear, as codes; its words are sealed under the report's key.
 * Those of the system carry a day only, those of staff their full time (DPA 2018 s.62).
 */
export const eventDetails = {
  /** With a reason where it is not for this hotline, and so leaves no report. */
  contacted: z.strictObject({ notForUs: notForUs.optional() }),
  /** Of a call that left no report: how it ended. */
  "call-ended": z.strictObject({ why: callEnd }),
  reported: z.strictObject({ categories: z.array(category).max(7) }),
  // The forces that it may be about, likeliest first, where people find out which one, or keep it from that force.
  routed: z.strictObject({ reason: routingReason, candidates: z.array(tenantId).min(1).max(6).optional() }),
  opened: z.strictObject({ reason: openingReason }),
  /** Opened by a script alone, for the search that an officer's own browser makes. Nobody has read it by that. */
  indexed: nothing,
  /** Somebody too near to a person concerned was not let in. */
  stopped: z.strictObject({ why: nearness }),
  /** A lead lets in somebody who was stopped. */
  "let-in": z.strictObject({ who: z.uuid() }),
  taken: nothing,
  assigned: z.strictObject({ to: z.uuid() }),
  "danger-flagged": nothing,
  "danger-acted": z.strictObject({ did: dangerAction }),
  acknowledged: nothing,
  /** `message` is its place in the thread, from 0, within its direction. */
  messaged: z.strictObject({ message: z.int().min(0).max(9_999).optional() }),
  assessed: z.strictObject({
    ...threats,
    severity,
    persons: z.int().min(0).max(99),
    grounds: z.array(referralGround).max(9),
    /** Somebody is in danger, whatever the reporter answered. */
    danger: z.boolean().optional(),
    /** Somebody of this unit has a conflict of interest. */
    conflict: z.boolean().optional(),
    signs: z.array(sign).max(7).optional(),
  }),
  /** One person concerned, described in the sealed words; again where more is known of them. */
  concerned: z.strictObject({ person }),
  /** A person concerned here is, or is not, the one whom another report of this desk is about. */
  matched: z.strictObject({ person, report: z.uuid(), other: person, same: z.boolean() }),
  /** Recorded at one of two reports, and shown at both. */
  linked: z.strictObject({ report: z.uuid(), why: linkReason }),
  unlinked: z.strictObject({ report: z.uuid() }),
  noted: z.strictObject({ nature: z.enum(["fact", "opinion"]) }),
  tasked: z.strictObject({ for: z.uuid(), due: day }),
  "task-done": z.strictObject({ task: number }),
  /** A lead lets officers write to the reporter again, after two messages (pages, What a standards unit refuses). */
  "message-allowed": nothing,
  /** The reporter wants no more of it. Nothing ends by that. */
  withdrawn: nothing,
  "intelligence-drafted": z.strictObject({ grading }),
  "intelligence-made": z.strictObject({ draft: number, ...threats }),
  "intelligence-returned": z.strictObject({ draft: number }),
  "iopc-decided": z.strictObject({ refer: z.boolean(), grounds: z.array(referralGround).max(9) }),
  "iopc-answered": z.strictObject({ mode: z.enum(["independent", "directed", "local", "returned"]) }),
  investigating: nothing,
  milestone: z.strictObject({ which: milestone }),
  paused: z.strictObject({ why: pauseReason }),
  resumed: nothing,
  reviewed: nothing,
  outcome: z.strictObject({ person: number, outcome }),
  closed: nothing,
  /** Closed at once, since it is not for this hotline. */
  "set-aside": z.strictObject({ why: notForUs }),
  reopened: nothing,
  /** The reporter says of a closed report that it isn't over. */
  disputed: nothing,
  "dispute-answered": nothing,
  /** Lets the reporter see the stage, beyond opened, moved and finished (pages, What a standards unit refuses). */
  "stage-released": z.strictObject({ stage: z.enum(["assessing", "intelligence", "investigating"]) }),
  /** `returned` where the desk that it came from gets it back without having been asked. */
  transferred: z.strictObject({ to: tenantId, returned: z.literal(true).optional() }),
  accepted: nothing,
  /**
   * From now on only these people of the desk open it (keys.md row 16). By the system, where it came back from another
   * desk and had been restricted here before: then one may be all who is left.
   */
  restricted: z.strictObject({ to: z.array(z.uuid()).min(1).max(20) }),
  unrestricted: nothing,
  /** An unlawful picture: its file is handed out to nobody any more. */
  quarantined: z.strictObject({ file: z.uuid() }),
  "quarantine-lifted": z.strictObject({ file: z.uuid() }),
  printed: z.strictObject({ paper }),
  /** Taking a report out of Candour takes two people: one asks, another allows. */
  "export-asked": z.strictObject({ format: exportFormat }),
  "export-allowed": z.strictObject({ asked: number }),
  exported: z.strictObject({ asked: number }),
  /**
   * By transfer, where `number` is that of the sender's `transferred` event, whose sealed words came along; or as a
   * referral: a copy that was made with the report which `from` got.
   */
  arrived: z
    .strictObject({ from: tenantId, number: number.optional(), referral: z.literal(true).optional() })
    .refine(({ number, referral }) => number === undefined || referral === undefined, "referral"),
  /** By a person of the desk; or by the system, where the reporter told the other tenant too. */
  referred: z.strictObject({ to: tenantId }),
  corrected: z.strictObject({ corrects: number }),
} as const satisfies Record<string, z.ZodType>

export type EventKind = keyof typeof eventDetails
export const eventKinds = Object.keys(eventDetails) as EventKind[]

/** What happened to a report, without who and when. */
export type EventCodes = {
  [Kind in EventKind]: { kind: Kind; detail: z.infer<(typeof eventDetails)[Kind]> }
}[EventKind]

/** Parses the codes of one event; throws a ZodError where the detail isn't the kind's. */
export function parseEventCodes(kind: unknown, detail: unknown): EventCodes {
  const known = z.enum(eventKinds as [EventKind, ...EventKind[]]).parse(kind)
  return { kind: known, detail: eventDetails[known].parse(detail) } as EventCodes
}

/** One event of a report: `number` counts from 1 at each tenant, `by` is a person's id or undefined for the system. */
export type ReportEvent = EventCodes & { number: number; by?: string }
