import type { Category } from "@candour/domain/category.ts"
import type { Channel, Danger, Language, Line, MayReply, RoutingReason } from "@candour/domain/contact.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import type { Answers } from "./report-body.ts"

/** Where routing and the reporter send a report. */
export interface Destination {
  line: Line
  /** Counted as the first tenant of the contact, whoever holds the report. */
  routedTo: Tenant
  reason: RoutingReason
}

/** Reads the answers out of a tell form, in the browser from its controls, on the server from what was posted. */
export type Field = (name: string) => string

/** What is sealed: the words, by question. Codes of `ongoing` and `howKnown` are those of the page. */
export const answersOf = (field: Field): Answers => ({
  account: field("account"),
  who: { name: field("name"), rank: field("rank"), station: field("station"), looks: field("looks") },
  when: field("when"),
  ongoing: field("ongoing"),
  where: field("where"),
  howKnown: field("howKnown"),
  whoElseKnows: field("whoElseKnows"),
  evidence: field("evidence"),
  riskToOthers: field("riskToOthers"),
  toldBefore: field("toldBefore"),
  easier: field("easier"),
})

/** What the server counts and the database keeps in the clear. */
export interface Counted extends Destination {
  channel: Channel
  language: Language
  categories: readonly Category[]
  danger: Danger
  mayReply: MayReply
}

/** Answers left out: danger counts as unknown; details are safe to write only where the reporter says so. */
export const UNANSWERED = { danger: "unknown", mayReply: "careful" } as const

/** The counted answers as canonical bytes: a repeat that differs in one of them is no repeat. */
export const countedBytes = (counted: Counted): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify([
      counted.line,
      counted.routedTo,
      counted.reason,
      counted.channel,
      counted.language,
      [...counted.categories].sort(),
      counted.danger,
      counted.mayReply,
    ]),
  )
